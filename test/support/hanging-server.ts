import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A server between a client and another one, whose connections can be made to hang. */
export interface HangingServer {
  readonly endpoint: string;
  /** From now on nothing comes through, in either direction. */
  hang(): void;
  /** What hung is cut off, as the connections of a process that was frozen are; new ones work again. */
  thaw(): void;
  /** How many connections were made since it thawed. */
  readonly connectionsSince: number;
  stop(): Promise<void>;
}

/** Stands before the server at an address. */
export async function hangingServerBefore(endpoint: string): Promise<HangingServer> {
  const { hostname, port } = new URL(endpoint);
  const open = new Set<Socket>();
  let isHanging = false;
  let connections = 0;
  const server: Server = createServer((near) => {
    connections += 1;
    const far = connect({ host: hostname, port: Number(port) });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('error', () => undefined);
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
      from.on('data', (part) => {
        if (!isHanging) to.write(part);
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    hang: () => {
      isHanging = true;
    },
    thaw: () => {
      for (const socket of open) socket.destroy();
      connections = 0;
      isHanging = false;
    },
    get connectionsSince() {
      return connections;
    },
    stop: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
