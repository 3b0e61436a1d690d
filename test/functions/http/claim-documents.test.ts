import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayAt } from '../../../shared/domain/calendar.ts';
import { aClaim } from '../../support/claiming.ts';
import { announcementOf, aPdf, upload } from '../../support/documents.ts';
import { admit, creditCode, list } from '../../support/fixtures.ts';
import { auditor, bankOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';

let api: Handlers;
const rcb = bankOf('rcb');
const amountFen = 100_000_000;
const today = dayAt(new Date().toISOString());

beforeAll(async () => {
  api = await openHandlers();
  for (const institutionId of ['rcb', 'icbc']) await admit(api.services, institutionId);
});

/** A loan of today that its bank has classed as lost. */
async function lostLoan(number: number): Promise<string> {
  const code = creditCode(number);
  await list(api.services, code);
  const terms = { creditCode: code, institutionId: 'rcb', amountFen, termMonths: 12, mode: 'credit', purpose: '研发' };
  const { applicationId } = (await api.post(rcb, '/v1/applications', terms)).body;
  const path = `/v1/applications/${applicationId}`;
  await api.post(rcb, `${path}/reviews`, { decision: 'approve' });
  const dates = { disbursedOn: today, maturesOn: addDays(today, 364) };
  const report = { amountFen, ...dates, contractNumber: `HT-${number}`, annualRateBp: 400 };
  const loan = `/v1/loans/${(await api.post(rcb, `${path}/disbursement`, report)).body.loanId}`;
  const lost = { class: 'loss', asOf: today, overdueDays: 0, unpaidInterestFen: 0 };
  await api.post(rcb, `${loan}/classifications`, lost);
  return loan;
}

async function uploaded(mark: string, claims = rcb): Promise<string> {
  const content = aPdf(1_000, mark);
  const { body } = await api.post(claims, '/v1/documents', announcementOf(content));
  expect((await upload(body, content)).status).toBe(200);
  return String(body.documentId);
}

/** A claim whose first paper is a document. */
const claimWith = (documentId: string) => {
  const claim = aClaim();
  return { ...claim, evidence: claim.evidence.map((paper, place) => (place === 0 ? { ...paper, documentId } : paper)) };
};
const eventsOf = async (documentId: string) => {
  const verified = await api.get(auditor, `/v1/audit/verification?kind=documents&id=${documentId}`);
  expect(verified.body.ok).toBe(true);
  return verified.body.events;
};

describe('a document among a claim’s papers', () => {
  test('is linked with the claim, and one that the bank puts in its place with the claim that is filed again', async () => {
    const [first, second] = [await uploaded('first'), await uploaded('second')];
    const filed = await api.post(rcb, `${await lostLoan(811)}/claims`, claimWith(first));
    expect(filed.status, filed.text).toBe(201);
    const path = `/v1/claims/${filed.body.claimId}`;
    // Announced, its content seen, linked.
    expect([await eventsOf(first), await eventsOf(second)]).toEqual([3, 1]);
    await api.post(officer, `${path}/acceptance`, { decision: 'return', note: '借款合同缺页' });
    const again = await api.post(rcb, `${path}/resubmission`, claimWith(second));
    expect(again).toMatchObject({
      status: 200,
      body: { state: 'submitted', evidence: [{ documentId: second }, {}, {}, {}] },
    });
    expect([await eventsOf(first), await eventsOf(second)]).toEqual([3, 3]);
    expect((await api.get(officer, `/v1/documents/${second}`)).body).toMatchObject({ state: 'uploaded' });
  });

  test('of another bank refuses the claim that is filed again, and nothing of it is linked', async () => {
    const filed = await api.post(rcb, `${await lostLoan(812)}/claims`, aClaim());
    const path = `/v1/claims/${filed.body.claimId}`;
    await api.post(officer, `${path}/acceptance`, { decision: 'return', note: '借款合同缺页' });
    const foreign = await uploaded('foreign', bankOf('icbc'));
    expect(await api.post(rcb, `${path}/resubmission`, claimWith(foreign))).toMatchObject({
      status: 422,
      body: { code: 'document-not-valid', rule: 'R20' },
    });
    expect(await eventsOf(foreign)).toBe(1);
  });
});
