import { AsyncLocalStorage } from 'node:async_hooks';
import type {
  BatchGetItemCommandInput,
  BatchWriteItemCommandInput,
  QueryCommandInput,
  QueryCommandOutput,
  TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { Crash, conflictAt, errorOf, type Fault, faults } from '../support/faults.ts';
import { halvesOf, together } from '../support/torn-read.ts';
import { Chance, seedOf } from './chance.ts';
import type { SiteBook, SiteFault } from './sites.ts';
import { StaleIndexes } from './stale-indexes.ts';
import { inNoTime } from './waits.ts';

/** One run of an operation: from its start until it answers, throws, or its process ends. */
export interface Run {
  /** What runs, such as `apply` or `night:expire`. */
  readonly label: string;
  readonly seed: number;
  /** How many faults it may still meet. */
  faultsLeft: number;
  /** What overtakes it once, at its write; null where nothing may. */
  overtake: (() => Promise<void>) | null;
  isDead: boolean;
  /** Answers its caller 503 while it is still at work; null if it is nobody's command. */
  answerUnavailable: (() => void) | null;
  /** Whether it has met a fault. */
  isHit: boolean;
  readonly calls: Map<string, number>;
}

export const newRun = (label: string, seed: number, faultsLeft: number): Run => ({
  label,
  seed,
  faultsLeft,
  overtake: null,
  isDead: false,
  answerUnavailable: null,
  isHit: false,
  calls: new Map(),
});

/** One fault at the call with a number, counted from 1 over all runs; null only counts. */
export interface Planned {
  readonly number: number;
  readonly fault: SiteFault;
}

export interface WireOptions {
  readonly seed: number;
  /** In place of chance: exactly this, or nothing. */
  readonly planned?: Planned | null;
  readonly sites: SiteBook;
  /** Hears of what is written in batches, outside any transaction. */
  readonly written: (input: BatchWriteItemCommandInput) => void;
  /** What the store answers to a transaction that it refuses for good; null to any other. */
  readonly refusalOf: (input: TransactWriteItemsCommandInput) => Error | null;
  /** Looks at every transaction that was applied, before anybody goes on. */
  readonly observe: (run: Run, input: TransactWriteItemsCommandInput) => Promise<void>;
}

/** Of a site and fault: how likely a history arms it, and an armed one fires. */
const armedPercent = 30;
const firesPercent = 16;
const ordinalMax = 6;

type Next = (args: { readonly input: object }) => Promise<{ readonly output: object }>;

/**
 * Stands in every client's middleware, outside the SDK's own retries: numbers the calls of each run, and at armed sites
 * makes them fail in all the ways in which calls fail.
 */
export class Wire {
  readonly #options: WireOptions;
  readonly #runs = new AsyncLocalStorage<Run>();
  readonly #stale = new StaleIndexes();
  readonly #frozen: (() => void)[] = [];
  /** Every call by its site, in order. */
  readonly calls: string[] = [];
  /** Off: no fault is met, as when all is well again. */
  isFaulty = true;

  constructor(options: WireOptions) {
    this.#options = options;
  }

  run<Result>(run: Run, act: () => Promise<Result>): Promise<Result> {
    return this.#runs.run(run, () => inNoTime(act));
  }

  /** Calls of the simulator itself: not numbered, never failed. */
  outside<Result>(act: () => Promise<Result>): Promise<Result> {
    return this.#runs.exit(act);
  }

  /** Whether the process that is running just now has ended: what it says nobody hears. */
  get isDead(): boolean {
    return this.#runs.getStore()?.isDead ?? false;
  }

  /** The process that was frozen first goes on where it was, with the connections that it had cut off. */
  thawFirst(): void {
    this.#frozen.shift()?.();
  }

  /** A middleware for step `initialize`. */
  readonly around =
    (next: Next, context: { readonly commandName?: string }) => async (args: { readonly input: object }) => {
      const run = this.#runs.getStore();
      if (!run) return next(args);
      if (run.isDead) throw new Crash('the process has ended');
      const command = context.commandName ?? '';
      const site = this.#siteOf(run, command);
      if (this.isFaulty) this.calls.push(site);
      const fault = this.#faultAt(run, site, command, args.input);
      if (fault === null) return this.#call(run, command, next, args);
      run.faultsLeft -= 1;
      run.isHit = true;
      this.#options.sites.fire(site, fault);
      return this.#failing(run, fault, { command, next, args, site });
    };

  #siteOf({ label, calls }: Run, command: string): string {
    const ordinal = (calls.get(command) ?? 0) + 1;
    calls.set(command, ordinal);
    const site = `${label} ${command.replace(/Command$/, '')}#${Math.min(ordinal, ordinalMax)}`;
    this.#options.sites.pass(site);
    return site;
  }

  #faultAt(run: Run, site: string, command: string, input: object): SiteFault | null {
    const { planned } = this.#options;
    if (!this.isFaulty) return null;
    if (planned !== undefined) return this.#isPlanned() ? (planned?.fault ?? null) : null;
    if (run.faultsLeft <= 0) return null;
    const isWrite = command === 'TransactWriteItemsCommand';
    // Also between two reads: the first may be from before, and the second from after.
    const isRead = command === 'BatchGetItemCommand';
    const isIndex = (input as QueryCommandInput).IndexName !== undefined;
    const possible: readonly SiteFault[] = [
      ...faults,
      ...((isWrite || isRead) && run.overtake ? (['overtaken'] as const) : []),
      ...(isWrite ? (['in-hand'] as const) : []),
      ...(isRead && run.overtake ? (['torn'] as const) : []),
      ...(isIndex ? (['stale-index'] as const) : []),
      ...(run.answerUnavailable ? (['frozen'] as const) : []),
    ];
    const { seed } = this.#options;
    const armed = possible.filter(
      (fault) => seedOf(seed, site, fault) % 100 < armedPercent || fault === 'overtaken' || fault === 'torn',
    );
    const chance = new Chance(seedOf(run.seed, site, run.calls.get(command) ?? 0));
    return armed.length > 0 && chance.isIn(Math.min(60, firesPercent * armed.length)) ? chance.one(armed) : null;
  }

  /** Once: a call that is tried again has the next number. */
  #isPlanned(): boolean {
    const { planned } = this.#options;
    return planned?.number === this.calls.length;
  }

  async #call(run: Run, command: string, next: Next, args: { readonly input: object }) {
    const refusal =
      command === 'TransactWriteItemsCommand'
        ? this.#options.refusalOf(args.input as TransactWriteItemsCommandInput)
        : null;
    if (refusal) throw refusal;
    const answer = await next(args);
    if (command === 'BatchWriteItemCommand') this.#options.written(args.input as BatchWriteItemCommandInput);
    if (command === 'TransactWriteItemsCommand') {
      await this.outside(() => this.#options.observe(run, args.input as TransactWriteItemsCommandInput));
    }
    if (command === 'QueryCommand')
      this.#stale.remember(args.input as QueryCommandInput, answer.output as QueryCommandOutput);
    return answer;
  }

  async #failing(
    run: Run,
    fault: SiteFault,
    { command, next, args, site }: { command: string; next: Next; args: { readonly input: object }; site: string },
  ) {
    if (fault === 'overtaken') {
      const overtake = run.overtake;
      run.overtake = null;
      if (overtake) await this.outside(overtake);
      return this.#call(run, command, next, args);
    }
    if (fault === 'torn') {
      const [asked, later] = halvesOf(args.input as BatchGetItemCommandInput);
      const first = await this.#call(run, command, next, { ...args, input: asked });
      const overtake = run.overtake;
      run.overtake = null;
      if (overtake) await this.outside(overtake);
      if (Object.keys(later.RequestItems ?? {}).length === 0) return first;
      const second = await this.#call(run, command, next, { ...args, input: later });
      return { ...first, output: together(first.output, second.output) };
    }
    if (fault === 'in-hand') {
      const { TransactItems = [] } = args.input as TransactWriteItemsCommandInput;
      const inHand = new Chance(seedOf(run.seed, site, 'in-hand')).below(TransactItems.length);
      throw conflictAt(inHand, TransactItems.length);
    }
    if (fault === 'frozen') {
      // Half of them have been applied, and nobody has heard of it.
      if (new Chance(seedOf(run.seed, site, 'frozen')).isIn(50)) await this.#call(run, command, next, args);
      run.faultsLeft = 0;
      run.answerUnavailable?.();
      await new Promise<void>((resolve) => this.#frozen.push(resolve));
      throw errorOf('answer-lost', command);
    }
    if (fault === 'stale-index') {
      const answer = await this.#call(run, command, next, args);
      const chance = new Chance(seedOf(run.seed, site, 'stale'));
      const output = this.#stale.older(args.input as QueryCommandInput, answer.output as QueryCommandOutput, chance);
      return { ...answer, output };
    }
    return this.#failed(run, fault, () => this.#call(run, command, next, args), command);
  }

  async #failed(run: Run, fault: Fault, call: () => Promise<unknown>, command: string): Promise<never> {
    if (fault === 'answer-lost' || fault === 'crash-after') await call();
    if (fault === 'crash-before' || fault === 'crash-after') run.isDead = true;
    throw errorOf(fault, command);
  }
}
