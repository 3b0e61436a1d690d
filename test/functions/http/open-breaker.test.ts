import { beforeAll, describe, expect, test } from 'vitest';
import {
  adopt,
  approvedClaim,
  claimOf,
  resolvedOn,
  settleAll,
  wan,
} from '../../operations/settlement/settlement-city.ts';
import { admit, anApplication, creditCode, list } from '../../support/fixtures.ts';
import { bankOf, type Handlers, officer } from '../../support/handlers.ts';
import { openHandlersAt } from '../../support/handlers-at.ts';
import { fill } from '../../support/settling.ts';

let api: Handlers;
const code = creditCode(899);

/** Half of what is lent, compensated, is as far as it goes: the one loan of this bank is. */
beforeAll(async () => {
  api = await openHandlersAt('2026-01-02T02:00:00.000Z');
  await admit(api.services, 'rcb');
  await adopt(api, { suspendAtLossRatioBp: 5_000 });
  await fill(api, wan(1000));
  await approvedClaim(api, { lossFen: wan(50) });
  await settleAll(api.services);
  await list(api.services, code);
});

const breaker = async () => (await api.get(officer, '/v1/institutions/rcb')).body.breaker;
const apply = () => api.post(bankOf('rcb'), '/v1/applications', anApplication(code));

describe('an open breaker', () => {
  test('is released by the office with a reason, and the bank may apply again', async () => {
    expect(await breaker()).toMatchObject({ isOpen: true, openedOn: resolvedOn, ratioBp: 10_000, limitBp: 5_000 });
    expect(await apply()).toMatchObject({ status: 422, body: { code: 'breaker-open', rule: 'R28' } });
    const path = '/v1/institutions/rcb/breaker-release';
    const released = await api.post(officer, path, { reason: '整改完成' });
    expect(released).toMatchObject({
      status: 200,
      body: { breaker: { isOpen: false, releasedOn: resolvedOn, reason: '整改完成', ratioBp: 10_000 } },
    });
    expect((await apply()).status).toBe(201);
    expect(await api.post(officer, path, { reason: '再次' })).toMatchObject({
      status: 409,
      body: { facts: { state: 'breaker-closed' } },
    });
  });

  test('opens again with the settlement that passes the limit anew', async () => {
    const claim = await approvedClaim(api, { lossFen: wan(50) });
    expect(await breaker()).toMatchObject({ isOpen: false, ratioBp: 5_000 });
    await settleAll(api.services);
    expect(await claimOf(api, claim)).toMatchObject({ state: 'settled' });
    expect(await breaker()).toMatchObject({ isOpen: true, openedOn: resolvedOn, ratioBp: 10_000 });
  });
});
