import { beforeAll, describe, expect, test } from 'vitest';
import { aRow, importRows, workAll } from '../../operations/list/list-city.ts';
import { creditCode } from '../../support/fixtures.ts';
import { bankOf, claimsOf, type Handlers, officer } from '../../support/handlers.ts';
import { openHandlersAt } from '../../support/handlers-at.ts';
import { takeMessages } from '../../support/workers.ts';

let api: Handlers;
const another = claimsOf('office', 'office', 'office-2');
const rows = Array.from({ length: 20 }, (_, index) => aRow(creditCode(871 + index)));

beforeAll(async () => {
  api = await openHandlersAt('2026-03-02T02:00:00.000Z');
  await importRows(api.services, rows);
});

describe('a replace that revokes more than a tenth of its category', () => {
  test('waits, is released by another official, and the worker is rung for it', async () => {
    const { services } = api;
    const replace = { category: 'high-tech', mode: 'replace', source: { title: '认定名单' }, rows: rows.slice(3) };
    const sent = await api.post(officer, '/v1/imports', replace);
    expect(sent.status, sent.text).toBe(202);
    const path = `/v1/imports/${sent.body.importId}`;
    await workAll(services);
    expect((await api.get(officer, path)).body).toMatchObject({
      state: 'awaiting-release',
      processed: 0,
      extent: { revocations: 3, certificates: 20 },
    });
    await takeMessages(services, 'list');

    expect((await api.post(bankOf('rcb'), `${path}/release`)).status).toBe(403);
    expect(await api.post(officer, `${path}/release`)).toMatchObject({ status: 403, body: { code: 'four-eyes' } });
    expect(await takeMessages(services, 'list')).toEqual([]);
    const released = await api.post(another, `${path}/release`);
    expect(released).toMatchObject({ status: 200, body: { releasedBy: 'office-2' } });
    expect(await takeMessages(services, 'list')).toHaveLength(1);
    expect(await api.post(another, `${path}/release`)).toMatchObject({ status: 409, body: { code: 'state-conflict' } });

    await workAll(services);
    expect((await api.get(officer, path)).body).toMatchObject({ state: 'done', unchanged: 17, revoked: 3 });
    const listed = async (number: number) =>
      (await api.get(officer, `/v1/enterprises/${creditCode(number)}`)).body.listed;
    expect([await listed(871), await listed(874)]).toEqual([false, true]);
  });
});
