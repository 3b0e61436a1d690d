import { buildApp } from 'fauxqs';
import { hiddenHost } from './loopback.ts';

export interface SqsEmulator {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Starts the SQS emulator in this process, in memory: what is in a queue at a crash is forgotten, and the outbox rings
 * again on the next start. Its own starter listens on every address of the machine, so we listen ourselves,
 * at an address that no web page can guess; and a page that had it would be answered nothing.
 */
export async function startSqs(region: string): Promise<SqsEmulator> {
  const host = hiddenHost();
  const app = buildApp({ logger: false, host, defaultRegion: region });
  app.addHook('onRequest', async ({ raw: { headers } }, reply) => {
    const isByAPage = headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
    const isByAnotherName = headers.host?.split(':')[0] !== host;
    if (isByAPage || isByAnotherName) return reply.code(403).send('No page may call this.');
  });
  const endpoint = await app.listen({ host, port: 0 });
  return {
    endpoint,
    stop: async () => {
      // A long poll would hold the closing for up to 20 seconds.
      app.server.closeAllConnections();
      await app.close();
    },
  };
}
