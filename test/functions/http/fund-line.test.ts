import { beforeAll, expect, test } from 'vitest';
import { settleLine } from '../../../shared/operations/settlement/settle-line.ts';
import { approvedClaim, settlementDoorbells, wan } from '../../operations/settlement/settlement-city.ts';
import { admit } from '../../support/fixtures.ts';
import { auditor, bankOf, claimsOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';
import { fill } from '../../support/settling.ts';

let api: Handlers;
let claimId: string;
const financier = claimsOf('finance', 'finance-bureau');

beforeAll(async () => {
  api = await openHandlers();
  await admit(api.services, 'rcb');
  await fill(api, wan(17));
  ({ claimId } = await approvedClaim(api, { lossFen: wan(30) }));
  for (const doorbell of await settlementDoorbells(api.services)) {
    await settleLine(api.services, doorbell, { hasTime: () => true });
  }
});

test('the line shows who waits, for how much and why, to office, finance and auditor', async () => {
  for (const caller of [officer, financier, auditor]) {
    expect((await api.get(caller, '/v1/fund/line')).body).toMatchObject({
      awaitingFen: wan(18),
      items: [
        { claimId, institutionId: 'rcb', standing: 'awaiting-funds', neededFen: wan(18), failures: 0, heldSince: null },
      ],
    });
  }
  expect(await api.get(bankOf('rcb'), '/v1/fund/line')).toMatchObject({ status: 403 });
});

test('the fund says what awaits its money beside what is in it', async () => {
  expect((await api.get(financier, '/v1/fund')).body).toMatchObject({ awaitingFen: wan(18), spendableFen: wan(17) });
});

test('a claim that nothing holds up but money is not let go on by the office', async () => {
  const refused = await api.post(officer, `/v1/claims/${claimId}/settlement-retry`, { reason: null });
  expect(refused).toMatchObject({ status: 409, body: { code: 'state-conflict', facts: { state: 'awaiting-funds' } } });
  expect(refused.body.detail).toContain('awaiting-funds');
});
