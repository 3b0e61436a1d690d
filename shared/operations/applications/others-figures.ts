import type { Refusal } from '../../domain/refusal.ts';
import { exposureAt } from '../../store/enterprises.ts';
import { mayReadAgreement } from '../agreements/view.ts';
import { seesAll } from '../caller.ts';
import type { CommandContext } from '../command.ts';
import { seesReasons } from '../institutions/view.ts';
import type { LendingItems } from '../lending-facts.ts';

/**
 * What is used and left of the cap is only for those who may see it (R10), and so are the number of loans in default (R16), a foreign agreement's end or quota,
 * an institution's losses and the fund's balance; cap, asked and limit are for all.
 */
export function withoutOthersFigures(refusal: Refusal, { caller }: CommandContext, lending: LendingItems): Refusal {
  const { guard, agreement } = lending;
  const { used: _used, left: _left, ...withoutLeft } = refusal.facts;
  if (refusal.code === 'agreement-not-valid' || refusal.code === 'quota-exceeded') {
    if (!agreement || mayReadAgreement(caller, agreement.state)) return refusal;
    // As for an id that there is not, so that nobody finds out others' agreements by asking.
    const isInvalid = refusal.code === 'agreement-not-valid';
    return { ...refusal, facts: isInvalid ? { ...refusal.facts, validUntil: null } : withoutLeft };
  }
  if (refusal.code === 'leverage-exceeded' && !seesAll(caller)) {
    const { balance: _balance, limit: _limit, ...withoutFund } = refusal.facts;
    return { ...refusal, facts: withoutFund };
  }
  if (refusal.code === 'breaker-open' && !seesReasons(caller, lending.facts.institutionId)) {
    const { institutionId = null, openedOn = null, limitBp = null, policy = null } = refusal.facts;
    return { ...refusal, facts: { institutionId, openedOn, limitBp, policy } };
  }
  const ofAll = refusal.code === 'cap-exceeded' || refusal.code === 'borrower-in-default';
  if (!ofAll || seesAll(caller) || caller.role === 'enterprise' || exposureAt(guard, caller.org) > 0) return refusal;
  const { loans: _loans, ...withoutCount } = withoutLeft;
  return { ...refusal, facts: withoutCount };
}
