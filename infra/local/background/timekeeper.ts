import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, type Day, dayAt, startOf } from '../../../shared/domain/calendar.ts';
import type { CallGate } from '../call-gate.ts';
import type { Clock } from '../clock.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { JobModel } from '../template/background.ts';

export interface TimekeeperOptions {
  readonly clock: Clock;
  /** The clock jumps between the calls: none begins on one day and ends on a later one, as none does in the cloud. */
  readonly gate: CallGate;
  /** In the order in which they run. */
  readonly jobs: readonly JobModel[];
  readonly runJob: (job: JobModel) => Promise<void>;
  /** Waits until outbox and queues are empty. */
  readonly settle: () => Promise<void>;
  readonly nextDueOn: () => Promise<Day | null>;
}

export interface Timekeeper {
  /**
   * Moves the clock to an instant, stopping on the way at every night on which something is due. Answers when all of it is
   * done. The checks whose time has passed run once, on arrival; as they change nothing, a move waits for them only a
   * moment: in a large city they go on behind it. Several moves go one after another.
   *
   * @returns false when the instant is earlier than the clock: nothing is done.
   */
  moveTo(instantMs: number): Promise<boolean>;
  /** Runs one job now; false when there is none of that name. */
  runNow(name: string): Promise<boolean>;
  /** Runs what the running clock has made due, a night that was missed included. */
  tick(): Promise<void>;
  /** Runs other work while no job runs and the clock is not moved. */
  undisturbed<T>(work: () => Promise<T>): Promise<T>;
}

const dayMs = 24 * 60 * 60 * 1000;
/** How long a move waits for checks that it began. */
const checksPatienceMs = 500;

/** Runs the jobs by the system's clock, as the schedules do in the cloud. */
export function createTimekeeper({ clock, gate, jobs, runJob, settle, nextDueOn }: TimekeeperOptions): Timekeeper {
  const inTurn = oneAtATime();
  const nightly = jobs.filter(({ group }) => group === 'night');
  const checks = jobs.filter(({ group }) => group === 'check');
  const frequent = jobs.filter(({ timing }) => timing.kind === 'rate');
  const lastRunMs = new Map<JobModel, number>();
  /** The checks that are running. */
  let checking: Promise<void> | null = null;

  const nightOf = (day: Day): number => firstTimeOn(day, nightly);
  const nightBefore = (instantMs: number): Day => dayOfLast(nightly, instantMs);

  /** A system that has run no night yet has none to make up for; nor any check. */
  const lastNight = (): Day => clock.lastNight() ?? nightBefore(clock.nowMs());
  const lastChecks = (): Day => clock.lastChecks() ?? dayOfLast(checks, clock.nowMs());

  const runInOrder = async (due: readonly JobModel[]): Promise<void> => {
    for (const job of due) {
      lastRunMs.set(job, clock.nowMs());
      await runJob(job);
    }
  };
  const runNight = async (day: Day): Promise<void> => {
    try {
      await runInOrder(nightly);
    } finally {
      // A job that failed at every attempt comes again the next night, as in the cloud.
      clock.setLastNight(day);
    }
    await settle();
  };
  /** Begins the checks if their time has come since a day; while earlier ones run, the next tick looks again. */
  const beginChecksSince = (day: Day): Promise<void> | null => {
    const today = dayOfLast(checks, clock.nowMs());
    if (checks.length === 0 || today <= day || checking) return null;
    clock.setLastChecks(today);
    checking = runChecks().finally(() => {
      checking = null;
    });
    return checking;
  };
  const runChecks = async (): Promise<void> => {
    for (const check of checks) {
      // One that cannot run keeps no other from running.
      await runInOrder([check]).catch((error: unknown) => console.error(textOf(error)));
    }
  };
  /** The first night after the last that was run, or the one on which something is due, if that is later. */
  const nextNight = async (): Promise<Day | null> => {
    const due = await nextDueOn();
    if (due === null) return null;
    const earliest = addDays(lastNight(), 1);
    return due > earliest ? due : earliest;
  };

  const step = async (instantMs: number): Promise<boolean> => {
    if (instantMs < clock.nowMs()) return false;
    const checkedThrough = lastChecks();
    for (;;) {
      const day = nightly.length > 0 ? await nextNight() : null;
      if (day === null || nightOf(day) > instantMs) break;
      await gate.between(() => clock.moveTo(nightOf(day)));
      await runNight(day);
    }
    await gate.between(() => clock.moveTo(instantMs));
    // The nights between had nothing due; they are behind us all the same.
    if (nightly.length > 0) clock.setLastNight(nightBefore(instantMs));
    await runInOrder(frequent);
    await settle();
    const begun = beginChecksSince(checkedThrough);
    if (begun) await Promise.race([begun, sleep(checksPatienceMs, undefined, { ref: false })]);
    return true;
  };

  const tick = async (): Promise<void> => {
    const night = nightBefore(clock.nowMs());
    if (nightly.length > 0 && lastNight() < night) await runNight(night);
    else if (clock.lastNight() === null) clock.setLastNight(night);
    const isDue = (job: JobModel): boolean =>
      job.timing.kind === 'rate' && clock.nowMs() - (lastRunMs.get(job) ?? clock.nowMs() - dayMs) >= job.timing.everyMs;
    await runInOrder(frequent.filter(isDue));
    const checkedThrough = lastChecks();
    if (clock.lastChecks() === null) clock.setLastChecks(checkedThrough);
    void beginChecksSince(checkedThrough);
  };

  return {
    moveTo: (instantMs) => inTurn(() => step(instantMs)),
    runNow: async (name) => {
      const job = jobs.find((candidate) => candidate.name === name);
      if (!job) return false;
      if (checks.includes(job)) await checking;
      await inTurn(async () => {
        await runInOrder([job]);
        await settle();
      });
      return true;
    },
    tick: () => inTurn(tick),
    undisturbed: inTurn,
  };
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** When the first of some daily jobs runs on a day. */
function firstTimeOn(day: Day, daily: readonly JobModel[]): number {
  const minutes = Math.min(...daily.map(({ timing }) => (timing.kind === 'daily' ? timing.minuteOfDay : 0)));
  return Date.parse(startOf(day)) + minutes * 60_000;
}

/** The day on which some daily jobs came last, by an instant. */
function dayOfLast(daily: readonly JobModel[], instantMs: number): Day {
  const day = dayAt(new Date(instantMs).toISOString());
  return instantMs >= firstTimeOn(day, daily) ? day : addDays(day, -1);
}
