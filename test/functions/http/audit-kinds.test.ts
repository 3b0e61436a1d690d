import { beforeAll, describe, expect, test } from 'vitest';
import { resourceKinds } from '../../../shared/domain/event.ts';
import { admit, creditCode, list } from '../../support/fixtures.ts';
import { auditor, bankOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';

let api: Handlers;
beforeAll(async () => {
  api = await openHandlers();
  await admit(api.services, 'rcb');
  await admit(api.services, 'icbc');
  await admit(api.services, 'talent-guarantee', 'guarantor');
  const parties = ['rcb', 'talent-guarantee'];
  const terms = { signedOn: '2026-01-01', validUntil: '2999-01-01', quotaFen: 1_000_000 };
  const signed = await api.post(officer, '/v1/agreements', { kind: 'guarantee', parties, ...terms });
  expect(signed.status, signed.text).toBe(201);
});

const verified = async (query: string, claims = auditor) =>
  (await api.get(claims, `/v1/audit/verification?${query}`)).body;

describe('verification of a whole kind', () => {
  test('tells how many events were verified, for every kind', async () => {
    for (const kind of resourceKinds) {
      const events = { agreements: 1, institutions: 6, policies: 2 }[kind as string] ?? 0;
      const whole = { ok: true, events, brokenAt: null, broken: [], nextCursor: null };
      expect(await verified(`kind=${kind}`), kind).toEqual(whole);
    }
  });

  test('holds an official’s refresh of the list with its reason, where the search finds it', async () => {
    const { body } = await api.post(officer, '/v1/refreshes', { reason: '年度核对' });
    expect(body).toMatchObject({ state: 'running', reason: '年度核对' });
    const id = String(body.refreshId);
    expect(await verified(`kind=refreshes&id=${id}`)).toMatchObject({ ok: true, events: 1 });
    expect(await verified('kind=refreshes')).toMatchObject({ ok: true, events: 1, broken: [] });
    const found = await api.get(auditor, `/v1/audit?actor=${officer.sub}&type=refresh-ordered`);
    expect(found.body.items).toMatchObject([{ kind: 'refreshes', id, data: { reason: '年度核对' } }]);
    expect((await api.get(auditor, `/v1/refreshes/${id}`)).body.reason).toBe('年度核对');
  });

  test('goes on page by page to the last resource', async () => {
    for (let number = 100; number < 160; number += 1) await list(api.services, creditCode(number));
    let cursor = '';
    let calls = 0;
    let events = 0;
    for (; calls < 10; calls += 1) {
      const page = await verified(`kind=enterprises${cursor}`);
      expect(page.ok).toBe(true);
      events += Number(page.events);
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect({ calls, events }).toEqual({ calls: 2, events: 60 });
    expect((await verified(`kind=loans${cursor}`)).code).toBe('cursor-invalid');
    expect((await verified(`kind=enterprises&id=${creditCode(100)}${cursor}`)).code).toBe('cursor-invalid');
    expect((await verified(`kind=enterprises${cursor}`, officer)).code).toBe('cursor-invalid');
    expect((await verified('kind=enterprises', bankOf('rcb'))).code).toBe('forbidden');
  });
});
