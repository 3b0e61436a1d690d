import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import { dayAt, yearOf } from '../../shared/domain/calendar.ts';
import type { ClaimEvent, ClaimSettled } from '../../shared/domain/claim-event.ts';
import { payoutOf } from '../../shared/domain/payout.ts';
import type { PolicyParameters } from '../../shared/domain/policy.ts';
import { policyNamed } from '../../shared/domain/policy.ts';
import type { SubmitApplication } from '../../shared/operations/applications/submit.ts';
import { submitClaim } from '../../shared/operations/claims/submit.ts';
import { appropriateFund } from '../../shared/operations/fund/appropriate.ts';
import { bookEvents } from '../../shared/operations/fund/book.ts';
import {
  compensatedPrincipalKeys,
  compensatedPrincipalWrites,
} from '../../shared/operations/institutions/compensated.ts';
import { recordLoan } from '../../shared/operations/loans/record-loan.ts';
import type { Services } from '../../shared/operations/services.ts';
import { claimLayout } from '../../shared/store/claims.ts';
import { readItems } from '../../shared/store/read.ts';
import { record } from '../../shared/store/resource.ts';
import { commit } from '../../shared/store/transaction.ts';
import { aClaim, storedClaim, storedLoan } from './claiming.ts';
import { bank, commandBy, creditCode, finance, list } from './fixtures.ts';
import { answerOf, lend } from './lending.ts';
import type { TestStore } from './store.ts';

/** The day on which claims of these tests are settled. */
export const settledOn = '2027-06-15';

/** Each claim is filed a while after the one before, as its number says: claims are told apart by when they were filed. */
const settledAtOf = (number: number): string =>
  new Date(Date.parse(`${settledOn}T02:00:00.000Z`) + number).toISOString();

const actor = { sub: 'worker:settlement', org: 'system', role: 'worker' };

/** Puts money into the fund. */
export async function fill({ services }: TestStore, amountFen: number): Promise<void> {
  const context = commandBy(services, finance(), services.newId('fill', services.now()));
  const terms = { amountFen, documentNumber: 'D', appropriatedOn: context.today };
  answerOf(await appropriateFund(services, context, terms));
}

export interface SettledCase {
  readonly lossFen?: number;
  readonly terms?: Partial<SubmitApplication>;
  /** What the claim's version would say otherwise. */
  readonly parameters?: Partial<PolicyParameters>;
  readonly settlement?: Partial<ClaimSettled['data']>;
}

/** A loan of a year, disbursed on 2 March 2026, gone bad, claimed for and settled on 15 June 2027. */
export async function settledClaim(
  store: TestStore,
  number: number,
  { lossFen = 10_000_000, ...rest }: SettledCase = {},
) {
  const { services } = store;
  const code = creditCode(number);
  store.setNow('2026-03-02T02:00:00.000Z');
  await list(services, code);
  const loanId = await lend(services, code, code, { amountFen: lossFen, ...rest.terms });
  store.setNow(settledAtOf(number));
  const context = commandBy(services, bank(), `claim-${code}`);
  const filed = answerOf(await submitClaim(services, context, loanId, aClaim({ principalLossFen: lossFen })));
  const claimId = String(filed.claimId);
  await settle(services, claimId, { lossFen, ...rest }, settledAtOf(number));
  return { code, loanId, claimId };
}

/** Brings a claim that is submitted through the conference to its settlement, at an instant. */
export async function settle(
  services: Services,
  claimId: string,
  { lossFen, parameters = {}, settlement = {} }: SettledCase & { readonly lossFen: number },
  at = settledAtOf(0),
): Promise<void> {
  const claim = await storedClaim(services, claimId);
  const loan = await storedLoan(services, claim.state.loanId);
  const policy = policyNamed(builtInPolicies, claim.state.policy);
  const { mode, institutionId } = claim.state;
  const payout = payoutOf(
    { mode, lossFen, year: yearOf(dayAt(at)), usedFen: 0 },
    { ...policy.parameters, ...parameters },
  );
  const { shares, uncoveredFen, firstPaymentFen, working } = payout;
  const fixed = { institutionId, lossFen, shares, uncoveredFen, setOffFen: 0, payableFen: firstPaymentFen, working };
  const onAgenda = { meetingId: 'meeting-1', itemId: `item-${claimId}`, proposedAssessedFen: lossFen };
  const events: readonly ClaimEvent[] = [
    { type: 'claim-accepted', data: { note: null } },
    { type: 'claim-put-on-agenda', data: onAgenda },
    {
      type: 'claim-approved',
      data: { meetingId: 'meeting-1', assessedFen: lossFen, resolvedAt: at, place: `${at}#meeting-1#${claimId}` },
    },
    { type: 'claim-settled', data: { ...fixed, settledAt: at, settlementYear: yearOf(dayAt(at)), ...settlement } },
  ];
  const act = { at, actor };
  const items = await readItems(services.database, compensatedPrincipalKeys(institutionId));
  const settled = { institutionId, lossFen, outstandingFen: loan.state.outstandingFen };
  const outcome = await commit(services.database, [
    ...record(claimLayout, claimId, claim, events, act).writes,
    ...recordLoan(loan, [{ type: 'loan-compensated', data: { claimId } }], act).writes,
    ...bookEvents('claims', claimId, claim.version, events, at).writes,
    ...compensatedPrincipalWrites(items, settled, act),
  ]);
  if (outcome !== 'committed') throw new Error(`${claimId} was not settled: ${outcome}`);
}
