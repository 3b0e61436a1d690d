import { addDays, type Day, dayAt, startOf } from '../../../shared/domain/calendar.ts';
import type { Clock } from '../clock.ts';
import type { JobModel } from '../template/background.ts';
import { oneAtATime } from './one-at-a-time.ts';

export interface TimekeeperOptions {
  readonly clock: Clock;
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
   * done. Several moves go one after another.
   *
   * @returns false when the instant is earlier than the clock: nothing is done.
   */
  moveTo(instantMs: number): Promise<boolean>;
  /** Runs one job now; false when there is none of that name. */
  runNow(name: string): Promise<boolean>;
  /** Runs what the running clock has made due, a night that was missed included. */
  tick(): Promise<void>;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Runs the jobs by the system's clock, as the schedules do in the cloud. */
export function createTimekeeper({ clock, jobs, runJob, settle, nextDueOn }: TimekeeperOptions): Timekeeper {
  const inTurn = oneAtATime();
  const nightly = jobs.filter((job) => job.timing.kind === 'daily');
  const frequent = jobs.filter((job) => job.timing.kind === 'rate');
  const lastRunMs = new Map<string, number>();

  /** When a day's first night job runs. */
  const nightOf = (day: Day): number => {
    const minutes = Math.min(...nightly.map(({ timing }) => (timing.kind === 'daily' ? timing.minuteOfDay : 0)));
    return Date.parse(startOf(day)) + minutes * 60_000;
  };
  /** The day of the last night that has come by an instant. */
  const nightBefore = (instantMs: number): Day => {
    const day = dayAt(new Date(instantMs).toISOString());
    return instantMs >= nightOf(day) ? day : addDays(day, -1);
  };

  /** A system that has run no night yet has none to make up for. */
  const lastNight = (): Day => clock.lastNight() ?? nightBefore(clock.nowMs());

  const runInOrder = async (due: readonly JobModel[]): Promise<void> => {
    for (const job of due) {
      lastRunMs.set(job.name, clock.nowMs());
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
  /** The first night after the last that was run, or the one on which something is due, if that is later. */
  const nextNight = async (): Promise<Day | null> => {
    const due = await nextDueOn();
    if (due === null) return null;
    const earliest = addDays(lastNight(), 1);
    return due > earliest ? due : earliest;
  };

  const step = async (instantMs: number): Promise<boolean> => {
    if (instantMs < clock.nowMs()) return false;
    for (;;) {
      const day = nightly.length > 0 ? await nextNight() : null;
      if (day === null || nightOf(day) > instantMs) break;
      clock.moveTo(nightOf(day));
      await runNight(day);
    }
    clock.moveTo(instantMs);
    // The nights between had nothing due; they are behind us all the same.
    if (nightly.length > 0) clock.setLastNight(nightBefore(instantMs));
    await runInOrder(frequent);
    await settle();
    return true;
  };

  const tick = async (): Promise<void> => {
    const night = nightBefore(clock.nowMs());
    if (nightly.length > 0 && lastNight() < night) await runNight(night);
    else if (clock.lastNight() === null) clock.setLastNight(night);
    const isDue = ({ name, timing }: JobModel): boolean =>
      timing.kind === 'rate' && clock.nowMs() - (lastRunMs.get(name) ?? clock.nowMs() - dayMs) >= timing.everyMs;
    await runInOrder(frequent.filter(isDue));
  };

  return {
    moveTo: (instantMs) => inTurn(() => step(instantMs)),
    runNow: async (name) => {
      const job = jobs.find((candidate) => candidate.name === name);
      if (!job) return false;
      await inTurn(async () => {
        await runInOrder([job]);
        await settle();
      });
      return true;
    },
    tick: () => inTurn(tick),
  };
}
