import { Agent, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';

export interface RawReply {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  readonly ms: number;
}

export interface RawRequest {
  readonly method: string;
  /** As it is to stand on the wire, odd characters and all. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer | undefined;
  /** Sends the body in chunks, so that no length is declared. */
  readonly chunked?: boolean;
}

/** A client that sends what it is told, where `fetch` would mend or refuse it. */
export class RawClient {
  readonly #url: URL;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 });
  constructor(url: string) {
    this.#url = new URL(url);
  }

  send({ method, path, headers = {}, body, chunked = false }: RawRequest): Promise<RawReply> {
    const startedAt = performance.now();
    const { hostname: host, port } = this.#url;
    const bytes = body === undefined ? null : Buffer.from(body as string);
    const length = bytes === null || chunked ? {} : { 'content-length': String(bytes.length) };
    return new Promise((resolve, reject) => {
      const sent: OutgoingHttpHeaders = { ...length, ...(headers as OutgoingHttpHeaders) };
      const options = { host, port, method, path, agent: this.#agent, headers: sent };
      const call = request(options, (answer) => read(answer, startedAt).then(resolve, reject));
      call.once('error', reject);
      if (bytes !== null) call.write(bytes);
      call.end();
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

async function read(answer: IncomingMessage, startedAt: number): Promise<RawReply> {
  let text = '';
  answer.setEncoding('utf8');
  for await (const chunk of answer) text += chunk;
  const contentType = String(answer.headers['content-type'] ?? '');
  return { status: answer.statusCode ?? 0, contentType, text, ms: performance.now() - startedAt };
}
