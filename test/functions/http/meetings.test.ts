import { beforeAll, describe, expect, test } from 'vitest';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { approvals, units, workConference } from '../../operations/conference/conference-city.ts';
import { creditCode } from '../../support/fixtures.ts';
import {
  auditor,
  bankOf,
  type Claims,
  claimsOf,
  type HandlerReply,
  type Handlers,
  officer,
  openHandlers,
} from '../../support/handlers.ts';

let api: Handlers;
const today = dayAt(new Date().toISOString());
const year = Number(today.slice(0, 4));
const other = claimsOf('office', 'office', 'office-2');
const memberOf = (unit: string): Claims => claimsOf('member', unit);
let codes = 4000;

beforeAll(async () => {
  api = await openHandlers();
  // The worker's clock is the store's; the handlers' own is the process's.
  api.setNow(new Date().toISOString());
});

const ok = (reply: HandlerReply, status = 200): HandlerReply => {
  expect(reply.status, reply.text).toBe(status);
  return reply;
};

async function ask(claims: Claims = bankOf('rcb')): Promise<string> {
  codes += 1;
  const body = { name: `平湖${codes}有限公司`, innovationNeed: '中试', financingLack: '无抵押物', evidence: [] };
  const reply = await api.post(claims, `/v1/enterprises/${creditCode(codes)}/inclusions`, body);
  return String(ok(reply, 201).body.inclusionId);
}

const askMany = (count: number) => Promise.all(Array.from({ length: count }, () => ask()));
const convening = (inclusionIds: readonly string[], change: object = {}) =>
  api.post(officer, '/v1/meetings', { title: '联席会议', convenesOn: today, claimIds: [], inclusionIds, ...change });
const convene = async (inclusionIds: readonly string[], change: object = {}) =>
  String(ok(await convening(inclusionIds, change), 201).body.meetingId);
const vote = (meetingId: string, unit: string, body: object) =>
  api.post(memberOf(unit), `/v1/meetings/${meetingId}/votes`, body);
const voteAll = async (meetingId: string, itemId: string, words: readonly string[] = approvals) => {
  for (const [index, word] of words.entries()) ok(await vote(meetingId, units[index] ?? '', { itemId, vote: word }));
};
const resolve = (meetingId: string, items: readonly object[] = [], claims = officer) =>
  api.post(claims, `/v1/meetings/${meetingId}/resolution`, { items });
const stateOf = async (id: string) => (await api.get(officer, `/v1/inclusions/${id}`)).body;
type Item = Readonly<Record<string, unknown>>;
const itemsOf = (reply: HandlerReply) => reply.body.items as readonly Item[];

describe('convening over HTTP', () => {
  test('answers ids and figures, and puts what is on the agenda there', async () => {
    const ids = await askMany(2);
    const reply = ok(await convening(ids), 201);
    expect(reply.headers.location).toBe(`/v1/meetings/${reply.body.meetingId}`);
    expect(reply.body).toMatchObject({ year, form: 'meeting', state: 'open', votesVoided: [], version: 1 });
    expect(itemsOf(reply)).toMatchObject([
      { itemId: 'item-1', kind: 'inclusion', inclusionId: ids[0], claimId: null, proposedAssessedFen: null },
      { itemId: 'item-2', kind: 'inclusion', inclusionId: ids[1], outcome: null },
    ]);
    expect(await stateOf(ids[0] ?? '')).toMatchObject({
      state: 'on-agenda',
      meetingId: reply.body.meetingId,
      itemId: 'item-1',
    });
    expect(await api.post(bankOf('rcb'), `/v1/inclusions/${ids[0]}/withdrawal`)).toMatchObject({ status: 409 });
    expect(await convening([ids[0] ?? ''])).toMatchObject({
      status: 409,
      body: { code: 'state-conflict', facts: { inclusionId: ids[0], state: 'on-agenda' } },
    });
  });

  test('numbers meetings within the year of their day, one after another, each once', async () => {
    const numbers: unknown[] = [];
    for (const change of [{}, {}, { number: 9 }, {}]) {
      numbers.push(ok(await convening([], { convenesOn: '2031-05-01', ...change }), 201).body.number);
    }
    expect(numbers).toEqual([1, 2, 9, 10]);
    expect(await convening([], { convenesOn: '2031-12-31', number: 9 })).toMatchObject({
      status: 409,
      body: { code: 'already-exists', facts: { year: 2031, number: 9 } },
    });
    expect(ok(await convening([], { convenesOn: '2032-01-01' }), 201).body).toMatchObject({ year: 2032, number: 1 });
  });

  test('of several at once gives each its own number', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => convening([], { convenesOn: '2033-01-01' })));
    expect(made.map(({ body }) => body.number).sort()).toEqual([1, 2, 3, 4]);
  });

  test('forty items are taken in one transaction, cancelled in one, and taken again; forty-one are not', async () => {
    const ids = await askMany(41);
    expect(await convening(ids)).toMatchObject({
      status: 422,
      body: { code: 'too-many-items', facts: { items: 41, itemsMax: 40 } },
    });
    const forty = ids.slice(0, 40);
    const meetingId = await convene(forty);
    const cancelled = ok(await api.post(officer, `/v1/meetings/${meetingId}/cancellation`, { reason: '改期' }));
    expect(cancelled.body).toMatchObject({ state: 'cancelled', reason: '改期' });
    for (const id of forty) expect(await stateOf(id)).toMatchObject({ state: 'submitted', meetingId: null });
    const again = await convene(forty);
    const agenda = { remove: itemsOf(await api.get(officer, `/v1/meetings/${again}`)).map(({ itemId }) => itemId) };
    expect(ok(await api.post(officer, `/v1/meetings/${again}/agenda`, agenda)).body.items).toEqual([]);
    const add = { add: { inclusionIds: forty } };
    const filled = ok(await api.post(officer, `/v1/meetings/${again}/agenda`, add));
    expect(itemsOf(filled).map(({ itemId }) => itemId)).toEqual(forty.map((_, index) => `item-${index + 41}`));
    expect(Buffer.byteLength(filled.text)).toBeLessThan(32 * 1024);
    const more = { add: { inclusionIds: [ids[40]] } };
    expect(await api.post(officer, `/v1/meetings/${again}/agenda`, more)).toMatchObject({
      status: 422,
      body: { code: 'too-many-items' },
    });
  });

  test.each([
    ['the same id twice', { inclusionIds: ['inc-1', 'inc-1'] }, 'inclusionIds'],
    ['number nought', { number: 0 }, 'number'],
    ['a form that is none', { form: 'telephone' }, 'form'],
    ['a closing that is no instant', { votingClosesAt: '2026-03-02' }, 'votingClosesAt'],
  ])('with %s is refused', async (_, change, path) => {
    expect(await convening([], change)).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });
});

describe('a meeting over HTTP', () => {
  test('seven units vote at once on every item, each vote is in, and the resolution follows them', async () => {
    const ids = await askMany(8);
    const meetingId = await convene(ids);
    const replies = await Promise.all(
      units.map(async (unit) => {
        const own: HandlerReply[] = [];
        for (const [index] of ids.entries()) {
          const opinion = `${unit}的意见`;
          own.push(await vote(meetingId, unit, { itemId: `item-${index + 1}`, vote: 'approve', opinion }));
        }
        return own;
      }),
    );
    expect(replies.flat().map(({ status }) => status)).toEqual(Array.from({ length: 56 }, () => 200));
    const before = ok(await api.get(officer, `/v1/meetings/${meetingId}`));
    for (const item of itemsOf(before)) {
      expect((item.votes as Item[]).map(({ unit, opinion }) => `${unit}的意见` === opinion)).toEqual(
        units.map(() => true),
      );
      expect(item).toMatchObject({ tally: { approve: 7, left: 7 }, carriedOut: 'waiting' });
    }
    ok(await resolve(meetingId), 202);
    await workConference(api.services);
    const record = ok(await api.get(memberOf('science'), `/v1/meetings/${meetingId}`));
    expect(record.body).toMatchObject({ state: 'resolved', itemsCarriedOut: 8, version: 58, policy: 'measures-2024' });
    const history = await api.get(auditor, `/v1/meetings/${meetingId}/history?limit=200`);
    expect((history.body.items as Item[]).at(-1)).toMatchObject({
      type: 'meeting-resolved',
      hash: record.body.resolutionHash,
    });
    for (const id of ids) expect(await stateOf(id)).toMatchObject({ state: 'approved', includedFrom: today });
    const verified = await api.get(auditor, `/v1/audit/verification?kind=meetings&id=${meetingId}`);
    expect(verified.body).toEqual({ ok: true, events: 58, brokenAt: null });
    expect((await api.get(officer, '/v1/inclusions?state=approved')).body.items).toHaveLength(8);
  });

  test('nothing changes after closing', async () => {
    const meetingId = await convene([]);
    ok(await resolve(meetingId), 202);
    const refused = { status: 409, body: { code: 'state-conflict', facts: { state: 'resolved', allowed: 'open' } } };
    expect(await resolve(meetingId)).toMatchObject(refused);
    expect(await api.post(officer, `/v1/meetings/${meetingId}/agenda`, {})).toMatchObject(refused);
    expect(await api.post(officer, `/v1/meetings/${meetingId}/cancellation`)).toMatchObject(refused);
  });

  test('a vote is changed until the resolution; who has none by the version of the day may not vote', async () => {
    const [id = ''] = await askMany(1);
    const meetingId = await convene([id]);
    for (const word of ['reject', 'recuse', 'approve'])
      ok(await vote(meetingId, 'pboc', { itemId: 'item-1', vote: word }));
    const [item] = itemsOf(await api.get(officer, `/v1/meetings/${meetingId}`));
    expect(item).toMatchObject({
      votes: [{ unit: 'pboc', vote: 'approve', by: 'member-pboc' }],
      tally: { approve: 1 },
    });
    expect(await vote(meetingId, 'tax', { itemId: 'item-1', vote: 'approve' })).toMatchObject({
      status: 403,
      body: { code: 'forbidden', facts: { own: 'tax' } },
    });
    expect(await vote(meetingId, 'pboc', { itemId: 'item-2', vote: 'approve' })).toMatchObject({ status: 404 });
    expect(await vote('mtg-none', 'pboc', { itemId: 'item-1', vote: 'approve' })).toMatchObject({ status: 404 });
  });

  test('a vote after the closing instant is refused with it', async () => {
    const [id = ''] = await askMany(1);
    const votingClosesAt = '2026-01-01T00:00:00.000Z';
    const meetingId = await convene([id], { votingClosesAt });
    expect(await vote(meetingId, 'pboc', { itemId: 'item-1', vote: 'approve' })).toMatchObject({
      status: 409,
      body: { code: 'state-conflict', facts: { state: 'voting-closed', votingClosesAt } },
    });
  });

  test('an item short of quorum refuses the resolution whole; deferred it does not', async () => {
    const ids = await askMany(2);
    const meetingId = await convene(ids);
    await voteAll(meetingId, 'item-1');
    await voteAll(meetingId, 'item-2', approvals.slice(0, 4));
    expect(await resolve(meetingId)).toMatchObject({
      status: 422,
      body: { code: 'quorum-not-met', rule: 'R22', facts: { itemId: 'item-2', voted: 4, needed: 5, left: 7 } },
    });
    const reply = ok(await resolve(meetingId, [{ itemId: 'item-2', defer: true, note: '待补' }]), 202);
    expect(itemsOf(reply).map(({ outcome }) => outcome)).toEqual(['approved', 'deferred']);
    await workConference(api.services);
    const [, second] = itemsOf(await api.get(claimsOf('finance', 'finance-bureau'), `/v1/meetings/${meetingId}`));
    expect(second).toMatchObject({ note: '待补', carriedOut: 'done', material: { inclusion: { state: 'deferred' } } });
    // A deferred one comes to the next meeting.
    expect(itemsOf(ok(await convening([ids[1] ?? '']), 201))).toHaveLength(1);
  });

  test('who made an inclusion as an official does not resolve its meeting; another does', async () => {
    const id = await ask(officer);
    const meetingId = await convene([id]);
    await voteAll(meetingId, 'item-1');
    expect(await resolve(meetingId)).toMatchObject({
      status: 403,
      body: { code: 'four-eyes', facts: { inclusionId: id } },
    });
    ok(await resolve(meetingId, [], other), 202);
  });

  test('two resolutions at once: one closes it, the other finds it closed', async () => {
    const meetingId = await convene([]);
    const replies = await Promise.all([resolve(meetingId), resolve(meetingId, [], other)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([202, 409]);
  });

  test('removing an item puts it back and names the votes that fell with it', async () => {
    const ids = await askMany(2);
    const meetingId = await convene(ids);
    ok(await vote(meetingId, 'fdc', { itemId: 'item-1', vote: 'abstain' }));
    const reply = ok(await api.post(officer, `/v1/meetings/${meetingId}/agenda`, { remove: ['item-1'] }));
    expect(reply.body).toMatchObject({
      votesVoided: [{ itemId: 'item-1', units: ['fdc'] }],
      items: [{ itemId: 'item-2' }],
    });
    expect(await stateOf(ids[0] ?? '')).toMatchObject({ state: 'submitted' });
    expect(await api.post(officer, `/v1/meetings/${meetingId}/cancellation`)).toMatchObject({
      status: 409,
      body: { facts: { state: 'voting' } },
    });
  });
});

describe('who sees meetings', () => {
  test('office, members, finance and auditor; banks, enterprises and guarantors not', async () => {
    const meetingId = await convene([], { convenesOn: '2034-01-01' });
    for (const claims of [officer, memberOf('market'), claimsOf('finance', 'finance-bureau'), auditor]) {
      expect((await api.get(claims, `/v1/meetings/${meetingId}`)).body).toMatchObject({ units, quorumUnits: 5 });
      expect((await api.get(claims, '/v1/meetings?year=2034&state=open')).body.items).toMatchObject([{ meetingId }]);
    }
    for (const claims of [bankOf('rcb'), claimsOf('enterprise', creditCode(1)), claimsOf('guarantor', 'g')]) {
      expect((await api.get(claims, '/v1/meetings')).status).toBe(403);
      expect((await api.get(claims, `/v1/meetings/${meetingId}`)).status).toBe(403);
    }
    expect((await api.get(officer, '/v1/meetings/mtg-none')).status).toBe(404);
    expect((await api.get(officer, '/v1/meetings/mtg-none/history')).status).toBe(404);
  });

  test('only the office convenes, changes and resolves; only members vote', async () => {
    const meetingId = await convene([]);
    for (const call of ['agenda', 'cancellation', 'resolution']) {
      expect((await api.post(memberOf('fdc'), `/v1/meetings/${meetingId}/${call}`, { items: [] })).status).toBe(403);
    }
    expect(
      (await api.post(officer, `/v1/meetings/${meetingId}/votes`, { itemId: 'item-1', vote: 'approve' })).status,
    ).toBe(403);
  });

  test('a member sees the inclusions of agendas', async () => {
    const [on = '', off = ''] = await askMany(2);
    await convene([on]);
    expect((await api.get(memberOf('talent'), `/v1/inclusions/${on}`)).status).toBe(200);
    expect((await api.get(memberOf('talent'), `/v1/inclusions/${off}`)).status).toBe(404);
  });
});
