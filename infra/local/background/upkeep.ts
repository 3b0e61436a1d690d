import type { Day } from '../../../shared/domain/calendar.ts';

/** What the runner asks of the system's own operations to keep its promises about time. */
export interface Upkeep {
  /** The next day, today included, on which a night job would find something due; null when none is known. */
  nextDueOn(): Promise<Day | null>;
  /** Rings the doorbell of every job in the outbox, whatever its age. */
  ringAll(): Promise<void>;
  /** Whether every job that a command started is done. */
  isOutboxEmpty(): Promise<boolean>;
}
