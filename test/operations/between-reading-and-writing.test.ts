import { beforeEach, describe, expect, test } from 'vitest';
import { disburse } from '../../shared/operations/applications/disburse.ts';
import { resubmitApplication } from '../../shared/operations/applications/resubmit.ts';
import { reviewApplication } from '../../shared/operations/applications/review.ts';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import { withdrawApplication } from '../../shared/operations/applications/withdraw.ts';
import type { Outcome } from '../../shared/operations/command.ts';
import { decideAdmission } from '../../shared/operations/institutions/decide-admission.ts';
import { before } from '../support/between.ts';
import { admit, anApplication, bank, commandBy, creditCode, list, office } from '../support/fixtures.ts';
import { openStore, type TestStore } from '../support/store.ts';

const cap = 1_000_000_000;
const code = creditCode(61);
const approve = { decision: 'approve', approvedAmountFen: null, annualRateBp: 365, annualRatePpm: null } as const;
const sendBack = { decision: 'return', reason: '改期限' } as const;
const payment = {
  amountFen: 100_000_000,
  disbursedOn: '2026-03-02',
  maturesOn: '2027-03-01',
  contractNumber: 'HT-1',
  noteNumber: '',
  annualRateBp: 365,
  annualRatePpm: null,
};

let services: TestStore['services'];
let keys = 0;
const by = (caller = bank(), key = `between-${++keys}`) => commandBy(services, caller, key);
const verdict = (outcome: Outcome) =>
  outcome.kind === 'refused' ? outcome.code : JSON.parse(outcome.answer.body).state;

beforeEach(async () => {
  ({ services } = await openStore());
  for (const institutionId of ['rcb', 'icbc']) await admit(services, institutionId);
  await list(services, code);
});

const submit = (terms = {}, caller = bank()) => submitApplication(services, by(caller), anApplication(code, terms));
async function submitted(terms = {}): Promise<string> {
  const outcome = await submit(terms);
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return JSON.parse(outcome.answer.body).applicationId;
}
const review = (id: string, decision: Parameters<typeof reviewApplication>[3]) =>
  reviewApplication(services, by(), id, decision);
const confirmed = async (): Promise<string> => {
  const id = await submitted();
  await review(id, approve);
  return id;
};
const suspend = () =>
  decideAdmission(services, by(office()), 'rcb', { state: 'suspended', from: '2026-03-01', reason: '整改' });

describe('between the reading and the writing of a command', () => {
  test('a bank that is suspended no longer receives the application', async () => {
    before(services, 'TransactWriteItemsCommand', suspend);
    expect(verdict(await submit())).toBe('institution-not-admitted');
  });

  test('a bank that is suspended from before that day no longer disburses', async () => {
    const id = await confirmed();
    before(services, 'TransactWriteItemsCommand', suspend);
    expect(verdict(await disburse(services, by(), id, payment))).toBe('institution-not-admitted');
  });

  test('an application that is withdrawn is no longer approved', async () => {
    const id = await submitted();
    before(services, 'TransactWriteItemsCommand', () => withdrawApplication(services, by(), id, null));
    expect(verdict(await review(id, approve))).toBe('state-conflict');
  });

  test('a contract number that another disbursement takes is no longer free', async () => {
    const [first, second] = [await confirmed(), await confirmed()];
    before(services, 'TransactWriteItemsCommand', () => disburse(services, by(), second, payment));
    expect(verdict(await disburse(services, by(), first, payment))).toBe('already-exists');
  });

  test('room that another bank takes is no longer there', async () => {
    before(services, 'TransactWriteItemsCommand', () =>
      submit({ institutionId: 'icbc', amountFen: cap }, bank('icbc')),
    );
    expect(verdict(await submit())).toBe('cap-exceeded');
  });

  test('the same request may have had its effect: it gets its own answer, and not a refusal for it', async () => {
    const id = await submitted();
    await review(id, sendBack);
    const key = 'the-same-request';
    const resubmit = () => resubmitApplication(services, by(bank(), key), id, { amountFen: cap });
    // What the enterprise may still use is read after the key and the application.
    before(services, 'BatchGetItemCommand', resubmit, 2);
    expect(await resubmit()).toMatchObject({ kind: 'answered', replayed: true });
  });
});

describe('a refused cap', () => {
  test('says what is used and left to a bank with an open application there, and to others only what it asked', async () => {
    await submit({ amountFen: cap - 1 });
    expect(await submit({ amountFen: 2 })).toMatchObject({ facts: { cap, asked: 2, used: cap - 1, left: 1 } });
    const other = await submit({ institutionId: 'icbc', amountFen: 2 }, bank('icbc'));
    expect(other.kind === 'refused' && other.facts).toStrictEqual({ cap, asked: 2, policy: 'measures-2024' });
  });
});
