import type { Journal, Sent } from './journal.ts';

export interface OutsideReply {
  readonly status: number;
  readonly text: string;
  readonly replayed: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The system was killed, or is not up: whoever asked waits for the next one. */
export class Gone extends Error {
  override readonly name = 'Gone';
}

/** Whoever speaks to the system from outside, over HTTP alone, through all its lives. */
export class Outside {
  readonly #journal: Journal;
  #url = '';
  #tokens = new Map<string, string>();
  #keys = 0;
  #up = Promise.withResolvers<void>();
  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /** The system is up again, under another address. */
  moveTo(url: string): void {
    this.#url = url;
    this.#tokens = new Map();
    this.#up.resolve();
  }

  /** The system was killed: whoever finds it gone waits until it is up again. */
  leave(): void {
    this.#up = Promise.withResolvers<void>();
  }

  whenUp(): Promise<void> {
    return this.#up.promise;
  }

  /** Sends a command once and remembers what became of it. @throws Gone where no answer came. */
  async command(client: string, path: string, body: object): Promise<OutsideReply> {
    this.#keys += 1;
    const sent = this.#journal.add({ client, path, body, key: `torture-${this.#keys}` });
    const reply = await this.send(sent);
    // Neither yes nor no: it is sent again by its key in the end.
    if (reply.status !== 503 && reply.status !== 401) sent.answer = { status: reply.status, text: reply.text };
    return reply;
  }

  /** Sends a command as it was sent before, by its key. @throws Gone where no answer came. */
  send({ client, path, body, key }: Omit<Sent, 'answer'>): Promise<OutsideReply> {
    return this.#call(client, 'POST', path, { 'idempotency-key': key, 'content-type': 'application/json' }, body);
  }

  get(client: string, path: string): Promise<OutsideReply> {
    return this.#call(client, 'GET', path, {});
  }

  /** Moves the system's clock, with every night on the way. */
  async moveClock(now: string): Promise<void> {
    await this.#fetch('/local/clock', { method: 'PUT', body: JSON.stringify({ now }) });
    this.#tokens = new Map();
  }

  async clock(): Promise<string> {
    return String(((await (await this.#fetch('/local/clock', {})).json()) as { now: string }).now);
  }

  runJob = async (name: string): Promise<void> => {
    await this.#fetch(`/local/jobs/${name}`, { method: 'POST' });
  };

  async #call(client: string, method: string, path: string, headers: Record<string, string>, body?: object) {
    for (let attempt = 1; ; attempt += 1) {
      const authorization = `Bearer ${await this.#token(client)}`;
      const answer = await this.#fetch(path, {
        method,
        headers: { ...headers, authorization, 'accept-language': 'en' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await readOf(answer);
      // A night has passed, and with it the token.
      if (answer.status === 401 && attempt < 3) {
        this.#tokens.delete(client);
        continue;
      }
      const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
      const replayed = answer.headers.get('idempotency-replayed') === 'true';
      return { status: answer.status, text, replayed, body: isJson ? JSON.parse(text) : {} };
    }
  }

  async #token(client: string): Promise<string> {
    const known = this.#tokens.get(client);
    if (known !== undefined) return known;
    const form = { grant_type: 'client_credentials', client_id: client, client_secret: 'local-only' };
    const answer = await this.#fetch('/oauth2/token', { method: 'POST', body: new URLSearchParams(form) });
    const { access_token: token } = JSON.parse(await readOf(answer)) as { access_token: string };
    this.#tokens.set(client, token);
    return token;
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(this.#url + path, init);
    } catch (error) {
      throw new Gone(String(error));
    }
  }
}

/** A body that breaks off is no answer. */
async function readOf(answer: Response): Promise<string> {
  try {
    return await answer.text();
  } catch (error) {
    throw new Gone(String(error));
  }
}
