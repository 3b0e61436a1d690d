import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { pageRoot } from '../../shared/platform/page-files.ts';
import { comesFromAnotherSite } from './callers.ts';
import { refuse } from './gateway/problem.ts';
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
    if (path.startsWith(`${objectsRoot}/`)) return objects(request);
    // Neither needs a token, so a foreign page could sign the browser in, move the clock and run jobs.
    const isOpen = path.startsWith('/local/') || (path.startsWith('/oauth2/') && request.method === 'POST');
    if (isOpen && comesFromAnotherSite(request))
      return refuse(request, randomUUID(), 'forbidden', { allowed: 'same-origin' });
    const endpoint = issuer.get(`${request.method} ${path}`);
    if (endpoint) return endpoint(request);
    if (`${path}/`.startsWith(pageRoot)) return page(request, path);
    return path.startsWith('/local/') ? local(request, path) : gateway(request);
  };
}
