import type { Application } from './application.ts';
import type { Day } from './calendar.ts';
import type { EnterpriseFile } from './enterprise.ts';
import { type Exposure, refusalOfCap, refusalOfDefault, refusalOfListing } from './lending.ts';
import type { Fen } from './money.ts';
import { type PolicyBook, type PolicyVersion, policyOn } from './policy.ts';
import type { Refusal } from './refusal.ts';
import { standingOn } from './standing.ts';

/** Today's book, and the one in which a version is in force today. */
export interface BooksCompared {
  readonly now: PolicyBook;
  readonly proposed: PolicyBook;
  readonly today: Day;
}

export interface EffectOnEnterprise {
  readonly becomesListed: boolean;
  readonly becomesUnlisted: boolean;
  /** Its exposure would lie above the cap, which it does not today; it would stay (R10). */
  readonly comesAboveCap: boolean;
}

/** What would differ for an enterprise (R5, R10). */
export function effectOnEnterprise(
  file: EnterpriseFile,
  exposureFen: Fen,
  { now, proposed, today }: BooksCompared,
): EffectOnEnterprise {
  const isListed = standingOn(file, now, today).listed;
  const wouldBe = standingOn(file, proposed, today).listed;
  const isAbove = (book: PolicyBook): boolean =>
    exposureFen > (policyOn(book, today)?.parameters.enterpriseCapFen ?? 0);
  return {
    becomesListed: wouldBe && !isListed,
    becomesUnlisted: isListed && !wouldBe,
    comesAboveCap: isAbove(proposed) && !isAbove(now),
  };
}

/** What an application rests on that a version may judge otherwise. */
export interface ApplicationBasis {
  readonly enterprise: EnterpriseFile | null;
  readonly exposure: Exposure;
}

/**
 * Why an open application would be refused if it were handed in anew, and would not be today (R5, R10, R16); of a
 * confirmed one, whether it could not be disbursed any more (R8). null where nothing differs. It keeps the version of its
 * last submission all the same (R2).
 */
export function effectOnApplication(
  application: Application,
  basis: ApplicationBasis,
  { now, proposed, today }: BooksCompared,
): Refusal | null {
  const then = refusalUnder(proposed, application, basis, today);
  return then && refusalUnder(now, application, basis, today) === null ? then : null;
}

function refusalUnder(
  book: PolicyBook,
  { creditCode, state, reservedFen }: Application,
  { enterprise, exposure }: ApplicationBasis,
  today: Day,
): Refusal | null {
  const listing = refusalOfListing({ creditCode, enterprise, book }, today);
  const policy: PolicyVersion | null = policyOn(book, today);
  if (listing || !policy || state === 'confirmed') return listing;
  const others = { ...exposure, exposureFen: exposure.exposureFen - reservedFen };
  return (
    refusalOfCap({ policy, exposure: others }, reservedFen) ??
    refusalOfDefault({ policy, exposure: others, creditCode })
  );
}
