import type { IncomingMessage } from 'node:http';
import { createPage, type PageReply } from '../../shared/platform/page-files.ts';
import { pageHeaders } from '../../shared/platform/page-headers.ts';
import type { Reply } from './gateway/reply.ts';

/** Serves the built page, with `config.json` naming the local issuer. */
export function createLocalPage(folder: string, config: object): (request: IncomingMessage, path: string) => Reply {
  const page = createPage(folder, config, pageHeaders());
  return (request, path): Reply => {
    const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    const [, query = ''] = (request.url ?? '').split('?');
    const reply: PageReply = page({ path, query, takesGzip });
    if (reply.status === 404 || request.method === 'GET' || request.method === 'HEAD') return reply;
    const headers = { ...reply.headers, 'content-type': 'text/plain; charset=utf-8', allow: 'GET, HEAD' };
    return { status: 405, headers, body: 'Method not allowed' };
  };
}
