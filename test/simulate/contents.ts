import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Documents } from './model/documents.ts';
import { contentOf } from './model/documents.ts';

const buckets = new Map<string, Documents>();

/** The object store of every history of this process: what each city's documents say lies there, does. */
const server = createServer(({ url = '', method }, response) => {
  const [bucket = '', key = ''] = url.slice(1, url.indexOf('?')).split('/');
  const document = buckets.get(bucket)?.get(key);
  const content = document && contentOf(document);
  if (method === 'DELETE') {
    if (document) document.isThere = false;
    response.writeHead(204).end();
  } else if (content) {
    const checksum = createHash('sha256').update(content).digest('base64');
    const headers = { 'content-length': content.length, 'x-amz-checksum-sha256': checksum };
    response.writeHead(200, headers).end(method === 'HEAD' ? '' : content);
  } else response.writeHead(404).end();
});
server.listen(0, '127.0.0.1').unref();
await once(server, 'listening');

/** The address of a city's own bucket. */
export function bucketOf(name: string, documents: Documents): string {
  buckets.set(name, documents);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`;
}
