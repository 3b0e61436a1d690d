import type { ServerResponse } from 'node:http';

/** An answer, whoever made it: a function, the gateway itself, the issuer. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  readonly cookies?: readonly string[];
}

export const jsonReply = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});

export const htmlReply = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...htmlHeaders, ...headers },
  body,
});

/** For pages that load and run nothing, and that no other page may frame. */
const htmlHeaders = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
};

export const redirectReply = (location: string): Reply => ({
  status: 303,
  headers: { location, 'cache-control': 'no-store' },
  body: '',
});

/** Writes an answer, whose type no browser is to guess; one to a caller who has gone is dropped. */
export function send(response: ServerResponse, { status, headers, body, cookies }: Reply): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, {
    'x-content-type-options': 'nosniff',
    ...headers,
    'content-length': Buffer.byteLength(body),
    ...(cookies && cookies.length > 0 && { 'set-cookie': [...cookies] }),
  });
  response.end(body);
}
