import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { cacheControlOf, pageHeaders } from '../build/page-headers.ts';
import type { Reply } from './gateway/reply.ts';

/** Where the officials' page is. */
export const pageRoot = '/admin/';

interface StaticFile {
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
};

/** Serves the built page, with `config.json` naming the local issuer. */
export function createPage(folder: string, config: object): (request: IncomingMessage, path: string) => Reply {
  const { contentSecurityPolicy, permissionsPolicy } = pageHeaders();
  const security = {
    'content-security-policy': contentSecurityPolicy,
    'permissions-policy': permissionsPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const type = types[entry.name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    files.set(path.slice(folder.length + 1), { type, plain: readFileSync(path) });
  }
  files.set('config.json', { type: types.json ?? '', plain: Buffer.from(JSON.stringify(config)) });

  return (request, path): Reply => {
    if (`${path}/` === pageRoot) return { status: 308, headers: { location: pageRoot }, body: '' };
    const name = path.slice(pageRoot.length) || 'index.html';
    const file = files.get(name);
    const plain = { 'content-type': 'text/plain; charset=utf-8', ...security };
    if (!file) return { status: 404, headers: plain, body: 'Not found' };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return { status: 405, headers: { ...plain, allow: 'GET, HEAD' }, body: 'Method not allowed' };
    }
    const zips = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    // Once for each file: the larger ones take tens of milliseconds.
    if (zips) file.zipped ??= gzipSync(file.plain, { level: 9 });
    return {
      status: 200,
      headers: {
        'content-type': file.type,
        'cache-control': cacheControlOf(name),
        vary: 'accept-encoding',
        ...(zips && { 'content-encoding': 'gzip' }),
        ...security,
      },
      // Node itself leaves the body of an answer to HEAD out.
      body: zips && file.zipped ? file.zipped : file.plain,
    };
  };
}
