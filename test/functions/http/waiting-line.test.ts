import { beforeAll, describe, expect, test } from 'vitest';
import { settleLine } from '../../../shared/operations/settlement/settle-line.ts';
import { settlementJob } from '../../../shared/operations/settlement/settlement-job.ts';
import { failuresMax } from '../../../shared/store/settlement-line.ts';
import {
  always,
  approvedClaim,
  claimOf,
  resolvedOn,
  settleAll,
  settlementDoorbells,
  standings,
  wan,
} from '../../operations/settlement/settlement-city.ts';
import { admit } from '../../support/fixtures.ts';
import { auditor, bankOf, type Handlers, officer } from '../../support/handlers.ts';
import { openHandlersAt } from '../../support/handlers-at.ts';
import { fill } from '../../support/settling.ts';
import { tamperingWith } from '../../support/tampering.ts';

let api: Handlers;
beforeAll(async () => {
  api = await openHandlersAt('2026-01-02T02:00:00.000Z');
  for (const institutionId of ['rcb', 'icbc']) await admit(api.services, institutionId);
});

describe('a claim that stands in the line of settlement', () => {
  test('leaves it when its loan is repaid whole, and those behind it are rung for', async () => {
    const [repaid, behind] = [await approvedClaim(api, { lossFen: wan(10) }), await approvedClaim(api)];
    // There is no money yet: the first waits for it, and the other behind the first.
    await settleAll(api.services);
    expect(await standings(api)).toEqual([
      [repaid.claimId, 'awaiting-funds'],
      [behind.claimId, 'behind-funds'],
    ]);
    expect(await settlementDoorbells(api.services)).toEqual([]);
    const whole = { principalFen: wan(10), interestFen: 0, paidOn: resolvedOn };
    const reply = await api.post(bankOf('rcb'), `/v1/loans/${repaid.loanId}/repayments`, whole);
    expect(reply).toMatchObject({ status: 200, body: { state: 'repaid', outstandingFen: 0 } });
    expect(await claimOf(api, repaid)).toMatchObject({ state: 'withdrawn', shares: null });
    expect((await standings(api)).map(([claimId]) => claimId)).toEqual([behind.claimId]);
    expect(await settlementDoorbells(api.services)).toMatchObject([{ jobId: expect.stringContaining(repaid.claimId) }]);
    await fill(api, wan(1000));
    await settleAll(api.services);
    expect(await claimOf(api, behind)).toMatchObject({ state: 'settled' });
  });

  test('and holds it is let go on by the office, once, and is then settled', async () => {
    const held = await approvedClaim(api, { institutionId: 'icbc' });
    // Somebody has lost the loan.
    const tampering = tamperingWith(api.services);
    await tampering.remove({ table: 'loans', key: { pk: held.loanId } });
    const work = () => settleLine(api.services, { schemaVersion: 1, ...settlementJob('test') }, always);
    for (let failure = 1; failure <= failuresMax; failure += 1) await expect(work()).rejects.toThrow(held.claimId);
    await settleAll(api.services);
    expect(await standings(api)).toEqual([[held.claimId, 'held']]);
    await tampering.undo();

    const path = `/v1/claims/${held.claimId}/settlement-retry`;
    expect((await api.post(bankOf('icbc'), path, { reason: '请重试' })).status).toBe(403);
    const released = await api.post(officer, path, { reason: '借款数据已恢复' });
    expect(released).toMatchObject({ status: 200, body: { state: 'approved', note: '借款数据已恢复' } });
    expect(await api.post(officer, path, {})).toMatchObject({
      status: 409,
      body: { code: 'state-conflict', rule: 'R26', facts: { held: false } },
    });
    const { items } = (await api.get(auditor, `/v1/claims/${held.claimId}/history`)).body;
    expect((items as object[]).at(-1)).toMatchObject({ type: 'claim-line-released', data: { failures: failuresMax } });
    expect(await settlementDoorbells(api.services)).toHaveLength(1);
    await settleAll(api.services);
    expect(await claimOf(api, held)).toMatchObject({ state: 'settled' });
  });
});
