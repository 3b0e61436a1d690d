import { beforeAll, describe, expect, test } from 'vitest';
import { reviewClaim } from '../../../shared/operations/claims/review.ts';
import { submitClaim } from '../../../shared/operations/claims/submit.ts';
import { claimLayout } from '../../../shared/store/claims.ts';
import { inclusionLayout } from '../../../shared/store/inclusions.ts';
import { carryingIn, carryingKey, carryingWrite } from '../../../shared/store/meetings.ts';
import { readItems } from '../../../shared/store/read.ts';
import { keyOfResource, storedIn } from '../../../shared/store/resource.ts';
import { commit } from '../../../shared/store/transaction.ts';
import {
  anew,
  approvals,
  ask,
  convene,
  resolve,
  voteAll,
  workConference,
} from '../../operations/conference/conference-city.ts';
import { aClaim } from '../../support/claiming.ts';
import { admit, bank, creditCode, list } from '../../support/fixtures.ts';
import { auditor, claimsOf, type Handlers, officer } from '../../support/handlers.ts';
import { openHandlersAt } from '../../support/handlers-at.ts';
import { answerOf, lend } from '../../support/lending.ts';

const science = claimsOf('member', 'science');
let api: Handlers & { setNow(instant: string): void };
let meetingId: string;
let inclusionId: string;
let claimId: string;

beforeAll(async () => {
  api = await openHandlersAt('2026-03-02T02:00:00.000Z');
  const { services } = api;
  await admit(services, 'rcb');
  await list(services, creditCode(61));
  const loanId = await lend(services, creditCode(61), 'held');
  api.setNow('2027-06-15T02:00:00.000Z');
  claimId = String(answerOf(await submitClaim(services, anew(services, bank()), loanId, aClaim())).claimId);
  answerOf(await reviewClaim(services, anew(services), claimId, { decision: 'accept', note: null }));
  inclusionId = await ask(services, creditCode(62));
  meetingId = await convene(services, {
    convenesOn: '2027-06-15',
    claimIds: [claimId],
    inclusionIds: [inclusionId],
  });
  for (const itemId of ['item-1', 'item-2']) await voteAll(services, meetingId, itemId, approvals);
  answerOf(await resolve(services, meetingId));
  // Both failed five times, as the tests of carrying out show.
  const read = carryingIn(await readItems(services.database, [carryingKey(meetingId)]), meetingId);
  if (!read) throw new Error('nothing is carried out');
  const held = [0, 1].map((index) => ({
    itemId: `item-${index + 1}`,
    index,
    since: services.now(),
    failures: 5,
    error: 'the store refused item again and again',
  }));
  expect(await commit(services.database, [carryingWrite(meetingId, read, { done: 2, held })])).toBe('committed');
});

const path = () => `/v1/meetings/${meetingId}/carrying-out`;
const itemsFor = async (who: typeof science) =>
  (await api.get(who, `/v1/meetings/${meetingId}`)).body.items as Record<string, unknown>[];

describe('an item of a resolution that could not be carried out', () => {
  test('is shown as held, to officials and auditors with what went wrong', async () => {
    const held = { since: '2027-06-15T02:00:00.000Z', failures: 5 };
    for (const who of [officer, auditor]) {
      const [item] = await itemsFor(who);
      expect(item).toMatchObject({ carriedOut: 'held', held: { ...held, error: expect.stringContaining('refused') } });
    }
    expect((await itemsFor(science))[0]).toMatchObject({ carriedOut: 'held', held: { ...held, error: null } });
  });

  test('is released by the office alone, with a reason', async () => {
    const asked = { itemId: 'item-1', decision: 'skip', reason: '材料有误' };
    for (const who of [science, auditor, claimsOf('finance', 'finance-bureau')])
      expect((await api.post(who, path(), asked)).status).toBe(403);
    expect((await api.post(officer, path(), { ...asked, reason: ' ' })).status).toBe(400);
    expect((await api.post(officer, path(), { ...asked, itemId: 'item-9' })).status).toBe(409);
  });

  test('is deferred if it is skipped, and carried out if it is tried again', async () => {
    const [claim, inclusion] = await itemsFor(officer);
    const reason = '材料有误';
    const skipped = await api.post(officer, path(), { itemId: claim?.itemId, decision: 'skip', reason });
    expect(skipped.status, skipped.text).toBe(200);
    const retried = await api.post(officer, path(), { itemId: inclusion?.itemId, decision: 'retry', reason });
    expect(retried.status, retried.text).toBe(200);
    await workConference(api.services);
    const keys = [keyOfResource(claimLayout, claimId), keyOfResource(inclusionLayout, inclusionId)];
    const items = await readItems(api.services.database, keys);
    expect(storedIn(items, claimLayout, claimId)?.state.state).toBe('deferred');
    expect(storedIn(items, inclusionLayout, inclusionId)?.state.state).toBe('approved');
    expect((await itemsFor(officer)).map(({ carriedOut, held }) => [carriedOut, held])).toEqual([
      ['skipped', null],
      ['done', null],
    ]);
  });
});

test('an inclusion whose item is skipped is deferred', async () => {
  const id = await ask(api.services, creditCode(63));
  const other = await convene(api.services, { convenesOn: '2027-06-15', inclusionIds: [id] });
  await voteAll(api.services, other, 'item-1', approvals);
  answerOf(await resolve(api.services, other));
  const read = carryingIn(await readItems(api.services.database, [carryingKey(other)]), other);
  if (!read) throw new Error('nothing is carried out');
  const held = [{ itemId: 'item-1', index: 0, since: api.services.now(), failures: 5, error: 'x' }];
  await commit(api.services.database, [carryingWrite(other, read, { done: 1, held })]);
  const asked = { itemId: 'item-1', decision: 'skip', reason: '再议' };
  const reply = await api.post(officer, `/v1/meetings/${other}/carrying-out`, asked);
  expect(reply.status, reply.text).toBe(200);
  const items = await readItems(api.services.database, [keyOfResource(inclusionLayout, id)]);
  expect(storedIn(items, inclusionLayout, id)?.state.state).toBe('deferred');
});
