import { beforeEach, describe, expect, test } from 'vitest';
import { reviewClaim } from '../../../shared/operations/claims/review.ts';
import { submitClaim } from '../../../shared/operations/claims/submit.ts';
import { readLoan } from '../../../shared/operations/loans/read.ts';
import { recordRepayment } from '../../../shared/operations/loans/repay.ts';
import { cancelMeeting } from '../../../shared/operations/meetings/cancel.ts';
import { carryOutMeeting } from '../../../shared/operations/meetings/carry-out.ts';
import { changeAgenda } from '../../../shared/operations/meetings/change-agenda.ts';
import { conveneMeeting } from '../../../shared/operations/meetings/convene.ts';
import { meetingRecord } from '../../../shared/operations/meetings/material.ts';
import { readMeeting } from '../../../shared/operations/meetings/read.ts';
import { resolveMeeting } from '../../../shared/operations/meetings/resolve.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { claimLayout } from '../../../shared/store/claims.ts';
import { loanLayout } from '../../../shared/store/loans.ts';
import { type CarryingItem, carryingKey, meetingLayout } from '../../../shared/store/meetings.ts';
import { readItems } from '../../../shared/store/read.ts';
import { aClaim, storedClaim, storedLoan } from '../../support/claiming.ts';
import { type FaultHook, faults, hookFaults, insist } from '../../support/faults.ts';
import { admit, bank, creditCode, list } from '../../support/fixtures.ts';
import { answerOf, lend } from '../../support/lending.ts';
import { faultsOfHistory } from '../../support/replay.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import {
  always,
  aMeeting,
  anew,
  approvals,
  ask,
  convene,
  doorbells,
  member,
  resolve,
  voteAll,
  workConference,
} from './conference-city.ts';

const lent = '2026-03-02T02:00:00.000Z';
const claimed = '2027-06-15T02:00:00.000Z';
const principalFen = 100_000_000;

let store: TestStore;
let services: Services;
let next = 0;
beforeEach(async () => {
  store = await openStore();
  ({ services } = store);
  await admit(services, 'rcb');
});

/** A claim that the office found complete, and its loan. */
async function anAcceptedClaim(): Promise<{ readonly claimId: string; readonly loanId: string }> {
  next += 1;
  const code = creditCode(6000 + next);
  store.setNow(lent);
  await list(services, code);
  const loanId = await lend(services, code, code);
  store.setNow(claimed);
  const { claimId } = answerOf(await submitClaim(services, anew(services, bank()), loanId, aClaim()));
  answerOf(await reviewClaim(services, anew(services), String(claimId), { decision: 'accept', note: null }));
  return { claimId: String(claimId), loanId };
}

const repay = async (loanId: string) => {
  const whole = { principalFen, interestFen: 0, paidOn: '2027-06-15' };
  answerOf(await recordRepayment(services, anew(services, bank()), loanId, whole));
};
const stateOf = async (claimId: string) => (await storedClaim(services, claimId)).state;
const carryingOf = async (id: string) =>
  (await readItems(services.database, [carryingKey(id)])).get<CarryingItem>(carryingKey(id));
const recordOf = async (id: string) => {
  const reading = await readMeeting(services, id, { caller: member('science'), today: '2027-06-15' });
  if (!reading) throw new Error(`there is no meeting ${id}`);
  return meetingRecord(reading);
};

describe('claims before the conference', () => {
  test('approved: the assessed loss, the instant and the place in the line; the loan stays claimed', async () => {
    const { claimId, loanId } = await anAcceptedClaim();
    const meetingId = await convene(services, { convenesOn: '2027-06-15', claimIds: [claimId] });
    expect(await stateOf(claimId)).toMatchObject({ state: 'on-agenda', meetingId, proposedAssessedFen: principalFen });
    const figures = [{ itemId: 'item-1', proposedAssessedFen: 90_000_000, reason: '诉讼费不计' }];
    const add = { claimIds: [], inclusionIds: [] };
    answerOf(await changeAgenda(services, anew(services), meetingId, { add, remove: [], figures }));
    await voteAll(services, meetingId, 'item-1', approvals);
    const lower = { itemId: 'item-1', assessedFen: 80_000_000, reason: '核减', defer: false, note: null };
    answerOf(await resolveMeeting(services, anew(services), meetingId, [lower]));
    // The resolution's transaction writes the meeting alone.
    expect(await stateOf(claimId)).toMatchObject({ state: 'on-agenda' });
    await workConference(services);
    expect(await stateOf(claimId)).toMatchObject({
      state: 'approved',
      assessedFen: 80_000_000,
      resolvedAt: claimed,
      place: `${claimed}#${meetingId}#001`,
    });
    expect((await storedLoan(services, loanId)).state.state).toBe('claimed');
    expect((await recordOf(meetingId)).items).toMatchObject([
      { figureReason: '诉讼费不计', reason: '核减', outcome: 'approved', assessedFen: 80_000_000, carriedOut: 'done' },
    ]);
  });

  test('rejected it frees its loan, and another claim may be filed; deferred it comes to the next meeting', async () => {
    const [rejected, deferred] = [await anAcceptedClaim(), await anAcceptedClaim()];
    const claimIds = [rejected.claimId, deferred.claimId];
    const meetingId = await convene(services, { convenesOn: '2027-06-15', claimIds });
    await voteAll(services, meetingId, 'item-1', ['reject', 'reject', 'reject', 'reject', 'reject']);
    await voteAll(services, meetingId, 'item-2', ['recuse', 'recuse', 'recuse', 'recuse']);
    answerOf(await resolve(services, meetingId));
    await workConference(services);
    const [first, second] = await Promise.all(claimIds.map(stateOf));
    expect(first).toMatchObject({ state: 'rejected', note: expect.stringContaining('未通过') });
    // What the bank reads tells no counts.
    expect(first?.note).not.toMatch(/\d/);
    expect(second).toMatchObject({ state: 'deferred' });
    expect((await storedLoan(services, rejected.loanId)).state.state).toBe('non-performing');
    expect((await storedLoan(services, deferred.loanId)).state.state).toBe('claimed');
    answerOf(await submitClaim(services, anew(services, bank()), rejected.loanId, aClaim()));
    const again = { convenesOn: '2027-06-15', claimIds: [deferred.claimId] };
    expect(await stateOf(deferred.claimId)).toMatchObject({ meetingId });
    const nextMeeting = await convene(services, again);
    expect(await stateOf(deferred.claimId)).toMatchObject({ state: 'on-agenda', meetingId: nextMeeting });
  });

  test('a claim that is not accepted is not put on an agenda, and nothing of the meeting is made', async () => {
    const { claimId } = await anAcceptedClaim();
    const refused = await conveneMeeting(
      services,
      anew(services),
      aMeeting({ convenesOn: '2027-06-15', claimIds: [claimId, 'clm-unknown'] }),
    );
    expect(refused).toMatchObject({ code: 'state-conflict', facts: { claimId: 'clm-unknown', state: 'unknown' } });
    expect(await stateOf(claimId)).toMatchObject({ state: 'accepted' });
  });

  test('repaid before the resolution the item falls away; repaid after it, carrying out skips it', async () => {
    const [before, after, kept] = [await anAcceptedClaim(), await anAcceptedClaim(), await anAcceptedClaim()];
    const claimIds = [before, after, kept].map(({ claimId }) => claimId);
    const meetingId = await convene(services, { convenesOn: '2027-06-15', claimIds });
    await repay(before.loanId);
    await voteAll(services, meetingId, 'item-2', approvals);
    await voteAll(services, meetingId, 'item-3', approvals);
    const resolved = answerOf(await resolve(services, meetingId));
    expect((resolved.items as { outcome: string }[]).map(({ outcome }) => outcome)).toEqual([
      'withdrawn',
      'approved',
      'approved',
    ]);
    await repay(after.loanId);
    await workConference(services);
    expect((await Promise.all(claimIds.map(stateOf))).map(({ state }) => state)).toEqual([
      'withdrawn',
      'withdrawn',
      'approved',
    ]);
    expect(await carryingOf(meetingId)).toMatchObject({ done: 3, skipped: ['item-1', 'item-2'] });
    expect((await recordOf(meetingId)).items.map(({ carriedOut }) => carriedOut)).toEqual([
      'skipped',
      'skipped',
      'done',
    ]);
  });

  test('taken off, or the meeting cancelled, a claim is accepted again; one repaid meanwhile stays withdrawn', async () => {
    const [one, two] = [await anAcceptedClaim(), await anAcceptedClaim()];
    const claimIds = [one.claimId, two.claimId];
    const meetingId = await convene(services, { convenesOn: '2027-06-15', claimIds });
    await repay(two.loanId);
    answerOf(await cancelMeeting(services, anew(services), meetingId, '改期'));
    const [first, second] = await Promise.all(claimIds.map(stateOf));
    expect(first).toMatchObject({ state: 'accepted', meetingId: null, note: '改期' });
    expect(second).toMatchObject({ state: 'withdrawn' });
  });

  test('the page of an item has claim, loan, papers and what the figure would bring, step by step', async () => {
    const { claimId, loanId } = await anAcceptedClaim();
    const inclusionId = await ask(services, creditCode(7777));
    const inclusionIds = [inclusionId];
    const meetingId = await convene(services, { convenesOn: '2027-06-15', claimIds: [claimId], inclusionIds });
    const [first, second] = (await recordOf(meetingId)).items;
    expect(first?.material).toMatchObject({
      claim: { claimId, claimedFen: principalFen, statement: aClaim().statement },
      loan: { loanId, outstandingFen: principalFen, class: 'normal', overdueDays: 106 },
      estimate: {
        lossFen: principalFen,
        shares: { fundFen: 60_000_000, guarantorFen: 0, institutionFen: 40_000_000 },
      },
      inclusion: null,
    });
    expect(first?.material.claim?.evidence).toHaveLength(4);
    expect(first?.material.estimate?.working.map(({ rule }) => rule)).toContain('R23');
    expect(second?.material).toMatchObject({
      claim: null,
      loan: null,
      inclusion: { inclusionId, name: expect.any(String) },
    });
  });

  test('a member sees the loan of a claim that is on an agenda, and no other', async () => {
    const [on, off] = [await anAcceptedClaim(), await anAcceptedClaim()];
    await convene(services, { convenesOn: '2027-06-15', claimIds: [on.claimId] });
    expect(await readLoan(services, member('fdc'), on.loanId)).not.toBeNull();
    expect(await readLoan(services, member('fdc'), off.loanId)).toBeNull();
  });

  test('forty claims and their figures fit one transaction, there and back', async () => {
    const claimIds: string[] = [];
    for (let count = 0; count < 40; count += 1) claimIds.push((await anAcceptedClaim()).claimId);
    const meetingId = await convene(services, { convenesOn: '2027-06-15', claimIds });
    const found = await Promise.all(claimIds.map(stateOf));
    expect(found.map(({ itemId }) => itemId)).toEqual(claimIds.map((_, index) => `item-${index + 1}`));
    answerOf(await cancelMeeting(services, anew(services), meetingId, null));
    for (const claimId of claimIds) expect((await stateOf(claimId)).state).toBe('accepted');
  });
});

/** Every call of the worker on a rejected and an approved claim, each met by every fault. */
describe('every single fault while claims are carried out', () => {
  let hook: FaultHook;
  beforeEach(() => {
    hook = hookFaults(services.database.client, services.queues.client);
  });

  async function resolved() {
    hook.arm(null, 0);
    const claims = [await anAcceptedClaim(), await anAcceptedClaim()];
    const claimIds = claims.map(({ claimId }) => claimId);
    const meetingId = await convene(services, { convenesOn: '2027-06-15', claimIds });
    await voteAll(services, meetingId, 'item-1', ['reject', 'reject', 'reject', 'reject', 'reject']);
    await voteAll(services, meetingId, 'item-2', approvals.slice(0, 5));
    answerOf(await resolve(services, meetingId));
    return { claims, claimIds, meetingId };
  }

  async function expectOnce({ claims, claimIds, meetingId }: Awaited<ReturnType<typeof resolved>>) {
    hook.arm(null, 0);
    const found = await Promise.all(claimIds.map((claimId) => storedClaim(services, claimId)));
    // Filed, accepted, on the agenda, and its outcome.
    expect(found.map(({ version, state }) => [version, state.state])).toEqual([
      [4, 'rejected'],
      [4, 'approved'],
    ]);
    const loans = await Promise.all(claims.map(({ loanId }) => storedLoan(services, loanId)));
    expect(loans.map(({ state }) => state.state)).toEqual(['non-performing', 'claimed']);
    expect(await carryingOf(meetingId)).toMatchObject({ done: 2, skipped: [] });
    expect(await doorbells(services)).toEqual([]);
    expect(await faultsOfHistory(services, meetingLayout, meetingId)).toEqual([]);
    for (const id of claimIds) expect(await faultsOfHistory(services, claimLayout, id)).toEqual([]);
    for (const { loanId } of claims) expect(await faultsOfHistory(services, loanLayout, loanId)).toEqual([]);
  }

  test.each(faults)('%s at every call', async (fault) => {
    const calm = await resolved();
    hook.arm(null, 0);
    await workConference(services);
    const sites = hook.calls.length;
    expect(sites).toBeGreaterThanOrEqual(8);
    await expectOnce(calm);
    const metBefore = hook.met;
    for (let site = 1; site <= sites; site += 1) {
      const meeting = await resolved();
      hook.arm(fault, site);
      await insist(hook, () => workConference(services));
      await expectOnce(meeting);
    }
    expect(hook.met - metBefore, 'faults met').toBe(sites);
  });

  test('two workers at once, and one that comes late, carry each item out once', async () => {
    const meeting = await resolved();
    hook.arm(null, 0);
    const [doorbell] = await doorbells(services);
    if (!doorbell) throw new Error('no job was made');
    const turn = { at: services.now(), ...always };
    await Promise.all([1, 2].map(() => carryOutMeeting(services, doorbell, turn)));
    await carryOutMeeting(services, doorbell, turn);
    await expectOnce(meeting);
  });
});
