import { openedBySettlement, principalOf } from '../../domain/breaker.ts';
import { dayAt } from '../../domain/calendar.ts';
import type { Fen } from '../../domain/money.ts';
import { policyOn } from '../../domain/policy.ts';
import type { ItemKey } from '../../store/database.ts';
import { countCompensated, lossesIn, lossesKey } from '../../store/institution-losses.ts';
import { institutionCheck, institutionLayout } from '../../store/institutions.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import type { Items } from '../../store/read.ts';
import { keyOfResource, record, storedIn } from '../../store/resource.ts';
import type { Act } from '../../store/trail.ts';
import type { Write } from '../../store/transaction.ts';

/** A settlement as the breaker looks at it. */
export interface CompensatedLoss {
  readonly institutionId: string;
  /** The loss that was settled, principal and interest together. */
  readonly lossFen: Fen;
  /** The loan's principal outstanding at that moment. */
  readonly outstandingFen: Fen;
}

/** What must be read for {@link compensatedPrincipalWrites}. */
export const compensatedPrincipalKeys = (institutionId: string): readonly ItemKey[] => [
  keyOfResource(institutionLayout, institutionId),
  lossesKey(institutionId),
  policyBookKey,
];

/**
 * What a settlement writes of its institution's loss ratio (R28), in the settlement's own transaction: the principal that is
 * compensated by it, and the opening of the breaker where the ratio passes the limit of the version in force. What decided
 * is asked again at the write; a transaction that is refused for it is to be decided afresh from new items.
 *
 * @throws Error where the institution is not there.
 */
export function compensatedPrincipalWrites(
  items: Items,
  { institutionId, lossFen, outstandingFen }: CompensatedLoss,
  act: Act,
): readonly Write[] {
  const principalFen = principalOf(lossFen, outstandingFen);
  if (principalFen === 0) return [];
  const institution = storedIn(items, institutionLayout, institutionId);
  if (!institution) throw new Error(`the institution ${institutionId} of a settlement is not there`);
  const today = dayAt(act.at);
  const policy = policyOn(bookIn(items), today);
  const losses = lossesIn(items, institutionId);
  const opened = openedBySettlement(institution.state, losses, principalFen, policy, today);
  const counted = countCompensated(institutionId, principalFen, losses, { opens: opened !== null });
  if (opened) return [counted, ...record(institutionLayout, institutionId, institution, [opened], act).writes];
  // Where there is a limit, a release between reading and writing would change what this settlement does to the breaker.
  const isLimited = policy?.parameters.suspendAtLossRatioBp != null;
  return isLimited ? [counted, institutionCheck(institution)] : [counted];
}
