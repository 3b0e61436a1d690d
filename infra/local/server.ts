import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { misdirected, namesThisServer } from './callers.ts';
import { drained } from './gateway/body.ts';
import { refuse } from './gateway/problem.ts';
import { type Reply, send } from './gateway/reply.ts';
import { StartError } from './start-error.ts';

export interface LocalServer {
  readonly url: string;
  /** Sets who answers from now on. */
  answerWith(answer: (request: IncomingMessage) => Promise<Reply> | Reply): void;
  /** Takes no more calls and waits for those in progress. */
  stop(): Promise<void>;
}

/** A caller who sends more slowly than this is cut off. */
const requestTimeoutMs = 30_000;
/** Longer than clients keep a connection, so that none is closed under a call that is just being sent. */
const keepAliveTimeoutMs = 65_000;
/** How long a stop waits for calls in progress; longer than any function may take. */
const stopWithinMs = 35_000;

/** Tells a caller that the system cannot serve yet (503). */
export const notYet = (request: IncomingMessage): Reply => refuse(request, randomUUID(), 'unavailable');

/**
 * Listens on a port of 127.0.0.1. Until somebody answers, every call is told that the system is not ready (503).
 *
 * @throws StartError when the port is taken.
 */
export async function listen(port: number): Promise<LocalServer> {
  let answer: (request: IncomingMessage) => Promise<Reply> | Reply = notYet;
  let stopped: Promise<void> | null = null;

  const server = createServer(async (request, response) => {
    try {
      const reply = namesThisServer(request) ? await answer(request) : misdirected(request);
      if (reply.status === 413) await drained(request);
      if (stopped || reply.status === 413) response.setHeader('connection', 'close');
      send(response, reply);
    } catch (error) {
      if (request.destroyed && !request.complete) return; // The caller went away while still sending.
      console.error(error);
      send(response, refuse(request, randomUUID(), 'internal'));
    }
  });
  server.requestTimeout = requestTimeoutMs;
  server.keepAliveTimeout = keepAliveTimeoutMs;
  await bind(server, port);
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`,
    answerWith: (next) => {
      answer = next;
    },
    stop: () => {
      stopped ??= close(server);
      return stopped;
    },
  };
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return reject(error);
      reject(
        new StartError(`Port ${port} of 127.0.0.1 is taken: stop what listens there, or choose another with --port.`),
      );
    });
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), stopWithinMs);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
