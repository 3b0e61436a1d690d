import type { Operator } from '../domain/event.ts';
import { type Refusal, refusedBy } from '../domain/refusal.ts';
import {
  type Answer,
  answerWrite,
  commandKeys,
  type IdempotencyKey,
  type KeyState,
  keyStateIn,
  readKeyState,
} from '../store/commands.ts';
import type { ItemKey } from '../store/database.ts';
import { ring } from '../store/doorbell.ts';
import { type Job, jobWrite } from '../store/outbox.ts';
import { Items, readItems } from '../store/read.ts';
import {
  attemptsMax,
  type Patience,
  RefusedAgainAndAgain,
  Unavailable,
  patience as usual,
  waitBeforeRetry,
} from '../store/retry.ts';
import type { Act } from '../store/trail.ts';
import { type Commit, commit, type Write } from '../store/transaction.ts';
import { actorOf, type Caller } from './caller.ts';
import { keepNames, type NamedPerson } from './persons/keep-names.ts';
import type { Services } from './services.ts';

/** All that surrounds a command: who, when, its key, and what the caller believes the resource's version to be. */
export interface CommandContext {
  readonly caller: Caller;
  /** The command's one instant. */
  readonly at: string;
  /** Its day in Shanghai. */
  readonly today: string;
  readonly key: IdempotencyKey;
  /** The version that `If-Match` names; null where it was not sent. */
  readonly ifMatch: number | null;
  /** Who handled and checked it at the bank, by name. */
  readonly operator: Operator | null;
  /** The same as the trail keeps them. */
  readonly operatorSubs: Operator | null;
}

/** What a command would do: its writes, the jobs it starts, and its answer. */
export interface Change {
  readonly kind: 'change';
  readonly writes: readonly Write[];
  readonly jobs?: readonly Job[];
  readonly status: number;
  readonly body: object;
  /** The resource's version after it, for `ETag`; null where the answer is no resource. */
  readonly version: number | null;
  readonly location?: string;
  /** Whether it only tells what would be: all else that is accepted leaves an event (R30). */
  readonly isWithoutEffect?: true;
}

/**
 * A command as data: what to read first (the idempotency record comes along), what those items name to be read next,
 * what to look at outside the database, and the pure decision.
 */
export interface Plan<Seen = null> {
  /**
   * A change that can be tried before anything is read, because its writes ask all that it rests on; null where there
   * is none. Met by anything, it is forgotten, and the command is read and decided (decisions/0023).
   */
  readonly atOnce?: () => Change | null;
  readonly reads: readonly ItemKey[];
  readonly follow?: (items: Items) => readonly ItemKey[];
  /** Asks what no item says, such as what the object store holds or the figures sum up to, once the key is known to be new. */
  readonly look?: (items: Items) => Promise<Seen>;
  readonly decide: (items: Items, seen: Seen) => Change | Refusal;
  /** How often it is tried; the usual by default. */
  readonly patience?: Patience;
}

export type Outcome = { readonly kind: 'answered'; readonly answer: Answer; readonly replayed: boolean } | Refusal;

const secondRingAfterMs = 60_000;

/** The instant from which the sweeper rings again for a job that was born at another and has not been done. */
export const secondRingAt = (at: string): string => new Date(Date.parse(at) + secondRingAfterMs).toISOString();

/**
 * Runs a command: reads, decides, and commits its writes, its outbox items and its idempotency record in one
 * transaction. A conflict reads and decides afresh; an unknown fate is found out by the idempotency record; and before
 * any refusal is answered the key is read again, so that a retry never meets its own first effect.
 *
 * Refusal of its own: `idempotency-key-in-progress` where the last of all attempts still met the same key at work.
 *
 * @throws Unavailable if as many attempts as its patience allows did not get through, and RefusedAgainAndAgain, which is one
 *   too, if the store refused ten in a row though nothing that was read had changed.
 */
export async function runCommand<Seen = null>(
  services: Services,
  context: CommandContext,
  plan: Plan<Seen>,
): Promise<Outcome> {
  const { database } = services;
  const { key, at } = context;
  const run: Run = { runId: services.newId('run', at), jobs: [], isContended: false };
  const { patience = usual } = plan;
  const unread = plan.atOnce?.() ?? null;
  if (unread) {
    const { answered, outcome } = await commitChange(services, context, run, unread);
    if (answered) return answered;
    services.log.info('command not committed at once', { outcome, sub: context.caller.sub });
    // A condition that did not hold is found by reading, at once. What was busy needs a while.
    if (outcome !== 'refused') await waitBeforeRetry(1, patience);
  }
  let refused = { items: new Items(new Map()), times: 0 };
  for (let attempt = unread ? 2 : 1; attempt <= patience.attemptsMax; attempt += 1) {
    const first = await readItems(database, [...commandKeys(key), ...plan.reads]);
    const known = await outcomeOfKey(services, keyStateIn(first, key, at), run);
    if (known) return known;

    const more = plan.follow?.(first) ?? [];
    const items = more.length > 0 ? first.and(await readItems(database, more)) : first;
    const seen = plan.look ? await plan.look(items) : (null as Seen);
    const decision = plan.decide(items, seen);
    if (decision.kind === 'refused') {
      return (await outcomeOfKey(services, await readKeyState(database, key, at), run)) ?? decision;
    }

    const { answered, outcome } = await commitChange(services, context, run, decision);
    if (answered) return answered;
    if (outcome === 'refused') {
      refused = { items, times: items.equals(refused.items) ? refused.times + 1 : 1 };
      // To the caller it is the same; the log says that waiting does not help.
      if (refused.times === attemptsMax) throw new RefusedAgainAndAgain('a command');
    } else refused = { items, times: 0 };
    // Somebody wrote between our read and our write, or no answer came: read again, the key first, and decide afresh.
    services.log.info('command tried again', { outcome, attempt, sub: context.caller.sub });
    await waitBeforeRetry(attempt, patience);
  }
  if (run.isContended) return refusedBy(null, 'idempotency-key-in-progress');
  throw new Unavailable(`a command was not committed in ${patience.attemptsMax} attempts`);
}

/** Commits a change with its jobs and its idempotency record, and rings; tells how that ended where it was not committed. */
async function commitChange(
  services: Services,
  context: CommandContext,
  run: Run,
  change: Change,
): Promise<{ readonly answered: Outcome | null; readonly outcome: Commit }> {
  if (!change.isWithoutEffect && !change.writes.some((write) => write.kind === 'put' && write.table === 'trail'))
    throw new Error('a command was accepted and leaves no event (R30)');
  const { key, at } = context;
  await keepNames(services, personsOf(context), at);
  const answer = answerOf(change);
  run.jobs = change.jobs ?? [];
  const dueAt = secondRingAt(at);
  const jobWrites = run.jobs.map((job) => jobWrite(job, dueAt));
  const writes = [...change.writes, ...jobWrites, answerWrite(key, answer, run.runId, at)];
  const outcome = await commit(services.database, writes);
  if (outcome !== 'committed') {
    // The idempotency record is the last write: only the same key can be what it met there.
    run.isContended = outcome === 'contended';
    return { answered: null, outcome };
  }
  await ringAll(services, run.jobs);
  return { answered: { kind: 'answered', answer, replayed: false }, outcome };
}

/** The act of a command, for its events; with the operator, where a machine client named one. */
export const actOf = ({ at, caller, operatorSubs }: CommandContext): Act => ({
  at,
  actor: operatorSubs ? { ...actorOf(caller), operator: operatorSubs } : actorOf(caller),
});

/** Everybody whom a command's events will name by what stands for them. */
function personsOf({ caller: { org, sub, name }, operator, operatorSubs }: CommandContext): readonly NamedPerson[] {
  if (!operator || !operatorSubs) return [{ org, sub, name }];
  return [
    { org, sub, name },
    { org, sub: operatorSubs.handledBy, name: operator.handledBy },
    { org, sub: operatorSubs.checkedBy, name: operator.checkedBy },
  ];
}

function answerOf({ status, body, version, location }: Change): Answer {
  const headers = {
    ...(version !== null && { etag: `"${version}"` }),
    ...(location !== undefined && { location }),
  };
  return { status, body: JSON.stringify(body), headers };
}

/** One run of a command over all its attempts: the id that its record carries, and the jobs of its last attempt. */
interface Run {
  readonly runId: string;
  jobs: readonly Job[];
  /** Whether the last attempt met another with the same key. */
  isContended: boolean;
}

/** What a key's record says of this run; a record of its own means that an attempt whose answer was lost has succeeded. */
async function outcomeOfKey(services: Services, state: KeyState, { runId, jobs }: Run): Promise<Outcome | null> {
  if (state.kind === 'reused') return refusedBy(null, 'idempotency-key-reused');
  if (state.kind === 'new') return null;
  const isOwn = state.runId === runId;
  if (isOwn) await ringAll(services, jobs);
  return { kind: 'answered', answer: state.answer, replayed: !isOwn };
}

/** Rings for jobs that are already safe in the outbox: what fails here the sweeper makes good. */
export async function ringAll(services: Services, jobs: readonly Job[]): Promise<void> {
  for (const job of jobs) {
    try {
      await ring(services.queues, job);
    } catch (error) {
      services.log.warn('a doorbell was not rung; the sweeper will', { jobId: job.jobId, error: String(error) });
    }
  }
}
