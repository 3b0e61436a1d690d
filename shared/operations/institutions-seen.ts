import type { LossFigures } from '../domain/breaker.ts';
import { type Day, dayAt } from '../domain/calendar.ts';
import type { Institution } from '../domain/institution.ts';
import { type PolicyVersion, policyOn, settledDayAt } from '../domain/policy.ts';
import { lossesIn } from '../store/institution-losses.ts';
import { institutionLayout } from '../store/institutions.ts';
import { bookIn } from '../store/policy-book.ts';
import type { Items } from '../store/read.ts';
import { type Stored, storedIn } from '../store/resource.ts';

/** What an application to an institution rests on beside the enterprise, as it was read. */
export interface InstitutionSeen {
  /** The day for which the version was read to be in force. */
  readonly day: Day;
  readonly policy: PolicyVersion;
  readonly institution: Stored<Institution>;
  readonly losses: LossFigures;
}

/**
 * The institutions that a process has read, each as it was last; for commands that ask its version at their write
 * (decisions/0023). What the institution's version does not cover stays true: the version in force for the whole of its
 * day, and the losses as long as the breaker is as it was, which is part of the institution.
 */
export type InstitutionsSeen = Map<string, InstitutionSeen>;

/** Keeps what was read for a command of an instant; nothing of an institution that is not known. */
export function noteInstitution(seen: InstitutionsSeen, items: Items, institutionId: string, at: string): void {
  const day = dayAt(at);
  const policy = policyOn(bookIn(items), day);
  const institution = storedIn(items, institutionLayout, institutionId);
  if (!policy || !institution || settledDayAt(at) !== day) return;
  seen.set(institutionId, { day, policy, institution, losses: lossesIn(items, institutionId) });
}

/** An institution as it was read for a day; null where it was read for another or not at all. */
export function institutionSeen(seen: InstitutionsSeen, institutionId: string, day: Day): InstitutionSeen | null {
  const found = seen.get(institutionId);
  return found?.day === day ? found : null;
}
