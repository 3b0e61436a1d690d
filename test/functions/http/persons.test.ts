import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { scanAll } from '../../../shared/store/scan.ts';
import { type TableName, tables } from '../../../shared/store/tables.ts';
import { admit, creditCode, list } from '../../support/fixtures.ts';
import { auditor, type Claims, claimsOf, type Handlers, officer } from '../../support/handlers.ts';
import { openHandlersAt } from '../../support/handlers-at.ts';

const code = creditCode(1);
const clerk: Claims = { ...claimsOf('bank', 'rcb', 'rcb-7'), name: '张三丰' };
const boss: Claims = { ...claimsOf('bank', 'rcb', 'rcb-8'), name: '欧阳修' };
const operator = { handledBy: '李四光', checkedBy: '王五岳' };
const terms = {
  creditCode: code,
  institutionId: 'rcb',
  amountFen: 100_000,
  termMonths: 12,
  mode: 'credit',
  purpose: '周转',
};

interface Event {
  readonly actor: Readonly<Record<string, unknown>>;
  readonly salt: string | null;
}

describe('the names of those who act', () => {
  let api: Handlers;
  let path: string;
  beforeAll(async () => {
    api = await openHandlersAt('2026-03-02T02:00:00.000Z');
    await admit(api.services, 'rcb');
    await list(api.services, code);
    const applied = await api.post(clerk, '/v1/applications', { ...terms, operator });
    expect(applied.status).toBe(201);
    path = `/v1/applications/${applied.body.applicationId}`;
    expect((await api.post(boss, `${path}/reviews`, { decision: 'return', reason: '补正' })).status).toBe(200);
  });
  afterAll(() => {
    vi.useRealTimers();
  });

  const historyFor = async (who: Claims): Promise<readonly Event[]> =>
    (await api.get(who, `${path}/history`)).body.items as readonly Event[];
  const personOf = async (name: string) => {
    const { body } = await api.get(officer, '/v1/persons?org=rcb');
    return (body.items as { personId: string; name: string | null; sub: string }[]).find((each) => each.name === name);
  };
  const erase = async (name: string) => {
    const person = await personOf(name);
    const erased = await api.post(officer, `/v1/persons/${person?.personId}/erasure`, { reason: '本人申请' });
    expect(erased.status).toBe(200);
    return erased;
  };
  const whereIs = async (text: string): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const table of Object.keys(tables) as TableName[]) {
      for await (const item of scanAll(api.services.database, table))
        if (JSON.stringify(item).includes(text)) found.push(`${table} ${JSON.stringify(item)}`);
    }
    return found;
  };

  test('are shown to the own organisation, office, auditor and finance, and stand in the directory alone', async () => {
    for (const who of [clerk, boss, officer, auditor]) {
      const [applied, reviewed] = await historyFor(who);
      expect(applied?.actor, who.sub).toMatchObject({ sub: 'rcb-7', name: '张三丰', org: 'rcb', operator });
      expect(reviewed?.actor, who.sub).toMatchObject({ sub: 'rcb-8', name: '欧阳修', role: 'bank' });
    }
    for (const name of ['张三丰', '欧阳修', '李四光', '王五岳']) {
      const places = await whereIs(name);
      expect(places.map((place) => place.split(' ')[0])).toEqual(['persons']);
    }
  });

  test('are not for the enterprise, which sees that the bank acted, without the salt of such events', async () => {
    const events = await historyFor(claimsOf('enterprise', code));
    expect(events.map(({ actor }) => actor)).toEqual([
      { sub: null, name: null, org: 'rcb', role: 'bank' },
      { sub: null, name: null, org: 'rcb', role: 'bank' },
    ]);
    expect(events.map(({ salt }) => salt)).toEqual([null, null]);
  });

  test('that change later show in each act as they were on its day', async () => {
    api.setNow('2026-03-04T02:00:00.000Z');
    const married: Claims = { ...boss, name: '欧阳修远' };
    expect((await api.post(married, `${path}/resubmission`, {})).status).toBe(200);
    const names = (await historyFor(officer)).map(({ actor }) => actor.name);
    expect([names[1], names.at(-1)]).toEqual(['欧阳修', '欧阳修远']);
  });

  test('once erased are nowhere, every history verifies, and the first answer is still replayed', async () => {
    const key = 'key-of-the-erasure';
    const person = await personOf('张三丰');
    const target = `/v1/persons/${person?.personId}/erasure`;
    const erased = await api.post(officer, target, { reason: '本人申请' }, { key });
    expect(erased.body).toMatchObject({ sub: 'rcb-7', name: null, names: [], state: 'erased', version: 1 });
    expect((await api.post(officer, target, { reason: '本人申请' }, { key })).text).toBe(erased.text);
    expect((await api.post(officer, target, { reason: '再次' })).body).toMatchObject({ status: 409 });
    await erase('李四光');

    const [applied] = await historyFor(officer);
    expect(applied?.actor).toMatchObject({
      sub: 'rcb-7',
      name: null,
      operator: { handledBy: null, checkedBy: '王五岳' },
    });
    for (const name of ['张三丰', '李四光']) expect(await whereIs(name)).toEqual([]);
    for (const kind of ['applications', 'persons']) {
      const { body } = await api.get(auditor, `/v1/audit/verification?kind=${kind}`);
      expect(body, kind).toMatchObject({ ok: true });
    }
    const history = await api.get(auditor, `/v1/persons/${person?.personId}/history`);
    expect(history.body.items).toMatchObject([
      { type: 'person-name-erased', data: { org: 'rcb', sub: 'rcb-7', reason: '本人申请' }, actor: { org: 'office' } },
    ]);
  });

  test('are not brought back by a later act, until the office lifts the erasure, and then for later acts alone', async () => {
    const again = { ...terms, amountFen: 200_000, operator };
    expect((await api.post(clerk, '/v1/applications', again)).status).toBe(201);
    api.setNow('2026-03-05T02:00:00.000Z');
    expect((await api.post(clerk, '/v1/applications', again)).status).toBe(201);
    expect(await whereIs('张三丰')).toEqual([]);

    const { body } = await api.get(officer, '/v1/persons?org=rcb');
    const person = (body.items as { personId: string; sub: string }[]).find(({ sub }) => sub === 'rcb-7');
    const lifting = `/v1/persons/${person?.personId}/erasure-lifting`;
    expect((await api.post(auditor, lifting, { reason: '误删' })).status).toBe(403);
    expect((await api.post(officer, lifting, { reason: '误删' })).body).toMatchObject({ state: 'named', names: [] });
    api.setNow('2026-03-06T02:00:00.000Z');
    const later = await api.post(clerk, '/v1/applications', again);
    const { items } = (await api.get(officer, `/v1/applications/${later.body.applicationId}/history`)).body;
    expect(items).toMatchObject([{ actor: { sub: 'rcb-7', name: '张三丰' } }]);
    expect((await historyFor(officer))[0]?.actor.name).toBeNull();
  });

  test('of nobody of that id is 404, and a stale version 412', async () => {
    expect((await api.post(officer, '/v1/persons/person-none/erasure', { reason: '无' })).status).toBe(404);
    expect((await api.get(officer, '/v1/persons/person-none')).status).toBe(404);
    expect((await api.get(officer, '/v1/persons/person-none/history')).status).toBe(404);
    const person = await personOf('欧阳修远');
    const target = `/v1/persons/${person?.personId}`;
    expect((await api.get(officer, target)).body).toMatchObject({ version: 0, state: 'named' });
    const stale = { headers: { 'if-match': '"3"' } };
    expect((await api.post(officer, `${target}/erasure`, { reason: '无' }, stale)).status).toBe(412);
  });
});
