import type { LossFigures } from '../../domain/breaker.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Institution } from '../../domain/institution.ts';
import { type PolicyVersion, policyOn } from '../../domain/policy.ts';
import type { ItemKey } from '../../store/database.ts';
import { lossesIn, lossesKey } from '../../store/institution-losses.ts';
import { institutionLayout } from '../../store/institutions.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import type { Items } from '../../store/read.ts';
import { keyOfResource, type Stored } from '../../store/resource.ts';

/** An institution with what its breaker's standing rests on (R28). */
export interface InstitutionStanding {
  readonly stored: Stored<Institution>;
  readonly losses: LossFigures;
  /** The version in force. */
  readonly policy: PolicyVersion | null;
}

/** The institution and what its breaker rests on. */
export const standingKeys = (institutionId: string): readonly ItemKey[] => [
  keyOfResource(institutionLayout, institutionId),
  lossesKey(institutionId),
  policyBookKey,
];

/** An institution as it stands on a day, by items that were read. */
export const standingOf = (stored: Stored<Institution>, items: Items, today: Day): InstitutionStanding => ({
  stored,
  losses: lossesIn(items, stored.state.institutionId),
  policy: policyOn(bookIn(items), today),
});
