import { beforeAll, describe, expect, test } from 'vitest';
import { approvals, ask, convene, doorbells, resolve, voteAll } from '../../operations/conference/conference-city.ts';
import { filedClaim, resolvedOn } from '../../operations/settlement/settlement-city.ts';
import { aClaim } from '../../support/claiming.ts';
import { admit, creditCode } from '../../support/fixtures.ts';
import { bankOf, type Handlers, officer } from '../../support/handlers.ts';
import { openHandlersAt } from '../../support/handlers-at.ts';
import { answerOf } from '../../support/lending.ts';
import { deliver, hurried, takeMessages } from '../../support/workers.ts';

let api: Handlers;
beforeAll(async () => {
  api = await openHandlersAt('2026-03-02T02:00:00.000Z');
  await admit(api.services, 'rcb');
});

describe('the worker of the conference', () => {
  test('frees the loan of a claim that was rejected, so that another may be filed', async () => {
    const { services } = api;
    const { claimId, loanId } = await filedClaim(api, { lossFen: 100_000_000 });
    expect((await api.post(officer, `/v1/claims/${claimId}/acceptance`, { decision: 'accept' })).status).toBe(200);
    const meetingId = await convene(services, { convenesOn: resolvedOn, claimIds: [claimId] });
    await voteAll(
      services,
      meetingId,
      'item-1',
      approvals.map(() => 'reject'),
    );
    answerOf(await resolve(services, meetingId));
    expect(await deliver('conference', await doorbells(services))).toEqual([]);
    expect((await api.get(officer, `/v1/claims/${claimId}`)).body).toMatchObject({ state: 'rejected', shares: null });
    const loan = `/v1/loans/${loanId}`;
    expect((await api.get(officer, loan)).body).toMatchObject({ state: 'non-performing' });
    expect((await api.post(bankOf('rcb'), `${loan}/claims`, aClaim())).status).toBe(201);
    expect(await doorbells(services)).toEqual([]);
  });

  test('out of time rings for itself and goes on where it stopped', async () => {
    const { services } = api;
    const inclusionIds = await Promise.all([831, 832, 833].map((number) => ask(services, creditCode(number))));
    const meetingId = await convene(services, { convenesOn: resolvedOn, inclusionIds });
    for (const [index] of inclusionIds.entries()) await voteAll(services, meetingId, `item-${index + 1}`, approvals);
    answerOf(await resolve(services, meetingId));
    await takeMessages(services, 'conference');

    const states = async (): Promise<readonly unknown[]> =>
      Promise.all(inclusionIds.map(async (id) => (await api.get(officer, `/v1/inclusions/${id}`)).body.state));
    expect(await deliver('conference', await doorbells(services), hurried(1))).toEqual([]);
    expect(await states()).toEqual(['approved', 'on-agenda', 'on-agenda']);
    const rung = await takeMessages(services, 'conference');
    expect(rung).toMatchObject([{ jobId: `carry-out-${meetingId}`, message: { meetingId } }]);
    expect(await deliver('conference', rung)).toEqual([]);
    expect(await states()).toEqual(['approved', 'approved', 'approved']);
    expect(await takeMessages(services, 'conference')).toEqual([]);
  });
});
