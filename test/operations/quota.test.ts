import { beforeEach, describe, expect, test } from 'vitest';
import { createAgreement } from '../../shared/operations/agreements/create.ts';
import { disburse } from '../../shared/operations/applications/disburse.ts';
import { expireApplication } from '../../shared/operations/applications/expire.ts';
import { resubmitApplication } from '../../shared/operations/applications/resubmit.ts';
import { reviewApplication } from '../../shared/operations/applications/review.ts';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import { quotaKey } from '../../shared/store/agreements.ts';
import { readItems } from '../../shared/store/read.ts';
import { before } from '../support/between.ts';
import { admit, anApplication, bank, commandBy, creditCode, list, office } from '../support/fixtures.ts';
import { answerOf, guardOf } from '../support/lending.ts';
import { openStore, type TestStore } from '../support/store.ts';

const quotaFen = 100_000_000;
const [one, two] = [creditCode(71), creditCode(72)];
const rates = { annualRateBp: 365, annualRatePpm: null } as const;

let store: TestStore;
let first: string;
let second: string;
let keys = 0;
const by = (caller = bank()) => commandBy(store.services, caller, `quota-${++keys}`);

beforeEach(async () => {
  store = await openStore('2026-03-02T02:00:00.000Z');
  await admit(store.services, 'rcb');
  await admit(store.services, 'talent-guarantee', 'guarantor');
  await list(store.services, one);
  // Listed for fewer than ninety days more, so that an official confirms (R13).
  await list(store.services, two, { validUntil: '2026-04-30' });
  first = await sign();
  second = await sign();
});

async function sign(): Promise<string> {
  const agreement = {
    kind: 'guarantee',
    parties: ['rcb', 'talent-guarantee'],
    signedOn: '2026-01-01',
    validUntil: '2029-01-01',
    quotaFen,
    feeBp: null,
  } as const;
  return String(answerOf(await createAgreement(store.services, by(office()), agreement)).agreementId);
}
const under = (agreementId: string) => ({ mode: 'guarantee', guarantorId: 'talent-guarantee', agreementId }) as const;
const submit = (code: string, amountFen: number, agreementId = first) =>
  submitApplication(store.services, by(), anApplication(code, { amountFen, ...under(agreementId) }));
const submitted = async (code: string, amountFen: number): Promise<string> =>
  String(answerOf(await submit(code, amountFen)).applicationId);
const review = async (id: string, approvedAmountFen: number, caller = bank()) =>
  answerOf(
    await reviewApplication(store.services, by(caller), id, { decision: 'approve', approvedAmountFen, ...rates }),
  );
const returned = async (id: string) =>
  answerOf(await reviewApplication(store.services, by(), id, { decision: 'return', reason: '改协议' }));
const usedFen = async (agreementId: string) =>
  (await readItems(store.services.database, [quotaKey(agreementId)])).get(quotaKey(agreementId))?.usedFen;
const exposureOf = async (code: string) => (await guardOf(store.services, code))?.exposureFen;

describe('a quota that another enterprise takes between reading and writing', () => {
  test('refuses the application, which then holds nothing of cap or quota', async () => {
    before(store.services, 'TransactWriteItemsCommand', () => submit(two, 50_000_001));
    expect(await submit(one, 50_000_000)).toMatchObject({
      code: 'quota-exceeded',
      facts: { asked: 50_000_000, left: 49_999_999 },
    });
    expect([await usedFen(first), await exposureOf(one)]).toEqual([50_000_001, 0]);
  });

  test('lets the application that just fits beside it be', async () => {
    before(store.services, 'TransactWriteItemsCommand', () => submit(two, 50_000_000));
    expect(answerOf(await submit(one, 50_000_000)).state).toBe('submitted');
    expect(await usedFen(first)).toBe(quotaFen);
  });

  test('refuses the resubmission that would move there, which keeps what it held where it was', async () => {
    const moving = await submitted(one, 30_000_000);
    await returned(moving);
    before(store.services, 'TransactWriteItemsCommand', () => submit(two, 70_000_001, second));
    expect(
      await resubmitApplication(store.services, by(), moving, { agreementId: second, amountFen: 30_000_000 }),
    ).toMatchObject({ code: 'quota-exceeded', facts: { agreementId: second, left: 29_999_999 } });
    expect([await usedFen(first), await usedFen(second)]).toEqual([30_000_000, 70_000_001]);
    answerOf(await resubmitApplication(store.services, by(), moving, { agreementId: second, amountFen: 29_999_999 }));
    expect([await usedFen(first), await usedFen(second)]).toEqual([0, quotaFen]);
    expect(await exposureOf(one)).toBe(29_999_999);
  });

  test('refuses the disbursement that is reported after its confirmation expired', async () => {
    const late = await submitted(one, 60_000_000);
    await review(late, 60_000_000);
    store.setNow('2026-06-01T02:00:00.000Z');
    await expireApplication(store.services, late, { at: store.services.now(), causedBy: 'test' });
    expect(await usedFen(first)).toBe(0);
    const report = { disbursedOn: '2026-05-31', maturesOn: '2027-03-01', noteNumber: '', ...rates };
    const pay = (amountFen: number) =>
      disburse(store.services, by(), late, { ...report, amountFen, contractNumber: 'HT-late' });
    before(store.services, 'TransactWriteItemsCommand', () => submit(one, 40_000_001));
    expect(await pay(60_000_000)).toMatchObject({ code: 'quota-exceeded', facts: { left: 59_999_999 } });
    expect(answerOf(await pay(59_999_999))).toMatchObject({ state: 'active', agreementId: first });
    expect(await usedFen(first)).toBe(quotaFen);
  });
});

test('what the bank approves less, and the office confirms less again, is free in that moment', async () => {
  const id = await submitted(two, quotaFen);
  expect(await review(id, 80_000_000)).toMatchObject({ state: 'approved-by-institution', reservedFen: 80_000_000 });
  expect([await usedFen(first), await exposureOf(two)]).toEqual([80_000_000, 80_000_000]);
  expect(await submit(one, 20_000_001)).toMatchObject({ code: 'quota-exceeded', facts: { left: 20_000_000 } });
  expect(await review(id, 70_000_000, office())).toMatchObject({ state: 'confirmed', reservedFen: 70_000_000 });
  expect([await usedFen(first), await exposureOf(two)]).toEqual([70_000_000, 70_000_000]);
  answerOf(await submit(one, 30_000_000));
});
