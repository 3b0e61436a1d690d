import { connect, type Socket } from 'node:net';

/** What of a command is looked at. */
interface Command {
  readonly input: object;
  readonly constructor: { readonly name: string };
}

type Call = (args: { readonly input: object }) => Promise<{ readonly output: object }>;
type Around = (next: Call, context: { readonly commandName: string }) => Call;

interface Placed {
  readonly around: Around;
  readonly name: string;
  readonly priority: string;
}

/**
 * A client of DynamoDB's JSON protocol for an emulator on the same machine: no signature, no endpoint rules, no retries,
 * one kept connection at a time and one write a request. What the system sends is in the protocol's form already, so that
 * the SDK's own client would only cost: two thirds of all the time, and ten thousand histories make three million calls.
 * That the SDK's says the same is told by the tests of the fund’s store, of functions and of the whole system.
 */
export class LeanClient {
  readonly #host: string;
  readonly #port: number;
  readonly #idle: Socket[] = [];
  readonly #all = new Set<Socket>();
  readonly #placed: Placed[] = [];
  /** As much of the SDK's as tests need: what stands around every call, `high` outermost, then as it was added. */
  readonly middlewareStack = {
    add: (
      around: Around,
      { name = '', priority = 'normal', override = false }: Partial<Placed & { override: boolean }>,
    ) => {
      const known = override ? this.#placed.findIndex((placed) => placed.name === name) : -1;
      if (known >= 0) this.#placed.splice(known, 1, { around, name, priority });
      else if (priority === 'high') this.#placed.unshift({ around, name, priority });
      else this.#placed.push({ around, name, priority });
    },
  };

  constructor(endpoint: string) {
    const { hostname, port } = new URL(endpoint);
    this.#host = hostname;
    this.#port = Number(port);
  }

  async send(command: Command): Promise<object> {
    const commandName = command.constructor.name;
    const call = this.#placed.reduceRight<Call>(
      (next, { around }) => around(next, { commandName }),
      async ({ input }) => ({
        output: await this.#call(commandName, input),
      }),
    );
    return (await call({ input: command.input })).output;
  }

  async #call(commandName: string, input: object): Promise<object> {
    const socket = this.#idle.pop() ?? this.#open();
    const body = Buffer.from(JSON.stringify(input, binaryAsText));
    const target = `DynamoDB_20120810.${commandName.replace(/Command$/, '')}`;
    const head = `POST / HTTP/1.1\r\nhost: ${this.#host}\r\nx-amz-target: ${target}\r\n${fixed}`;
    socket.write(Buffer.concat([Buffer.from(`${head}content-length: ${body.length}\r\n\r\n`), body]));
    const { status, text } = await answerOn(socket);
    this.#idle.push(socket);
    const answer = (text.includes('{"B":') ? JSON.parse(text, textAsBinary) : JSON.parse(text)) as Answer;
    if (status === 200) return { $metadata: {}, ...answer };
    const name = String(answer.__type).replace(/^.*#/, '');
    const { message = name, ...said } = answer;
    throw Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status }, ...said });
  }

  #open(): Socket {
    const socket = connect({ host: this.#host, port: this.#port, noDelay: true });
    this.#all.add(socket);
    // Whoever waits for an answer on it hears of its end; an idle one is only used no more.
    socket
      .on('error', () => undefined)
      .once('close', () => {
        this.#all.delete(socket);
        const idle = this.#idle.indexOf(socket);
        if (idle >= 0) this.#idle.splice(idle, 1);
      });
    return socket;
  }

  destroy(): void {
    for (const socket of this.#all) socket.destroy();
  }
}

interface Answer {
  readonly __type?: string;
  readonly message?: string;
}

/** Bytes are base64 on the wire; `this` is what holds the value, before anything was made of it. */
function binaryAsText(this: unknown, key: string, value: unknown): unknown {
  const raw = (this as Readonly<Record<string, unknown>>)[key];
  return raw instanceof Uint8Array ? Buffer.from(raw).toString('base64') : value;
}

const textAsBinary = (key: string, value: unknown): unknown =>
  key === 'B' && typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64')) : value;

/** What an emulator takes for a signature: its form is looked at, and nothing else. */
const fixed = `content-type: application/x-amz-json-1.0\r
x-amz-date: 20260101T000000Z\r
authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0\r
`;

/** Reads one answer of a known length. */
function answerOn(socket: Socket): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    let read: Buffer = Buffer.alloc(0);
    const onData = (part: Buffer): void => {
      read = read.length === 0 ? part : Buffer.concat([read, part]);
      const response = parsed(read);
      if (!response) return;
      socket.off('data', onData).off('error', onEnd).off('close', onEnd);
      resolve(response);
    };
    const onEnd = (): void => reject(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
    socket.on('data', onData).once('error', onEnd).once('close', onEnd);
  });
}

interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

function parsed(read: Buffer): HttpAnswer | null {
  const end = read.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const head = read.subarray(0, end).toString('latin1');
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1]);
  if (!Number.isInteger(length)) throw new Error('an answer of no known length');
  if (read.length < end + 4 + length) return null;
  return { status: Number(head.split(' ')[1]), text: read.subarray(end + 4, end + 4 + length).toString('utf8') };
}
