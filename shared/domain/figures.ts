import type { LoanMode } from './application.ts';
import { type Day, dayAt } from './calendar.ts';
import type { DomainEvent } from './event.ts';

/** One addition to one figure (统计指标), on the business day that it is of. */
export interface Count {
  readonly on: Day;
  readonly figure: string;
  /** Enterprises, loans or fen; below zero to take off. */
  readonly by: number;
}

/**
 * What an event adds to the figures, by the states before and after it and the instant at which it was recorded. Whoever
 * replays a history with it counts again what was counted when it happened.
 */
export type Counts<State, Event extends DomainEvent> = (
  before: State | null,
  event: Event,
  after: State,
  at: string,
) => readonly Count[];

/** The names under which figures are kept: short, because every write pays for them. */
export const figures = {
  /** Enterprises on the list. */
  listed: 'listed',
  /** Those of them that hold a category. */
  listedIn: (category: string) => `listed/${category}`,
  /** Loans ever disbursed, and their amounts. */
  loans: (mode: LoanMode) => `loans/${mode}`,
  lentFen: (mode: LoanMode) => `lentFen/${mode}`,
  /** The same by calendar month (`01` … `12`), for the trend; the year is the period's that counts them. */
  loansIn: (month: string) => `loans#${month}`,
  lentFenIn: (month: string) => `lentFen#${month}`,
  /** The same of an institution that lent, and what is outstanding of it. */
  loansOf: (institutionId: string) => `loans@${institutionId}`,
  lentFenOf: (institutionId: string) => `lentFen@${institutionId}`,
  outstandingFenOf: (institutionId: string) => `outFen@${institutionId}`,
  compensatedFenOf: (institutionId: string) => `compFen@${institutionId}`,
  /** The same of a guarantor's loans. */
  guaranteed: (guarantorId: string) => `guar@${guarantorId}`,
  guaranteedFen: (guarantorId: string) => `guarFen@${guarantorId}`,
  guaranteedOutstandingFen: (guarantorId: string) => `guarOutFen@${guarantorId}`,
  /** Claims in a state, and what they claim. */
  claims: (state: string) => `claims/${state}`,
  claimedFen: (state: string) => `claimedFen/${state}`,
} as const;

/** Additions on the day of an instant, those of nothing left out. */
export function countsOn(at: string, additions: Readonly<Record<string, number>>): readonly Count[] {
  const on = dayAt(at);
  return Object.entries(additions)
    .filter(([, by]) => by !== 0)
    .map(([figure, by]) => ({ on, figure, by }));
}
