import type { DomainEvent } from './event.ts';
import { foldWidth } from './text-width.ts';

/** Who answers for a repair, and why: two officials by the names of their accounts. */
export interface RepairOrder {
  readonly by: string;
  readonly second: string;
  readonly reason: string;
}

/** One thing that a repair sets: what it is, what was there, and what is there now; null for nothing. */
export interface RepairChange {
  readonly what: string;
  readonly before: RepairValue;
  readonly after: RepairValue;
}
export type RepairValue = string | number | boolean | null | object;

/** Stored data was made again what the histories say (修复). */
export interface DataRepaired extends DomainEvent {
  readonly type: 'data-repaired';
  readonly data: RepairOrder & {
    readonly repairId: string;
    /** What was repaired, such as `loans/loan-1` or `guards`. */
    readonly subject: string;
    readonly changes: readonly RepairChange[];
  };
}

/**
 * Tables were restored (恢复记录): what was written after `restoredTo` and up to `lostUntil`, both instants, is lost and known
 * to be so.
 */
export type RestoreNoted = DomainEvent<'restore-noted', RepairOrder & RestoredSpan & { readonly repairId: string }>;

export interface RestoredSpan {
  readonly restoredTo: string;
  readonly lostUntil: string;
}

/** An official has a parked job rung again (重试任务). */
export interface JobRetried extends DomainEvent {
  readonly type: 'job-retried';
  readonly data: {
    readonly repairId: string;
    readonly jobId: string;
    readonly queue: string;
    /** How often it had been rung for. */
    readonly rings: number;
    readonly by: string;
    readonly reason: string;
  };
}

export type RepairEvent = DataRepaired | RestoreNoted | JobRetried;

/** What was done to the stored data by hand; each has a history of one event. */
export type Repair =
  | ({ readonly kind: 'repair' } & DataRepaired['data'])
  | ({ readonly kind: 'restore-note' } & RestoreNoted['data'])
  | ({ readonly kind: 'job-retry' } & JobRetried['data']);

export function evolveRepair(state: Repair | null, event: RepairEvent): Repair {
  if (state) throw new Error(`${event.type} after ${state.kind}: a repair is one event`);
  switch (event.type) {
    case 'data-repaired':
      return { kind: 'repair', ...event.data };
    case 'restore-noted':
      return { kind: 'restore-note', ...event.data };
    case 'job-retried':
      return { kind: 'job-retry', ...event.data };
  }
}

/** Whether an instant lies in what a restore has lost. */
export const isLost = (spans: readonly RestoredSpan[], at: string): boolean =>
  spans.some(({ restoredTo, lostUntil }) => at > restoredTo && at <= lostUntil);

/**
 * Whether a restore explains that a history no longer has the event at which a checkpoint knew its end: that event was written
 * in what is lost, and at its place is nothing, or what was written after the loss. What a hand has changed of any other time is none.
 *
 * @param anchoredAt the event's instant as the checkpoint has it; not there in old checkpoints, which no note explains.
 * @param nowAt the instant of the event that is at its place now; null for none.
 */
export const isKnownCut = (
  spans: readonly RestoredSpan[],
  anchoredAt: string | undefined,
  nowAt: string | null,
): boolean =>
  anchoredAt !== undefined &&
  spans.some((span) => isLost([span], anchoredAt) && (nowAt === null || nowAt > span.lostUntil));

/** What is wrong with an order for a repair; null for nothing. Two names of one person are compared without case and width. */
export function faultOfOrder({ by, second, reason }: RepairOrder): string | null {
  if (nameOf(by) === '' || nameOf(second) === '') return 'Name two officials: --by and --second.';
  if (nameOf(by) === nameOf(second)) return `${by} and ${second} are one person: the second official is another.`;
  if (reason.trim() === '' || reason.length > 2_000) return 'Say why: --reason, 1 to 2,000 characters.';
  return null;
}

/** What is wrong with a restored span, told at an instant; null for nothing. */
export function faultOfSpan({ restoredTo, lostUntil }: RestoredSpan, now: string): string | null {
  for (const instant of [restoredTo, lostUntil]) {
    if (!isInstant(instant)) return `${instant} is no instant such as 2027-03-01T02:00:00.000Z.`;
  }
  if (restoredTo >= lostUntil) return `Nothing is lost between ${restoredTo} and ${lostUntil}.`;
  if (lostUntil > now) return `${lostUntil} lies after now, ${now}: what is still to come cannot be lost.`;
  return null;
}

const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));

const nameOf = (name: string): string =>
  foldWidth(name)
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase();
