import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SQSClient } from '@aws-sdk/client-sqs';

/** What can go wrong at one call to DynamoDB or SQS. */
export const faults = ['conflict', 'throttle', 'answer-lost', 'crash-before', 'crash-after'] as const;
export type Fault = (typeof faults)[number];

/** The process is no more. Nothing in the system may catch it and go on with effect: every later call fails the same way. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

export interface FaultHook {
  /** Arms one fault at the call with this number (from 1, counted from now on); null only counts. */
  arm(fault: Fault | null, site: number): void;
  /** The calls made since the hook was armed, by command name. */
  readonly calls: readonly string[];
  /** How many faults have been met since the hook was made. */
  readonly met: number;
}

let hooks = 0;

/**
 * The one fault hook: a middleware around every call of the given clients, outside the SDK's own retries, so that what
 * it raises is what the store has to deal with.
 */
export function hookFaults(...clients: readonly (DynamoDBClient | SQSClient)[]): FaultHook {
  let armed: { readonly fault: Fault | null; readonly site: number } = { fault: null, site: 0 };
  let calls: string[] = [];
  let fired = false;
  let dead = false;
  let met = 0;

  type Next = (args: never) => Promise<unknown>;
  const around = (next: Next, context: { commandName?: string }) => async (args: never) => {
    if (dead) throw new Crash('the process has ended');
    calls.push(context.commandName ?? 'unknown');
    const { fault, site } = armed;
    if (fault === null || fired || calls.length !== site) return next(args);
    fired = true;
    met += 1;
    if (fault === 'answer-lost' || fault === 'crash-after') await next(args);
    dead = fault === 'crash-before' || fault === 'crash-after';
    throw errorOf(fault, context.commandName);
  };
  for (const client of clients) {
    // The two clients' stacks differ in types that this middleware never looks at.
    const stack = client.middlewareStack as unknown as {
      add(middleware: typeof around, options: { step: 'initialize'; name: string; priority: 'high' }): void;
    };
    // A name of its own: the SDK's stack takes a name once, and a client may be hooked again by another test of its file.
    hooks += 1;
    stack.add(around, { step: 'initialize', name: `faults-${hooks}`, priority: 'high' });
  }
  return {
    arm: (fault, site) => {
      armed = { fault, site };
      calls = [];
      fired = false;
      dead = false;
    },
    get calls() {
      return calls;
    },
    get met() {
      return met;
    },
  };
}

/** What a caller sees of a fault at a call of a command. */
export function errorOf(fault: Fault, commandName: string | undefined): Error {
  switch (fault) {
    case 'conflict':
      return conflictOf(commandName);
    case 'throttle':
      return named('ThrottlingException', 'throttled by the test');
    case 'answer-lost':
      return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    case 'crash-before':
      return new Crash('before the call');
    case 'crash-after':
      return new Crash('after the call');
  }
}

function conflictOf(commandName: string | undefined): Error {
  if (commandName !== 'TransactWriteItemsCommand') return named('ThrottlingException', 'throttled by the test');
  const reasons = { CancellationReasons: [{ Code: 'TransactionConflict' }] };
  return Object.assign(named('TransactionCanceledException', 'conflict by the test'), reasons);
}

/** What DynamoDB says to a transaction of so many items if another has one of them in hand. */
export function conflictAt(place: number, items: number): Error {
  const CancellationReasons = Array.from({ length: items }, (_, index) => ({
    Code: index === place ? 'TransactionConflict' : 'None',
  }));
  return Object.assign(named('TransactionCanceledException', 'conflict by the test'), { CancellationReasons });
}

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

/** Whether the process has ended: a job that goes on past what fails tells of it among its failures. */
const isCrash = (error: unknown): boolean =>
  error instanceof Crash || (error instanceof AggregateError && error.errors.some(isCrash));

/**
 * Does something again after a crash, as a client that got no answer does, a queue that delivers again, or a schedule: the
 * process starts anew, with nothing more armed.
 */
export async function insist<Result>(hook: FaultHook, act: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (!isCrash(error)) throw error;
      hook.arm(null, 0);
    }
  }
  throw new Error('three crashes of one fault');
}
