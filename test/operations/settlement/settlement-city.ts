import type { Claim } from '../../../shared/domain/claim.ts';
import type { ClaimEvent } from '../../../shared/domain/claim-event.ts';
import type { PolicyParameters } from '../../../shared/domain/policy.ts';
import type { SubmitApplication } from '../../../shared/operations/applications/submit.ts';
import type { Caller } from '../../../shared/operations/caller.ts';
import { submitClaim } from '../../../shared/operations/claims/submit.ts';
import type { CommandContext } from '../../../shared/operations/command.ts';
import { approvePolicy } from '../../../shared/operations/policies/approve.ts';
import { draftPolicy } from '../../../shared/operations/policies/draft.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { readSettlementLine } from '../../../shared/operations/settlement/read-line.ts';
import { settleLine } from '../../../shared/operations/settlement/settle-line.ts';
import { settlementJob } from '../../../shared/operations/settlement/settlement-job.ts';
import { claimLayout } from '../../../shared/store/claims.ts';
import type { Doorbell } from '../../../shared/store/doorbell.ts';
import { jobKey, jobWrite, readJobsDue, toJob } from '../../../shared/store/outbox.ts';
import { readItems } from '../../../shared/store/read.ts';
import { record } from '../../../shared/store/resource.ts';
import { lineWrite, placeOf } from '../../../shared/store/settlement-line.ts';
import { commit } from '../../../shared/store/transaction.ts';
import { aClaim, storedClaim } from '../../support/claiming.ts';
import { bank, commandBy, creditCode, list, office } from '../../support/fixtures.ts';
import { answerOf, lend } from '../../support/lending.ts';
import type { TestStore } from '../../support/store.ts';

/** Ten thousand yuan (万元). */
export const wan = (amount: number): number => amount * 1_000_000;
export const always = { hasTime: () => true };

let keys = 0;
export function anew(services: Services, caller: Caller = office()): CommandContext {
  keys += 1;
  return commandBy(services, caller, `settlement-${keys}`);
}

const actor = { sub: 'worker:conference', org: 'system', role: 'worker' };

export interface ApprovedCase {
  readonly lossFen?: number;
  readonly assessedFen?: number;
  readonly institutionId?: string;
  readonly terms?: Partial<SubmitApplication>;
  /** Where it stands on the agenda of the one meeting of these tests, from 0. */
  readonly index?: number;
  readonly resolvedAt?: string;
  readonly meetingId?: string;
}

let next = 0;
/** The day of the claims and resolutions of these tests. */
export const resolvedOn = '2027-06-15';
const resolvedAt = `${resolvedOn}T02:00:00.000Z`;

/** A loan of a year, disbursed on 2 March 2026, gone bad and claimed for; the clock stands at the resolution's instant. */
export async function filedClaim(
  store: TestStore,
  { lossFen = wan(10), institutionId = 'rcb', ...rest }: ApprovedCase,
) {
  const { services } = store;
  next += 1;
  const code = creditCode(9000 + next);
  store.setNow('2026-03-02T02:00:00.000Z');
  await list(services, code);
  const loanId = await lend(
    services,
    code,
    code,
    { amountFen: lossFen, institutionId, ...rest.terms },
    bank(institutionId),
  );
  store.setNow(rest.resolvedAt ?? resolvedAt);
  const claim = aClaim({ principalLossFen: lossFen });
  const filed = answerOf(await submitClaim(services, anew(services, bank(institutionId)), loanId, claim));
  return { code, loanId, claimId: String(filed.claimId) };
}

/** A claim that the conference approved and whose item has been carried out: it stands in the line. */
export async function approvedClaim(store: TestStore, given: ApprovedCase = {}) {
  const { services } = store;
  const filed = await filedClaim(store, given);
  const { index = next, meetingId = 'mtg-1' } = given;
  const at = given.resolvedAt ?? resolvedAt;
  const claim = await storedClaim(services, filed.claimId);
  const assessedFen = given.assessedFen ?? claim.state.claimedFen;
  const place = placeOf(at, meetingId, index);
  const onAgenda = { meetingId, itemId: `item-${index}`, proposedAssessedFen: assessedFen };
  const events: readonly ClaimEvent[] = [
    { type: 'claim-accepted', data: { note: null } },
    { type: 'claim-put-on-agenda', data: onAgenda },
    { type: 'claim-approved', data: { meetingId, assessedFen, resolvedAt: at, place } },
  ];
  const { claimId, loanId } = filed;
  const { institutionId } = claim.state;
  const outcome = await commit(services.database, [
    ...record(claimLayout, claimId, claim, events, { at, actor }).writes,
    lineWrite({ place, claimId, loanId, institutionId, carryOverYear: null }),
    jobWrite(settlementJob(claimId), at),
  ]);
  if (outcome !== 'committed') throw new Error(`${claimId} was not approved: ${outcome}`);
  return { ...filed, place };
}

/** The doorbells of every settlement job in the outbox. */
export async function settlementDoorbells({ database }: Services): Promise<readonly Doorbell[]> {
  const found: Doorbell[] = [];
  for await (const jobId of readJobsDue(database, '9999')) {
    const item = (await readItems(database, [jobKey(jobId)])).get(jobKey(jobId));
    if (item && toJob(item).queue === 'settlement')
      found.push({ schemaVersion: 1, jobId, message: toJob(item).message });
  }
  return found;
}

/** Does every settlement job that is in the outbox, as often as there are any. */
export async function settleAll(services: Services): Promise<void> {
  for (const doorbell of await settlementDoorbells(services)) await settleLine(services, doorbell, always);
}

export const claimOf = async ({ services }: TestStore, { claimId }: { readonly claimId: string }): Promise<Claim> =>
  (await storedClaim(services, claimId)).state;

/** Who waits how in the line. */
export const standings = async ({ services }: TestStore): Promise<readonly (readonly [string, string])[]> =>
  (await readSettlementLine(services)).places.map(({ claimId, standing }) => [claimId, standing] as const);

/** Puts a version into force that differs from the built-in one, before any loan of these tests is lent. */
export async function adopt(store: TestStore, parameters: Partial<PolicyParameters>): Promise<void> {
  const { services } = store;
  store.setNow('2026-01-05T02:00:00.000Z');
  const source = { title: '测试版本', documentNumber: null, issuedOn: null };
  const proposal = { name: '测试版本', effectiveFrom: '2026-02-01', source, parameters };
  const draft = answerOf(await draftPolicy(services, anew(services), proposal));
  answerOf(await approvePolicy(services, anew(services, office('office-2')), String(draft.policyId)));
}
