import { dayAt } from '../../domain/calendar.ts';
import { type CheckName, checkFailed, type Finding } from '../../domain/check.ts';
import { type CheckItem, checkWrite, newestWrite, readCheck, readNewestCheckId } from '../../store/checks.ts';
import type { Item } from '../../store/database.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from '../../store/retry.ts';
import { commit, type Write } from '../../store/transaction.ts';
import type { Services } from '../services.ts';

/** What one step of a check looked at. */
export interface CheckedStep {
  readonly examined: number;
  readonly findings: readonly Finding[];
  /** What differs for a reason that is known, such as a noted restore: it raises no alarm. */
  readonly known?: readonly Finding[];
  /** Where the next step begins, as plain JSON; null after the last. */
  readonly next: Item | null;
}

/** What a step may know of the run that it is one of. */
export type RunOfStep = Pick<CheckItem, 'checkId' | 'startedAt' | 'previousId'>;

/**
 * One step of a check, of about a second at most: looks at a part of the data from a place on (null: the beginning), in
 * memory that does not grow with it. Writes nothing, or what a second try finds there already, so that it may be done twice.
 */
export type CheckStep = (services: Services, place: Item | null, run: RunOfStep) => Promise<CheckedStep>;

export interface CheckTask {
  readonly check: CheckName;
  /** The invocation's one instant. */
  readonly at: string;
  /** Whether there is still time to begin another step. */
  readonly hasTime: () => boolean;
  /** Only to go on with a run that was left unfinished; none is begun. */
  readonly goOn: boolean;
  readonly step: CheckStep;
}

/** What came of an invocation, in plain figures. `elsewhere`: another invocation is at it. */
export interface CheckOutcome {
  readonly [figure: string]: string | number | boolean | null;
  readonly state: 'done' | 'running' | 'elsewhere' | 'nothing-left';
}

const findingsKept = 100;
const findingsInLine = 5;
const saveEveryMs = 1_000;
/** A run that was written so lately is being worked on. */
const freshMs = 2 * 60_000;

/**
 * Runs a check, or goes on with a run that time or a crash cut short: step by step, until all is looked at or time is up.
 * Its place is kept with what it found, so that any amount of data is seen through over several invocations. Two at once
 * do no harm: every step may be done twice, and whoever finds that another has written the run leaves it to that one.
 */
export async function runCheck(services: Services, task: CheckTask): Promise<CheckOutcome> {
  const newestId = await readNewestCheckId(services.database, task.check);
  const newest = newestId === null ? null : await readCheck(services.database, newestId);
  const unfinished = newest?.state === 'running' ? newest : null;
  if (task.goOn && (!unfinished || Date.parse(task.at) - Date.parse(unfinished.savedAt) < freshMs)) {
    return { check: task.check, state: 'nothing-left' };
  }
  const begun = unfinished ?? (await begin(services, task, newestId));
  const outcome: CheckOutcome = begun ? await goThrough(services, task, begun) : elsewhere(task.check);
  const isOfEarlierDay = unfinished !== null && dayAt(unfinished.startedAt) < dayAt(task.at);
  // An old run is seen through first; today's is due all the same.
  if (outcome.state === 'done' && isOfEarlierDay && !task.goOn && task.hasTime()) return runCheck(services, task);
  return outcome;
}

const elsewhere = (check: CheckName): CheckOutcome => ({ check, state: 'elsewhere' });

/** Begins a run; null where another was begun at the same time. */
async function begin(services: Services, { check, at }: CheckTask, previousId: string | null) {
  const run: CheckItem = {
    checkId: services.newId('check', at),
    check,
    startedAt: at,
    finishedAt: null,
    state: 'running',
    ok: null,
    examined: 0,
    findingsCount: 0,
    findings: [],
    knownCount: 0,
    place: null,
    step: 0,
    token: services.newId('step', at),
    savedAt: at,
    previousId,
  };
  return (await isWritten(services, run, [newestWrite(run, previousId)])) ? run : null;
}

async function goThrough(services: Services, { step, hasTime }: CheckTask, begun: CheckItem): Promise<CheckOutcome> {
  let run = begun;
  let savedMs = performance.now();
  for (;;) {
    const { next, ...found } = await step(services, run.place === null ? null : JSON.parse(run.place), run);
    // Before it is kept: what is said twice is heard, what a crash kept from being said is not.
    if (found.findings.length > 0) raiseAlarm(services, run, found.findings);
    const { known = [] } = found;
    if (known.length > 0) sayKnown(services, run, known);
    run = {
      ...run,
      knownCount: run.knownCount + known.length,
      examined: run.examined + found.examined,
      findingsCount: run.findingsCount + found.findings.length,
      findings: [...run.findings, ...found.findings].slice(0, findingsKept),
      place: next && JSON.stringify(next),
    };
    const goesOn = next !== null && hasTime();
    if (goesOn && performance.now() - savedMs < saveEveryMs) continue;
    const at = services.now();
    run = { ...run, step: run.step + 1, token: services.newId('step', at), savedAt: at };
    if (next === null) run = { ...run, state: 'done', ok: run.findingsCount === 0, finishedAt: at };
    if (!(await isWritten(services, run))) return elsewhere(run.check);
    savedMs = performance.now();
    if (!goesOn) return outcomeOf(run);
  }
}

const outcomeOf = ({ check, checkId, state, ok, examined, findingsCount, knownCount }: CheckItem): CheckOutcome => ({
  check,
  checkId,
  state,
  ok,
  examined,
  findingsCount,
  knownCount,
});

function raiseAlarm({ log }: Services, { check, checkId }: CheckItem, findings: readonly Finding[]): void {
  log.error(checkFailed, { check, checkId, count: findings.length, findings: findings.slice(0, findingsInLine) });
}

function sayKnown({ log }: Services, { check, checkId }: CheckItem, known: readonly Finding[]): void {
  log.info('known cut', { check, checkId, count: known.length, known: known.slice(0, findingsInLine) });
}

/** Writes a run over the step before it; false where another invocation was first. */
async function isWritten(services: Services, run: CheckItem, others: readonly Write[] = []): Promise<boolean> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const outcome = await commit(services.database, [checkWrite(run), ...others]);
    if (outcome === 'committed') return true;
    // The refused one may be our own, whose answer was lost.
    if (outcome === 'refused') return (await readCheck(services.database, run.checkId))?.token === run.token;
    await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`check ${run.checkId} was not written in ${attemptsMax} attempts`);
}
