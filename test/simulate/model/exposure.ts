import type { Application, City, Loan } from './city.ts';
import type { Day } from './days.ts';

const endStates = ['rejected', 'withdrawn', 'expired', 'disbursed'];
const badStates = ['non-performing', 'claimed', 'compensated', 'written-off'];

export const isOpen = ({ state }: Application): boolean => !endStates.includes(state);

/** R14: past its last valid day, whoever has said so. */
export const hasLapsed = (application: Application, today: Day): boolean =>
  isOpen(application) && application.expiresOn !== null && application.expiresOn < today;

/** Applications of a bank that take an open place; those that have run out give theirs back to whoever asks. */
export const placesAt = (city: City, bank: string): readonly Application[] =>
  [...city.applications.values()].filter((each) => each.bank === bank && each.isCounted && isOpen(each));

export const outstandingOf = ({ principalFen, returned }: Loan): number =>
  returned.reduce((left, { fen }) => left - fen, principalFen);

/** R10: what is reserved and what is outstanding, over all institutions or at one. */
export function exposureOf(city: City, code: string, bank?: string): number {
  const isHere = (party: { readonly code: string; readonly bank: string }): boolean =>
    party.code === code && (bank === undefined || party.bank === bank);
  let sum = 0;
  for (const application of city.applications.values()) if (isHere(application)) sum += application.reservedFen;
  for (const loan of city.loans.values()) if (isHere(loan)) sum += outstandingOf(loan);
  return sum;
}

/** What applications hold that have run out and whose end nobody has said yet. */
export function lapsedOf(city: City, code: string, today: Day): number {
  const lapsed = [...city.applications.values()].filter((each) => each.code === code && hasLapsed(each, today));
  return lapsed.reduce((sum, { reservedFen }) => sum + reservedFen, 0);
}

/** R16: loans that bar new applications. */
export const isBad = (loan: Loan): boolean => badStates.includes(loan.state) && outstandingOf(loan) > 0;

/** As it is recorded. */
export const defaultsOf = (city: City, code: string): number =>
  [...city.loans.values()].filter((loan) => loan.code === code && isBad(loan)).length;

/** R12: what of an agreement's quota is taken. */
export function quotaUsed(city: City, agreementId: string): number {
  let sum = 0;
  for (const each of city.applications.values()) if (each.agreementId === agreementId) sum += each.reservedFen;
  for (const each of city.loans.values()) if (each.agreementId === agreementId) sum += outstandingOf(each);
  return sum;
}

export function quotaLapsed(city: City, agreementId: string, today: Day): number {
  const lapsed = [...city.applications.values()].filter(
    (each) => each.agreementId === agreementId && hasLapsed(each, today),
  );
  return lapsed.reduce((sum, { reservedFen }) => sum + reservedFen, 0);
}

/** R9: as the decisions up to now make it on a day. */
export function isAdmittedOn(city: City, institutionId: string, kind: string, day: Day): boolean {
  const institution = city.institutions.get(institutionId);
  const state = institution?.admissions.findLast(({ from }) => from <= day)?.state;
  return institution?.kind === kind && state === 'admitted';
}
