import { buildApp } from 'fauxqs';

export interface SqsEmulator {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Starts the SQS emulator in this process, in memory: what is in a queue at a crash is forgotten, and the outbox rings
 * again on the next start. Its own starter listens on every address of the machine, so we listen ourselves.
 */
export async function startSqs(region: string): Promise<SqsEmulator> {
  const app = buildApp({ logger: false, host: '127.0.0.1', defaultRegion: region });
  const endpoint = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    endpoint,
    stop: async () => {
      // A long poll would hold the closing for up to 20 seconds.
      app.server.closeAllConnections();
      await app.close();
    },
  };
}
