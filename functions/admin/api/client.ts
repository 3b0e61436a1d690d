import type { BodyOf, GetPath, GetReply, ParamsOf, PostPath, PostReply, QueryOf } from './calls.ts';
import { type Outcome, plainProblem, problemOf } from './problem.ts';

/** What a call needs beside its path. */
export interface Asked<Path extends GetPath> {
  readonly params?: ParamsOf<Path>;
  readonly query?: QueryOf<Path>;
  readonly signal?: AbortSignal;
}

export interface Sent<Path extends PostPath> {
  readonly params?: ParamsOf<Path>;
  readonly body: BodyOf<Path>;
  /** Made once an intent, so that no double click and no retry does a thing twice. */
  readonly key: string;
  /** The version that the user looked at: `If-Match`. */
  readonly version?: number;
}

export interface Surroundings {
  readonly apiUrl: string;
  readonly token: () => string | null;
  readonly language: () => string;
  /** The sentence for no answer at all. */
  readonly unreachable: () => string;
  readonly onUnauthenticated: () => void;
}

/** The one way to the HTTP API: typed by the route table, and every refusal a value. */
export class ApiClient {
  readonly #surroundings: Surroundings;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  async get<Path extends GetPath>(path: Path, asked: Asked<Path> = {}): Promise<Outcome<GetReply<Path>>> {
    const { params, query, signal } = asked;
    const outcome = await this.#fetch(addressOf(path, params, query), { signal: signal ?? null });
    if (outcome.kind === 'refused') return outcome;
    return { kind: 'done', value: (await outcome.value.json()) as GetReply<Path> };
  }

  async send<Path extends PostPath>(path: Path, sent: Sent<Path>): Promise<Outcome<PostReply<Path>>> {
    const outcome = await this.#fetch(addressOf(path, sent.params), {
      method: 'POST',
      body: JSON.stringify(sent.body),
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': sent.key,
        ...(sent.version !== undefined && { 'If-Match': `"${sent.version}"` }),
      },
    });
    if (outcome.kind === 'refused') return outcome;
    return { kind: 'done', value: (await outcome.value.json()) as PostReply<Path> };
  }

  /** The same resource as a document: a sheet, a workbook, minutes. */
  async document<Path extends GetPath>(path: Path, accept: string, asked: Asked<Path> = {}): Promise<Outcome<Blob>> {
    const outcome = await this.#fetch(addressOf(path, asked.params, asked.query), { headers: { Accept: accept } });
    return outcome.kind === 'refused' ? outcome : { kind: 'done', value: await outcome.value.blob() };
  }

  async #fetch(address: string, init: RequestInit): Promise<Outcome<Response>> {
    const { apiUrl, token, language, unreachable, onUnauthenticated } = this.#surroundings;
    const headers = new Headers(init.headers);
    headers.set('Accept-Language', language());
    const bearer = token();
    if (bearer !== null) headers.set('Authorization', `Bearer ${bearer}`);
    let response: Response;
    try {
      response = await fetch(`${apiUrl}${address}`, { ...init, headers, cache: 'no-store', credentials: 'omit' });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      return { kind: 'refused', problem: plainProblem(0, unreachable(), 'unreachable') };
    }
    if (response.ok) return { kind: 'done', value: response };
    if (response.status === 401) onUnauthenticated();
    return { kind: 'refused', problem: await problemOf(response) };
  }
}

/** Fills in the `{names}` of a path and adds what is asked; nothing that is undefined or empty. */
export function addressOf(
  path: string,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') asked.set(name, String(value));
  }
  const text = asked.toString();
  return text === '' ? filled : `${filled}?${text}`;
}
