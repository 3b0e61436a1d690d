import { beforeAll, describe, expect, test } from 'vitest';
import { admit, anApplication, creditCode, list } from '../../support/fixtures.ts';
import { bankOf, type Handlers } from '../../support/handlers.ts';
import { openHandlersAt } from '../../support/handlers-at.ts';
import { approveVersion } from '../../support/policies.ts';
import { fill } from '../../support/settling.ts';

let api: Handlers;
let next = 900;
const rcb = bankOf('rcb');
/** Ten and a half times the 1,000,000 fen that the fund holds. */
const limitFen = 10_500_000;

beforeAll(async () => {
  api = await openHandlersAt('2026-03-01T02:00:00.000Z');
  await admit(api.services, 'rcb');
  await approveVersion(api.services, '2026-03-02', { maxOutstandingOverFundBalance: 10.5 });
  api.setNow('2026-03-02T02:00:00.000Z');
  await fill(api, 1_000_000);
});

async function apply(amountFen: number) {
  next += 1;
  await list(api.services, creditCode(next));
  return api.post(rcb, '/v1/applications', anApplication(creditCode(next), { amountFen }));
}
/** An application up to its confirmation. */
async function confirmed(amountFen: number): Promise<string> {
  const path = `/v1/applications/${(await apply(amountFen)).body.applicationId}`;
  const approval = await api.post(rcb, `${path}/reviews`, { decision: 'approve' });
  expect(approval.body.state).toBe('confirmed');
  return path;
}
const disburse = (path: string, amountFen: number) => {
  const dates = { disbursedOn: '2026-03-02', maturesOn: '2027-03-01' };
  return api.post(rcb, `${path}/disbursement`, { amountFen, ...dates, contractNumber: path, annualRateBp: 400 });
};

describe('where the version limits what may be outstanding by the fund’s balance', () => {
  test('an application that alone would pass the limit by a fen is refused, and one at it is not', async () => {
    expect((await apply(limitFen)).status).toBe(201);
    const refused = await apply(limitFen + 1);
    expect(refused).toMatchObject({ status: 422, body: { code: 'leverage-exceeded', rule: 'R1' } });
    expect(refused.body.facts).toMatchObject({ asked: limitFen + 1, outstanding: 0 });
  });

  test('of two disbursements that together pass it the second is refused, until the first is repaid in part', async () => {
    const [first, second] = [await confirmed(limitFen), await confirmed(1)];
    const loan = await disburse(first, limitFen);
    expect(loan.status, loan.text).toBe(201);
    expect(await disburse(second, 1)).toMatchObject({
      status: 422,
      body: { code: 'leverage-exceeded', facts: { asked: 1, outstanding: limitFen } },
    });
    const repayment = { principalFen: 1, interestFen: 0, paidOn: '2026-03-02' };
    expect((await api.post(rcb, `/v1/loans/${loan.body.loanId}/repayments`, repayment)).status).toBe(200);
    expect((await disburse(second, 1)).status).toBe(201);
  });
});
