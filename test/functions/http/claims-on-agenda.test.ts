import { beforeAll, describe, expect, test } from 'vitest';
import { filedClaim, resolvedOn, wan } from '../../operations/settlement/settlement-city.ts';
import { admit } from '../../support/fixtures.ts';
import { type Claims, claimsOf, type HandlerReply, type Handlers, officer } from '../../support/handlers.ts';
import { openHandlersAt } from '../../support/handlers-at.ts';

let api: Handlers;
beforeAll(async () => {
  api = await openHandlersAt('2026-03-02T02:00:00.000Z');
  await admit(api.services, 'rcb');
});

/** A claim that the office found complete. */
async function acceptedClaim(): Promise<string> {
  const { claimId } = await filedClaim(api, { lossFen: wan(30) });
  expect((await api.post(officer, `/v1/claims/${claimId}/acceptance`, { decision: 'accept' })).status).toBe(200);
  return claimId;
}
const convene = async (claimIds: readonly string[]): Promise<string> => {
  const meeting = { title: '联席会议', convenesOn: resolvedOn, claimIds, inclusionIds: [] };
  const reply = await api.post(officer, '/v1/meetings', meeting);
  expect(reply.status, reply.text).toBe(201);
  return `/v1/meetings/${reply.body.meetingId}`;
};
const claim = async (claimId: string) => (await api.get(officer, `/v1/claims/${claimId}`)).body;
const itemsOf = ({ body }: HandlerReply) => body.items as readonly object[];

describe('a claim on an agenda', () => {
  test('is put there by a change of the agenda, at the figure claimed, and taken off by another', async () => {
    const [first, second] = [await acceptedClaim(), await acceptedClaim()];
    const meeting = await convene([first]);
    const added = await api.post(officer, `${meeting}/agenda`, { add: { claimIds: [second] } });
    expect(itemsOf(added)).toMatchObject([
      { itemId: 'item-1', claimId: first },
      { itemId: 'item-2', claimId: second, proposedAssessedFen: wan(30) },
    ]);
    expect(await claim(second)).toMatchObject({ state: 'on-agenda', itemId: 'item-2', proposedAssessedFen: wan(30) });
    const removed = await api.post(officer, `${meeting}/agenda`, { remove: ['item-1'] });
    expect(itemsOf(removed)).toMatchObject([{ itemId: 'item-2', claimId: second }]);
    expect(await claim(first)).toMatchObject({ state: 'accepted', meetingId: null, itemId: null });
  });

  test('falls back with its meeting when that is cancelled, with the reason as its note', async () => {
    const claimId = await acceptedClaim();
    const meeting = await convene([claimId]);
    const cancelled = await api.post(officer, `${meeting}/cancellation`, { reason: '改期' });
    expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    expect(await claim(claimId)).toMatchObject({ state: 'accepted', meetingId: null, note: '改期' });
    expect(itemsOf(await api.get(officer, await convene([claimId])))).toMatchObject([{ claimId }]);
  });

  test('is counted where it stands: what is on an agenda is not also waiting for one', async () => {
    const waiting = async (state: string) => itemsOf(await api.get(officer, `/v1/claims?state=${state}`)).length;
    const before = { accepted: await waiting('accepted'), onAgenda: await waiting('on-agenda') };
    const meeting = await convene([await acceptedClaim()]);
    expect([await waiting('accepted'), await waiting('on-agenda')]).toEqual([before.accepted, before.onAgenda + 1]);
    await api.post(officer, `${meeting}/cancellation`, {});
    expect([await waiting('accepted'), await waiting('on-agenda')]).toEqual([before.accepted + 1, before.onAgenda]);
  });
});

describe('what is left of the cap of an enterprise with a claim', () => {
  /** How eligibility's R10 is answered about it; undefined where nothing is said. */
  const told = async (claims: Claims, creditCode: unknown) => {
    const { body } = await api.get(claims, `/v1/enterprises/${creditCode}/eligibility?amountFen=1`);
    return (body.reasons as readonly { rule: string; facts: object }[]).find(({ rule }) => rule === 'R10')?.facts;
  };

  test('is told to finance from the claim on, and to a member once it is on an agenda', async () => {
    const [member, finance] = [claimsOf('member', 'science'), claimsOf('finance', 'finance-bureau')];
    const claimId = await acceptedClaim();
    const loan = await api.get(officer, `/v1/loans/${(await claim(claimId)).loanId}`);
    const { creditCode, outstandingFen } = loan.body;
    expect(await told(finance, creditCode)).toMatchObject({ used: outstandingFen });
    expect(await told(member, creditCode)).toBeUndefined();
    await convene([claimId]);
    expect(await told(member, creditCode)).toMatchObject({ used: outstandingFen });
  });
});
