import { randomUUID } from 'node:crypto';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** An empty object where the answer was not JSON. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Request {
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An outside client of the API on one machine: signs in as one of the local clients and speaks plain HTTP. */
export class Api {
  readonly #url: string;
  readonly #tokens = new Map<string, Promise<string>>();
  constructor(url: string) {
    this.#url = url;
  }

  get(client: string, path: string, headers: Request['headers'] = {}): Promise<Reply> {
    return this.send(client, 'GET', path, { headers });
  }

  post(client: string, path: string, body?: unknown, request: Request = {}): Promise<Reply> {
    return this.send(client, 'POST', path, { ...request, body });
  }

  async send(client: string | null, method: string, path: string, request: Request): Promise<Reply> {
    const { body, key = randomUUID(), headers = {} } = request;
    const answer = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        ...(client !== null && { authorization: `Bearer ${await this.token(client)}` }),
        ...(method === 'POST' && path.startsWith('/v1/') && { 'idempotency-key': key }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        'accept-language': 'en',
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return { status: answer.status, headers: answer.headers, text, body: isJson ? JSON.parse(text) : {} };
  }

  /** A token of a local client (api.md, "Who may call"), kept until the clock is moved. */
  token(client: string): Promise<string> {
    const known = this.#tokens.get(client);
    if (known) return known;
    const token = this.#fetchToken(client);
    this.#tokens.set(client, token);
    return token;
  }

  /** Moves the one clock; tokens are issued by it, so new ones are fetched afterwards. */
  async moveClock(now: string): Promise<void> {
    const answer = await this.send(null, 'PUT', '/local/clock', { body: { now } });
    if (answer.status !== 200) throw new Error(`the clock was not moved to ${now}: ${answer.text}`);
    this.#tokens.clear();
  }

  async #fetchToken(client: string): Promise<string> {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: client,
      client_secret: 'local-only',
    });
    const answer = await fetch(`${this.#url}/oauth2/token`, { method: 'POST', body: form });
    if (!answer.ok) throw new Error(`no token for ${client}: ${await answer.text()}`);
    return ((await answer.json()) as { access_token: string }).access_token;
  }
}

/** Follows an import until the worker has done with it. */
export async function untilImported(api: Api, importId: string, timeoutMs = 90_000): Promise<Reply['body']> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const { body } = await api.get('office-1', `/v1/imports/${importId}`);
    if (['done', 'failed', 'awaiting-release'].includes(String(body.state))) return body;
    if (performance.now() > deadline) throw new Error(`import ${importId} is still ${body.state}`);
    await new Promise((wake) => setTimeout(wake, 50));
  }
}

/** The instant of a time of a day in Shanghai. */
export const shanghai = (day: string, time: string): string => new Date(`${day}T${time}+08:00`).toISOString();
