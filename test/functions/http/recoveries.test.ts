import { beforeAll, describe, expect, test } from 'vitest';
import { admit } from '../../support/fixtures.ts';
import { bankOf, claimsOf, type Handlers, officer } from '../../support/handlers.ts';
import { openHandlersAt } from '../../support/handlers-at.ts';
import { guardOf } from '../../support/lending.ts';
import { fill, settledClaim, settledOn } from '../../support/settling.ts';

let api: Handlers;
const finance = claimsOf('finance', 'finance-bureau');

beforeAll(async () => {
  api = await openHandlersAt('2026-03-02T02:00:00.000Z');
  await admit(api.services, 'rcb');
  await admit(api.services, 'talent-guarantee', 'guarantor');
  await fill(api, 1_000_000_000);
});

const recover = (claimId: string, amountFen: number) =>
  api.post(bankOf('rcb'), `/v1/claims/${claimId}/recoveries`, { amountFen, costsFen: 0, recoveredOn: settledOn });

describe('a recovery of a loan under an agreement', () => {
  test('gives the agreement’s quota back what is principal, as it leaves the exposure', async () => {
    const agreement = {
      kind: 'guarantee',
      parties: ['rcb', 'talent-guarantee'],
      signedOn: '2026-01-01',
      validUntil: '2029-01-01',
      quotaFen: 100_000_000,
    };
    const agreementId = String((await api.post(officer, '/v1/agreements', agreement)).body.agreementId);
    const terms = { mode: 'guarantee', guarantorId: 'talent-guarantee', agreementId } as const;
    const { claimId, code } = await settledClaim(api, 821, { lossFen: 30_000_000, terms });
    const quota = async () => (await api.get(officer, `/v1/agreements/${agreementId}`)).body;
    expect(await quota()).toMatchObject({ usedFen: 30_000_000, leftFen: 70_000_000 });
    expect(await recover(claimId, 10_000_000)).toMatchObject({ status: 200, body: { recoveredFen: 10_000_000 } });
    expect(await quota()).toMatchObject({ usedFen: 20_000_000, leftFen: 80_000_000 });
    expect(await guardOf(api.services, code)).toMatchObject({ exposureFen: 20_000_000, defaults: 1 });
  });
});

describe('a remittance of a part of what is owed', () => {
  test('leaves the rest to be handed over, and no fen more', async () => {
    const { claimId } = await settledClaim(api, 822, { lossFen: 30_000_000 });
    // Of 100,000 yuan that came back sixty thousand are the fund's.
    expect((await recover(claimId, 10_000_000)).status).toBe(200);
    const remit = (amountFen: number, voucherNumber: string) =>
      api.post(finance, `/v1/claims/${claimId}/remittances`, { amountFen, receivedOn: settledOn, voucherNumber });
    expect((await remit(5_999_999, 'S-1')).body).toMatchObject({ remittedFen: 5_999_999 });
    expect(await remit(2, 'S-2')).toMatchObject({
      status: 422,
      body: { code: 'amount-exceeds-outstanding', facts: { owed: 1 } },
    });
    expect((await remit(1, 'S-2')).body).toMatchObject({ remittedFen: 6_000_000 });
  });
});
