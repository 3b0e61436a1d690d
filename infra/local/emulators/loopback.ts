import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * An address of this machine that nobody can guess: one of sixteen million below 127.0.0.0/8, all of which are loopback on
 * Linux. An emulator takes any signature and answers pages of any origin, so a web page must not be able to find it
 * (decisions/0054).
 */
export const hiddenHost = (): string => `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`;

/** A port of a loopback address that nobody listens on at this moment. */
export function freePort(host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port')),
      );
    });
  });
}
