import type { IncomingMessage } from 'node:http';
import { type Client, findClient } from './clients.ts';

/** Cookies know no ports: without its port in the name, two systems on one machine would take each other's. */
const nameAt = (origin: string): string => `issuer-${new URL(origin).port}`;

const attributes = 'Path=/oauth2; HttpOnly; SameSite=Lax';

/** The cookie that remembers who has chosen to be whom, until the browser is closed. */
export const rememberWho = ({ id }: Client, origin: string): string =>
  `${nameAt(origin)}=${encodeURIComponent(id)}; ${attributes}`;

/** The cookie that forgets. */
export const rememberNobody = (origin: string): string => `${nameAt(origin)}=; Max-Age=0; ${attributes}`;

/** Who the browser says that it was; this issuer asks for no password, so there is nothing to forge. */
export function rememberedClient(request: IncomingMessage, origin: string): Client | null {
  const name = nameAt(origin);
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value = ''] = part.trim().split('=');
    // URLSearchParams decodes without failing on a stray percent sign.
    if (key === name) return findClient(new URLSearchParams(`x=${value}`).get('x') ?? '');
  }
  return null;
}
