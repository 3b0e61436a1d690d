import type { IncomingMessage } from 'node:http';

/** How much of a refused body is read and thrown away, so that its sender can still read the refusal. */
const drainedBytesMax = 16 * 1024 * 1024;

/** A body over the limit: its length as declared, or as far as it had come. */
export interface TooLarge {
  readonly bytes: number;
}

/**
 * Reads a request's body. Answers that it is too large as soon as the declared or the received length passes the limit: then the
 * rest is thrown away as it comes, and the connection is cut where a sender does not stop.
 */
export function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer | TooLarge> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let received = 0;
    const declared = Number(request.headers['content-length'] ?? 0);
    let refused = declared > bytesMax;
    if (refused) resolve({ bytes: declared });
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (!refused && received > bytesMax) {
        refused = true;
        chunks.length = 0;
        resolve({ bytes: received });
      }
      if (!refused) chunks.push(chunk);
      else if (received > drainedBytesMax) request.destroy();
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => reject(new Error('The caller went away')));
  });
}
