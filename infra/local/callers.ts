import type { IncomingMessage } from 'node:http';
import { commonHeaders } from '../../shared/platform/problem.ts';
import { jsonReply, type Reply } from './gateway/reply.ts';

/** The names by which this server may be asked. */
const hostsOf = (port: number): readonly string[] => [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];

/** Without a port, as a browser names the usual one. */
const withPort = (host: string): string => (/:\d+$/.test(host) ? host : `${host}:80`);

/**
 * Whether a call names this server as its host. A page of another name that was mapped to this address (DNS rebinding) is of
 * this origin for its browser, and gives itself away by that name alone.
 */
export const namesThisServer = ({ headers, socket }: IncomingMessage): boolean =>
  headers.host !== undefined && hostsOf(socket.localPort ?? 0).includes(withPort(headers.host.toLowerCase()));

/** Tells who asks under another name by which names to ask (421). */
export function misdirected({ url = '', socket, headers }: IncomingMessage): Reply {
  const hosts = hostsOf(socket.localPort ?? 0);
  const inEnglish = /^\s*en\b/i.test(headers['accept-language'] ?? '');
  const problem = {
    type: 'urn:problem:misdirected',
    title: inEnglish ? 'Not this server’s name' : '主机名不符',
    status: 421,
    detail: inEnglish
      ? `This server answers to ${hosts.join(', ')} only.`
      : `本机服务仅接受以 ${hosts.join('、')} 访问。`,
    instance: url.split('?')[0],
    code: 'misdirected',
  };
  return {
    ...jsonReply(421, problem, { ...commonHeaders, 'content-type': 'application/problem+json; charset=utf-8' }),
  };
}

/**
 * Whether a page of another origin makes a browser ask. Browsers say where a request comes from; programs such as curl do not, and
 * are not meant: they can read the data folder as well.
 */
export function comesFromAnotherSite({ headers, socket }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  if (headers.origin === undefined) return false;
  return !hostsOf(socket.localPort ?? 0).some((host) => headers.origin === `http://${host}`);
}
