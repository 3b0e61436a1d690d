import type { IncomingMessage } from 'node:http';

/** How much of a refused body is read and thrown away, so that its sender can still read the refusal. */
const drainedBytesMax = 16 * 1024 * 1024;

/** How long the sender of a refused body is given to come to its end. */
const drainedWithinMs = 5_000;

/**
 * Waits until a refused body has come to its end, been cut, or taken too long. Answered and closed before, its sender would
 * meet a broken connection in place of the refusal.
 */
export function drained(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    if (request.complete || request.destroyed) return resolve();
    const late = setTimeout(resolve, drainedWithinMs);
    request.once('close', () => {
      clearTimeout(late);
      resolve();
    });
  });
}

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
