import type { IncomingMessage } from 'node:http';
import { pageRoot } from '../../shared/platform/page-files.ts';
import type { Reply } from './gateway/reply.ts';
import type { Endpoint } from './issuer/issuer.ts';

export interface FrontOptions {
  readonly issuer: ReadonlyMap<string, Endpoint>;
  readonly local: (request: IncomingMessage, path: string) => Promise<Reply> | Reply;
  readonly objects: (request: IncomingMessage) => Promise<Reply> | Reply;
  readonly page: (request: IncomingMessage, path: string) => Reply;
  readonly gateway: (request: IncomingMessage) => Promise<Reply> | Reply;
}

/** Where the contents of documents are put and fetched. */
export const objectsRoot = '/local/objects';

/** Tells the calls apart that share the one port: the issuer's, the object store's, `/local/`, the page's, and the gateway's. */
export function createFront({
  issuer,
  local,
  objects,
  page,
  gateway,
}: FrontOptions): (request: IncomingMessage) => Promise<Reply> | Reply {
  return (request) => {
    const [path = ''] = (request.url ?? '').split('?');
    const endpoint = issuer.get(`${request.method} ${path}`);
    if (endpoint) return endpoint(request);
    if (path.startsWith(`${objectsRoot}/`)) return objects(request);
    if (`${path}/`.startsWith(pageRoot)) return page(request, path);
    return path.startsWith('/local/') ? local(request, path) : gateway(request);
  };
}
