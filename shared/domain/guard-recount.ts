import { type Application, placesOf } from './application.ts';
import { principalOf } from './breaker.ts';
import { yearOf } from './calendar.ts';
import type { Claim } from './claim.ts';
import type { LedgerEntry } from './ledger.ts';
import { institutionOf } from './ledger.ts';
import { isInDefault, type Loan } from './loan.ts';

/** The counter of all institutions together. */
const wholeFund = '*';

/**
 * The guarded counters (R30) by name: an enterprise's exposure, whole and at each institution, and its loans in default
 * (R10, R16); what is used of an agreement's quota (R12); an institution's open places; what was settled in a year (R24); what an institution disbursed
 * and was compensated (R28).
 */
export const guardNames = {
  exposure: (creditCode: string) => `exposure/${creditCode}`,
  exposureAt: (creditCode: string, institutionId: string) => `exposure/${creditCode}@${institutionId}`,
  defaults: (creditCode: string) => `defaults/${creditCode}`,
  quota: (agreementId: string) => `quota/${agreementId}`,
  settled: (institutionId: string, year: number | string) => `settled/${institutionId}/${year}`,
  open: (institutionId: string) => `open/${institutionId}`,
  disbursed: (institutionId: string) => `disbursed/${institutionId}`,
  compensated: (institutionId: string) => `compensated/${institutionId}`,
} as const;

/** What one resource adds to the guarded counters. */
export type GuardPart = readonly [name: string, by: number];

/** What an application holds: its reservation (R10, R12), and an open place of its institution, if those are limited. */
export function guardsOfApplication(application: Application): readonly GuardPart[] {
  const { creditCode, institutionId, agreementId, reservedFen } = application;
  return [
    ...held(creditCode, institutionId, agreementId, reservedFen),
    ...(application.countsAsOpen ? ([[guardNames.open(institutionId), placesOf(application)]] as const) : []),
  ];
}

/** What a loan holds: its outstanding principal, a default, and what was ever disbursed of it. */
export function guardsOfLoan(loan: Loan): readonly GuardPart[] {
  const { creditCode, institutionId, agreementId, outstandingFen, principalFen } = loan;
  return [
    ...held(creditCode, institutionId, agreementId, outstandingFen),
    [guardNames.defaults(creditCode), Number(isInDefault(loan))],
    [guardNames.disbursed(institutionId), principalFen],
  ];
}

/** The principal that a settled claim was compensated for, as its working says it was outstanding. */
export function guardsOfClaim({ institutionId, lossFen, working }: Claim): readonly GuardPart[] {
  const outstandingFen = working?.find(({ what }) => what === 'outstanding-principal')?.figures.outstandingFen;
  if (lossFen === null || typeof outstandingFen !== 'number') return [];
  return [[guardNames.compensated(institutionId), principalOf(lossFen, outstandingFen)]];
}

/** What a settlement's entry took of its year, the institution's and the whole fund's. */
export function guardsOfEntry({ type, lines, bookedOn }: LedgerEntry): readonly GuardPart[] {
  const institutionId = institutionOf(lines);
  if (type !== 'settlement' || institutionId === null) return [];
  const fundFen = lines.reduce((sum, { debitFen }) => sum + debitFen, 0);
  const year = yearOf(bookedOn);
  return [
    [guardNames.settled(institutionId, year), fundFen],
    [guardNames.settled(wholeFund, year), fundFen],
  ];
}

function held(
  creditCode: string,
  institutionId: string,
  agreementId: string | null,
  fen: number,
): readonly GuardPart[] {
  return [
    [guardNames.exposure(creditCode), fen],
    [guardNames.exposureAt(creditCode, institutionId), fen],
    ...(agreementId === null ? [] : ([[guardNames.quota(agreementId), fen]] as const)),
  ];
}
