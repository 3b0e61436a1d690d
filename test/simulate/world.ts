import { createHash } from 'node:crypto';
import {
  type BatchWriteItemCommandInput,
  DynamoDBClient,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Services } from '../../shared/operations/services.ts';
import { queues } from '../../shared/platform/config.ts';
import { objectSigner } from '../../shared/platform/services.ts';
import type { ItemKey } from '../../shared/store/database.ts';
import type { Doorbell } from '../../shared/store/doorbell.ts';
import type { QueueName } from '../../shared/store/outbox.ts';
import { type TableName, tables } from '../../shared/store/tables.ts';
import type { LeanClient } from '../support/lean-client.ts';
import { testCredentials } from '../support/objects.ts';
import { leanClient, testClient } from '../support/store-at.ts';
import { Chance } from './chance.ts';
import { bucketOf } from './contents.ts';
import { City } from './model/city.ts';
import { shanghaiDayOf } from './model/days.ts';
import { keyOf as keyIn, observe } from './observe.ts';
import { isAbout, isAlarmAbout, type Poison, refusalOf } from './poison/poison.ts';
import { SimulatedQueue } from './queue.ts';
import { SiteBook } from './sites.ts';
import { type Planned, type Run, Wire } from './wire.ts';

type Applied = TransactWriteItemsCommandInput;

/** A command on its way: told when the transaction that holds its answer was applied. */
export interface Pending {
  /** Before its events are looked at. */
  arriving(): void;
  /** With the answer that was stored. */
  committed(body: string): void;
}

export interface Tally {
  operations: number;
  commits: number;
  checks: number;
  accepted: number;
  refused: number;
  /** How often each kind of command was answered how, as `apply accepted` or `apply cap-exceeded`. */
  readonly answers: Map<string, number>;
}

export interface WorldOptions {
  readonly endpoint: string;
  /** Of the tables of this history. */
  readonly prefix: string;
  readonly seed: number;
  readonly now: string;
  /** In place of chance: one fault at one call, or none (null). */
  readonly planned?: Planned | null;
  /** The SDK's own client, in place of the lean one. */
  readonly isWhole?: boolean;
}

/** One history's city: the real system over the emulator, the model beside it, and all that goes wrong between them. */
export class World {
  readonly seed: number;
  readonly city = new City();
  readonly services: Services;
  readonly wire: Wire;
  readonly queue = new SimulatedQueue();
  readonly sites = new SiteBook();
  readonly pending = new Map<string, Pending>();
  readonly chains = new Map<string, { readonly version: number; readonly hash: string; readonly state: string }>();
  /** Of every event: none twice. */
  readonly salts = new Set<string>();
  /** The names that are kept of each person. */
  readonly named = new Map<string, { readonly isErased: boolean; readonly names: number }>();
  /** The standing that was last written with each enterprise. */
  readonly standings = new Map<string, Readonly<Record<string, unknown>>>();
  readonly states = new Set<string>();
  readonly moves = new Set<string>();
  readonly violations: string[] = [];
  /** The one thing that the store refuses for good; null while there is none. */
  poisoned: Poison | null = null;
  /** The id of what was refused at some time, and is no more. */
  refusedOnce: string | null = null;
  /** Of what kinds it was, and how it was refused. */
  readonly refusals: string[] = [];
  /** What was said of it in the log, to call a person. */
  readonly alarms: string[] = [];
  /** Commands that were answered 503 and whose processes are frozen. */
  readonly frozen: Promise<unknown>[] = [];
  readonly story: string[] = [];
  readonly tally: Tally = { operations: 0, commits: 0, checks: 0, accepted: 0, refused: 0, answers: new Map() };
  /** What queue faults are drawn from; null while nothing goes wrong. */
  queueChance: Chance | null;
  now: string;
  /** The number of the operation that was done last. */
  lastStep = 0;
  /** A day has begun whose jobs have not run yet. */
  isNightDue = false;
  readonly #written = new Map<string, ItemKey>();
  #ids = 0;
  #keys = 0;
  readonly #client: LeanClient | DynamoDBClient;
  readonly #names: ReadonlyMap<string, string>;

  constructor({ endpoint, prefix, seed, now, planned, isWhole = false }: WorldOptions) {
    this.seed = seed;
    this.now = now;
    this.queueChance = planned === undefined ? new Chance(seed) : null;
    const watch = { sites: this.sites, observe: (run: Run, input: Applied) => observe(this, run, input) };
    const written = (input: BatchWriteItemCommandInput) => this.#noteBatch(input);
    const refusal = (input: Applied) => refusalOf(this.poisoned, input);
    this.wire = new Wire({ seed, written, refusalOf: refusal, ...watch, ...(planned !== undefined && { planned }) });
    const settings = { region: 'us-east-1', credentials: testCredentials };
    this.#client = isWhole ? testClient(endpoint) : leanClient(endpoint);
    addMiddleware(this.#client, this.wire.around);
    const client = this.#client as DynamoDBClient;
    const sqs = new SQSClient({ ...settings, endpoint });
    addMiddleware(sqs, this.wire.around);
    // Nearer to the network than the faults: what is sent goes to the simulated queue.
    addMiddleware(
      sqs,
      (_next) =>
        async ({ input }) =>
          this.#send(input as SendInput),
      'low',
    );
    this.#names = new Map(Object.keys(tables).map((name) => [`${prefix}-${name}`, name]));
    this.services = {
      database: {
        client,
        tableNames: Object.fromEntries(Object.keys(tables).map((name) => [name, `${prefix}-${name}`])) as Record<
          TableName,
          string
        >,
      },
      objects: { signer: objectSigner(new DynamoDBClient(settings)), address: bucketOf(prefix, this.city.documents) },
      checkpoints: { signer: objectSigner(new DynamoDBClient(settings)), address: '' },
      queues: {
        client: sqs,
        urls: Object.fromEntries(Object.keys(queues).map((name) => [name, `${endpoint}/${name}`])) as Record<
          QueueName,
          string
        >,
      },
      institutionsSeen: new Map(),
      namesKept: new Map(),
      newId: (kind, at) => this.#newId(kind, at),
      now: () => this.now,
      log: { info: () => undefined, warn: () => undefined, error: (message, facts) => this.#logError(message, facts) },
    };
  }

  get today(): string {
    return shanghaiDayOf(this.now);
  }

  /** Processes that were frozen go on, until they do nothing more; what they answer nobody hears. */
  async thaw(): Promise<void> {
    // One after the other, so that a seed plays the same again.
    for (const sent of this.frozen.splice(0)) {
      this.tell('a frozen process goes on');
      this.wire.thawFirst();
      await Promise.allSettled([sent]);
    }
  }

  tableOf(real: string | undefined): TableName {
    return (this.#names.get(real ?? '') ?? 'settings') as TableName;
  }

  /** Counts a check; a false one is a violation. */
  check(holds: boolean, otherwise: string): void {
    this.tally.checks += 1;
    if (!holds) this.violations.push(otherwise);
  }

  tell(line: string): void {
    this.story.push(`${this.now.slice(0, 16)}  ${line}`);
  }

  nextKey(): string {
    this.#keys += 1;
    return `key-${String(this.#keys).padStart(6, '0')}`;
  }

  /** Every item that was ever written, so that it can be taken out again. */
  get written(): readonly ItemKey[] {
    return [...this.#written.values()];
  }

  note(key: ItemKey): void {
    this.#written.set(JSON.stringify([key.table, key.key]), key);
  }

  #noteBatch({ RequestItems = {} }: BatchWriteItemCommandInput): void {
    for (const [real, requests] of Object.entries(RequestItems)) {
      const table = this.tableOf(real);
      for (const { PutRequest } of requests) {
        if (PutRequest?.Item) this.note(keyIn(table, unmarshall(PutRequest.Item)));
      }
    }
  }

  /** Sortable by creation, as the system's own, and without chance. */
  #newId(kind: string, at: string): string {
    this.#ids += 1;
    return `${kind}-${Date.parse(at).toString(36).padStart(9, '0')}${String(this.#ids).padStart(6, '0')}`;
  }

  #send({ QueueUrl = '', MessageBody = '' }: SendInput) {
    const queue = QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1) as QueueName;
    const doorbell = JSON.parse(MessageBody) as Doorbell;
    this.queue.send({ queue, doorbell }, this.wire.isFaulty ? this.queueChance : null);
    const MD5OfMessageBody = createHash('md5').update(MessageBody).digest('hex');
    return { output: { $metadata: {}, MD5OfMessageBody }, response: {} };
  }

  /** Whether a text names the one thing that the store refuses for good. */
  isOfPoison(text: string): boolean {
    return isAbout(this.poisoned, text);
  }

  #logError(message: string, facts: Readonly<Record<string, unknown>> = {}): void {
    if (this.wire.isDead) return;
    if (isAlarmAbout(this.city, this.poisoned, facts)) this.alarms.push(message);
    else this.violations.push(`alarm: ${message} ${JSON.stringify(facts)}`);
  }
}

interface SendInput {
  readonly QueueUrl?: string;
  readonly MessageBody?: string;
}

type Around = (
  next: (args: { readonly input: object }) => Promise<{ readonly output: object }>,
  context: { readonly commandName?: string },
) => (args: { readonly input: object }) => Promise<{ readonly output: object }>;

/** The client's stack has types that this middleware never looks at. */
function addMiddleware(
  client: SQSClient | DynamoDBClient | LeanClient,
  around: Around,
  priority: 'high' | 'low' = 'high',
): void {
  const stack = client.middlewareStack as unknown as {
    add(middleware: Around, options: { step: 'initialize'; name: string; priority: string }): void;
  };
  stack.add(around, { step: 'initialize', name: `simulated-${priority}`, priority });
}
