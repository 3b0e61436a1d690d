import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { cacheControlOf, type PageHeaders, tlsOnly } from './page-headers.ts';

/** Where the officials' page is. */
export const pageRoot = '/admin/';

/** An answer of the page's host. */
export interface PageReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Answers a path, which begins with `/admin`; `query` comes along where it is sent elsewhere. */
export type Page = (asked: { readonly path: string; readonly query: string; readonly takesGzip: boolean }) => PageReply;

interface PageFile {
  readonly type: string;
  readonly plain: Buffer;
  zipped?: Buffer;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/**
 * Holds the built page, with `config.json` as given (`shared/contracts/page-config.ts`), and serves it: on one machine, and in
 * the cloud where no CloudFront stands before a bucket.
 */
export function createPage(folder: string, config: object, headers: PageHeaders): Page {
  const security = securityOf(headers);
  const files = filesIn(folder);
  files.set('config.json', { type: types.json ?? '', plain: Buffer.from(JSON.stringify(config)) });
  return ({ path, query, takesGzip }) => {
    if (`${path}/` === pageRoot) {
      // Not to the root itself: a gateway that takes the two for one would send it back for ever.
      const location = `${pageRoot}index.html${query === '' ? '' : `?${query}`}`;
      return { status: 302, headers: { location, ...security }, body: Buffer.alloc(0) };
    }
    const name = path.slice(pageRoot.length) || 'index.html';
    const file = files.get(name);
    if (!file) {
      const type = { 'content-type': 'text/plain; charset=utf-8' };
      return { status: 404, headers: { ...type, ...security }, body: Buffer.from('Not found') };
    }
    // Once for each file: the larger ones take tens of milliseconds.
    if (takesGzip) file.zipped ??= gzipSync(file.plain, { level: 9 });
    return {
      status: 200,
      headers: {
        'content-type': file.type,
        'cache-control': cacheControlOf(name),
        vary: 'accept-encoding',
        ...(takesGzip && { 'content-encoding': 'gzip' }),
        ...security,
      },
      body: takesGzip && file.zipped ? file.zipped : file.plain,
    };
  };
}

const securityOf = ({ contentSecurityPolicy, permissionsPolicy }: PageHeaders): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy,
  'permissions-policy': permissionsPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  ...tlsOnly,
});

function filesIn(folder: string): Map<string, PageFile> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const type = types[entry.name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
      return [relative(folder, path), { type, plain: readFileSync(path) }];
    }),
  );
}
