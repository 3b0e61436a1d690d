import { setTimeout as sleep } from 'node:timers/promises';
import { clientSecret } from '../issuer/clients.ts';

export interface ApiClient {
  get(path: string): Promise<Record<string, unknown>>;
  /** The same key again has the same one effect, so a load that was cut off can simply begin anew. */
  post(path: string, idempotencyKey: string, body: unknown): Promise<Record<string, unknown>>;
}

const attemptsMax = 5;
const pauseMs = 500;

/** Calls this system's own API as one of the local issuer's clients, such as `office-1`. */
export function createApiClient(url: string, clientId: string, signal: AbortSignal): ApiClient {
  let token: string | null = null;

  const fetchToken = async (): Promise<string> => {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    });
    const response = await fetch(`${url}/oauth2/token`, { method: 'POST', body, signal });
    return ((await response.json()) as { readonly access_token: string }).access_token;
  };

  const call = async (method: string, path: string, headers: Record<string, string>, body?: unknown) => {
    for (let attempt = 1; ; attempt += 1) {
      token ??= await fetchToken();
      const response = await fetch(url + path, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal,
      });
      const text = await response.text();
      if (response.ok) return JSON.parse(text) as Record<string, unknown>;
      // A token runs out when somebody moves the clock; a busy system asks to try again.
      if (response.status === 401) token = null;
      else if (response.status < 500 && response.status !== 429) throw new Error(`${method} ${path} answered ${text}`);
      if (attempt >= attemptsMax) throw new Error(`${method} ${path} answered ${text}`);
      await sleep(pauseMs, undefined, { signal });
    }
  };

  return {
    get: (path) => call('GET', path, {}),
    post: (path, idempotencyKey, body) => call('POST', path, { 'idempotency-key': idempotencyKey }, body),
  };
}
