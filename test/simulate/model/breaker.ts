import type { City } from './city.ts';
import type { Day } from './days.ts';

/** R28: what of a bank's principal was compensated, and what it has lent in all; both only ever grow. */
export interface Losses {
  readonly compensatedFen: number;
  readonly disbursedFen: number;
}

export function lossesOf(city: City, bank: string): Losses {
  const loans = [...city.loans.values()].filter((loan) => loan.bank === bank);
  const disbursedFen = loans.reduce((sum, { principalFen }) => sum + principalFen, 0);
  return { compensatedFen: city.institutions.get(bank)?.compensatedFen ?? 0, disbursedFen };
}

const product = (one: number, other: number): bigint => BigInt(one) * BigInt(other);

const isAbove = ({ compensatedFen, disbursedFen }: Losses, limitBp: number): boolean =>
  product(compensatedFen, 10_000) > product(disbursedFen, limitBp);

const isHigher = (one: Losses, other: Losses): boolean =>
  product(one.compensatedFen, other.disbursedFen) > product(other.compensatedFen, one.disbursedFen);

/** Whether a bank receives no new application: until the office releases it, and then until the ratio is higher than it was. */
export function isBroken(city: City, bank: string, today: Day): boolean {
  const limitBp = city.versionOn(today).rules.suspendAtLossRatioBp;
  const institution = city.institutions.get(bank);
  if (limitBp === null || institution?.kind !== 'bank') return false;
  const { breaker } = institution;
  if (breaker?.state === 'open') return true;
  const losses = lossesOf(city, bank);
  return isAbove(losses, limitBp) && (breaker === null || isHigher(losses, breaker));
}

/** Principal of a bank's loan is compensated: where the ratio passes the limit by it, the breaker opens. */
export function compensate(city: City, bank: string, principalFen: number, today: Day): void {
  const institution = city.institutions.get(bank);
  if (!institution || principalFen === 0) return;
  const before = lossesOf(city, bank);
  institution.compensatedFen += principalFen;
  const after = lossesOf(city, bank);
  const limitBp = city.versionOn(today).rules.suspendAtLossRatioBp;
  const { breaker } = institution;
  if (limitBp === null || breaker?.state === 'open' || !isAbove(after, limitBp)) return;
  if (isAbove(before, limitBp) && breaker !== null && !isHigher(after, breaker)) return;
  institution.breaker = { state: 'open', ...after };
}

export function releaseBreaker(city: City, bank: string): void {
  const institution = city.institutions.get(bank);
  if (institution) institution.breaker = { state: 'released', ...lossesOf(city, bank) };
}
