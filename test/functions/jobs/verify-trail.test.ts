import type { Context } from 'aws-lambda';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { handler } from '../../../functions/jobs/verify-trail.ts';
import type { Finding } from '../../../shared/domain/check.ts';
import type { ResourceKind } from '../../../shared/domain/event.ts';
import { recordRepayment } from '../../../shared/operations/loans/repay.ts';
import { liveServices } from '../../../shared/platform/services.ts';
import type { ItemKey } from '../../../shared/store/database.ts';
import { enterpriseLayout, guardKey, memberKey } from '../../../shared/store/enterprises.ts';
import { policyBookKey } from '../../../shared/store/policy-book.ts';
import { record } from '../../../shared/store/resource.ts';
import { eventKey } from '../../../shared/store/trail.ts';
import { commit } from '../../../shared/store/transaction.ts';
import { admit, bank, commandBy, creditCode, list } from '../../support/fixtures.ts';
import { auditor, bankOf, claimsOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';
import { answerOf, lend } from '../../support/lending.ts';
import { type Tampering, tamperingWith } from '../../support/tampering.ts';

const code = creditCode(1);
const other = creditCode(2);
let api: Handlers;
let tampering: Tampering;
let ids: Readonly<Partial<Record<ResourceKind, string>>>;

/** A city with a loan in service, an enterprise whose standing was looked at, and a policy version of its own. */
beforeAll(async () => {
  api = await openHandlers();
  const { services } = api;
  tampering = tamperingWith(services);
  await admit(services, 'rcb');
  await list(services, other);
  let file = await list(services, code);
  const loanId = await lend(services, code, 'checked');
  for (const day of ['2026-03-03', '2026-03-04']) {
    const event = { type: 'standing-refreshed', data: { standing: { ...file.state.standing, on: day } } } as const;
    const act = { at: services.now(), actor: { sub: 'job', name: 'job', org: 'system', role: 'job' } };
    const { stored, writes } = record(enterpriseLayout, code, file, [event], act);
    expect(await commit(services.database, writes)).toBe('committed');
    file = stored;
    const repayment = { principalFen: 100, interestFen: 0, paidOn: '2026-03-02' };
    answerOf(await recordRepayment(services, commandBy(services, bank(), `repay-${day}`), loanId, repayment));
  }
  const draft = await api.post(officer, '/v1/policies', {
    name: '二〇三〇年修订',
    effectiveFrom: '2030-01-01',
    source: { title: '修订通知' },
    parameters: {},
  });
  const approver = claimsOf('office', 'office', 'another');
  await api.post(approver, `/v1/policies/${draft.body.policyId}/approval`);
  const loan = await api.get(auditor, `/v1/loans/${loanId}`);
  const applications = String(loan.body.applicationId);
  ids = { enterprises: code, loans: loanId, applications, policies: String(draft.body.policyId), institutions: 'rcb' };
});
afterEach(() => tampering.undo());

const idOf = (kind: ResourceKind): string => ids[kind] ?? '';
const stateKey: Partial<Record<ResourceKind, () => ItemKey>> = {
  enterprises: () => ({ table: 'enterprises', key: enterpriseLayout.key(code) }),
  loans: () => ({ table: 'loans', key: { pk: idOf('loans') } }),
  applications: () => ({ table: 'applications', key: { pk: idOf('applications') } }),
};
const stateOf = (kind: ResourceKind): ItemKey => stateKey[kind]?.() ?? policyBookKey;

/** Runs the job and answers what an auditor then reads of it. */
async function checked() {
  const context = { getRemainingTimeInMillis: () => 60_000 } as Context;
  const { checkId } = await handler({ job: 'verify-trail' }, context);
  return (await api.get(auditor, `/v1/audit/checks/${checkId}`)).body;
}
const findings = async () => (await checked()).findings as readonly Finding[];

/** As the verification of whole kinds counts them, the two built-in versions apart, whose events are not in the trail. */
async function eventsInTrail(): Promise<number> {
  let events = -2;
  for (const kind of [...Object.keys(ids), 'refreshes']) {
    events += Number((await api.get(auditor, `/v1/audit/verification?kind=${kind}`)).body.events);
  }
  return events;
}

describe('a city that nobody has tampered with', () => {
  test('verifies, and every event is counted', async () => {
    expect(await checked()).toMatchObject({
      check: 'verify-trail',
      state: 'done',
      ok: true,
      examined: await eventsInTrail(),
      findingsCount: 0,
      findings: [],
    });
  });
});

describe.each(['loans', 'enterprises', 'applications'] as const)('of %s', (kind) => {
  const at = (sequence: number) => eventKey(kind, idOf(kind), sequence);
  const place = (brokenAt: number, what: string) => [{ kind, id: idOf(kind), brokenAt, what }];
  const lengthOf = async (): Promise<number> => Number((await tampering.read(stateOf(kind))).version);

  test('a flipped byte is found, whichever event and field it is in', async () => {
    const { hash } = await tampering.read(at(2));
    const flipped = `${String(hash).slice(0, -1)}${String(hash).endsWith('0') ? '1' : '0'}`;
    const { data } = await tampering.read(at(1));
    const changes = [
      [1, { data: { ...(data as object), flipped: 1 } }],
      [2, { hash: flipped }],
      [3, { at: '2026-03-02T02:00:00.001Z' }],
      [2, { actor: { sub: 'somebody', name: 'x', org: 'rcb', role: 'bank' } }],
    ] as const;
    for (const [sequence, change] of changes) {
      await tampering.change(at(sequence), change);
      expect(await findings(), JSON.stringify(change)).toEqual(place(sequence, 'event-broken'));
      await tampering.undo();
    }
  });

  test('a deleted event is found, be it first, in the middle or last', async () => {
    for (const sequence of [1, 2, await lengthOf()]) {
      await tampering.remove(at(sequence));
      expect(await findings(), String(sequence)).toEqual(place(sequence, 'event-broken'));
      await tampering.undo();
    }
  });

  test('an inserted event is found, at the end as well as between two', async () => {
    const length = await lengthOf();
    await tampering.move(kind, idOf(kind), 2, length + 1);
    expect(await findings()).toEqual(place(length + 1, 'event-broken'));
    await tampering.undo();
    await tampering.move(kind, idOf(kind), 2, 1.5);
    expect(await findings()).toEqual(place(2, 'event-broken'));
  });

  test('two swapped events are found', async () => {
    const second = await tampering.read(at(2));
    await tampering.move(kind, idOf(kind), 3, 2);
    await tampering.put(at(3), second);
    expect(await findings()).toEqual(place(2, 'event-broken'));
  });

  test('a history of which nothing is left is found', async () => {
    for (let sequence = await lengthOf(); sequence > 0; sequence -= 1) await tampering.remove(at(sequence));
    expect(await findings()).toEqual(place(1, 'history-missing'));
  });

  test('a state that was taken away is found by its events', async () => {
    await tampering.remove(stateOf(kind));
    expect(await findings()).toEqual(place(1, 'state-missing'));
  });

  test('a state that was changed is found, its version and hash as they were', async () => {
    const { data, version } = await tampering.read(stateOf(kind));
    await tampering.change(stateOf(kind), { data: { ...(data as object), outstandingFen: 1 } });
    expect(await findings()).toEqual(place(Number(version), 'state-differs'));
  });

  test('an event that searches do not find any more is found', async () => {
    await tampering.change(at(2), { day: '2020-01-01' });
    expect(await findings()).toEqual(place(2, 'index-differs'));
  });
});

describe('what is stored without a word in the trail', () => {
  test('an enterprise that was put on the list by hand is found once, under the code that lists it', async () => {
    const forged = creditCode(3);
    await tampering.put(memberKey(forged), {});
    const finding = { kind: 'enterprises', id: forged, brokenAt: 1, what: 'history-missing' };
    expect(await findings()).toEqual([finding]);
    const file = await tampering.read(stateOf('enterprises'));
    await tampering.put({ table: 'enterprises', key: enterpriseLayout.key(forged) }, file);
    await tampering.put(guardKey(forged), { exposureFen: 0 });
    expect(await findings()).toEqual([finding]);
  });

  test('a loan that was put by hand is found', async () => {
    await tampering.put({ table: 'loans', key: { pk: 'loan-forged' } }, await tampering.read(stateOf('loans')));
    expect(await findings()).toEqual([{ kind: 'loans', id: 'loan-forged', brokenAt: 1, what: 'history-missing' }]);
  });

  test('an enterprise that was taken off all lists, and a loan that the night job no longer finds, are found', async () => {
    await tampering.remove(memberKey(other));
    await tampering.change(stateOf('loans'), { dueKey: '2099-01-01#x' });
    expect(await findings()).toEqual(
      expect.arrayContaining([
        { kind: 'enterprises', id: other, brokenAt: 1, what: 'index-differs' },
        { kind: 'loans', id: idOf('loans'), brokenAt: 3, what: 'index-differs' },
      ]),
    );
  });

  test('an approved policy version that differs in the book by which all is judged is found', async () => {
    const { approved } = await tampering.read(policyBookKey);
    const [version] = approved as { parameters: object }[];
    const changed = { ...version, parameters: { ...version?.parameters, enterpriseCapFen: 1 } };
    await tampering.change(policyBookKey, { approved: [changed] });
    expect(await findings()).toEqual([{ kind: 'policies', id: idOf('policies'), brokenAt: 2, what: 'state-differs' }]);
  });

  test('a history and a state of no kind that is kept are found', async () => {
    const { pk: _pk, sequence: _sequence, ...event } = await tampering.read(eventKey('loans', idOf('loans'), 1));
    await tampering.put({ table: 'trail', key: { pk: 'gifts#1', sequence: 1 } }, event);
    await tampering.put({ table: 'enterprises', key: { pk: 'stray', sk: 'stray' } }, { hash: 'x' });
    expect(await findings()).toEqual([
      { kind: 'gifts', id: '1', brokenAt: 1, what: 'kind-unknown' },
      { kind: 'enterprises', id: 'stray', brokenAt: 1, what: 'kind-unknown' },
    ]);
  });
});

describe('a finding', () => {
  test('is told in the log with the words that raise the alarm, and a sound run is not', async () => {
    const alarm = vi.spyOn(liveServices().log, 'error');
    await checked();
    expect(alarm).not.toHaveBeenCalled();
    await tampering.change(eventKey('loans', idOf('loans'), 2), { day: '2020-01-01' });
    const { checkId } = await checked();
    expect(alarm.mock.calls).toEqual([
      ['check failed', expect.objectContaining({ check: 'verify-trail', checkId, count: 1 })],
    ]);
    alarm.mockRestore();
  });

  test('makes its run not ok, in the list, too; the run before stays as it is', async () => {
    await checked();
    await tampering.remove(eventKey('enterprises', code, 1));
    const { checkId } = await checked();
    const { items } = (await api.get(auditor, '/v1/audit/checks?check=verify-trail&limit=2')).body;
    expect(items).toMatchObject([
      { checkId, ok: false, findingsCount: 1 },
      { ok: true, findingsCount: 0 },
    ]);
  });
});

describe('the runs', () => {
  test('are listed newest first, page by page, and by their check', async () => {
    const newest = [String((await checked()).checkId), String((await checked()).checkId)].reverse();
    const first = await api.get(officer, '/v1/audit/checks?limit=1');
    const second = await api.get(officer, `/v1/audit/checks?limit=1&cursor=${first.body.nextCursor}`);
    const shown = [first, second].flatMap(({ body }) =>
      (body.items as { checkId: string }[]).map((run) => run.checkId),
    );
    expect(shown).toEqual(newest);
    const recounts = await api.get(officer, '/v1/audit/checks?check=recount-figures');
    expect(recounts.body).toEqual({ items: [], nextCursor: null });
    expect((await api.get(officer, '/v1/audit/checks?check=nothing')).status).toBe(400);
    expect((await api.get(officer, '/v1/audit/checks/check-none')).status).toBe(404);
  });

  test('are the auditor’s and the office’s to read, and nobody else’s', async () => {
    const { checkId } = await checked();
    for (const path of ['/v1/audit/checks', `/v1/audit/checks/${checkId}`]) {
      expect((await api.get(null, path)).status).toBe(401);
      for (const claims of [bankOf('rcb'), claimsOf('enterprise', code), claimsOf('finance', 'finance-bureau')]) {
        expect(await api.get(claims, path)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      }
      expect((await api.get(officer, path)).status).toBe(200);
    }
  });
});
