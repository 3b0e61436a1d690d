import { beforeEach, describe, expect, test } from 'vitest';
import { createAgreement } from '../../shared/operations/agreements/create.ts';
import { disburse } from '../../shared/operations/applications/disburse.ts';
import { expireDueApplications } from '../../shared/operations/applications/expire-due.ts';
import { reviewApplication } from '../../shared/operations/applications/review.ts';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import { verifiers } from '../../shared/operations/audit/kinds.ts';
import type { Outcome } from '../../shared/operations/command.ts';
import { quotaKey } from '../../shared/store/agreements.ts';
import { guardKey } from '../../shared/store/enterprises.ts';
import { readItems } from '../../shared/store/read.ts';
import { readWholeHistory } from '../../shared/store/trail.ts';
import { admit, anApplication, bank, commandBy, creditCode, list, office } from '../support/fixtures.ts';
import { openStore } from '../support/store.ts';

type Store = Awaited<ReturnType<typeof openStore>>;
let store: Store;
let keys = 0;
const key = (): string => `deadline-${++keys}`;
const [one, two] = [creditCode(41), creditCode(42)];
const approve = { decision: 'approve', approvedAmountFen: null, annualRateBp: 365, annualRatePpm: null } as const;

beforeEach(async () => {
  store = await openStore('2026-03-02T02:00:00.000Z');
  await admit(store.services, 'rcb');
  await admit(store.services, 'talent-guarantee', 'guarantor');
  for (const code of [one, two]) await list(store.services, code);
});

const bodyOf = (outcome: Outcome): Record<string, unknown> => {
  if (outcome.kind === 'refused') throw new Error(`${outcome.code} ${JSON.stringify(outcome.facts)}`);
  return JSON.parse(outcome.answer.body);
};
const submit = (code: string, terms = {}) =>
  submitApplication(store.services, commandBy(store.services, bank(), key()), anApplication(code, terms));
const confirm = async (code: string, terms = {}): Promise<string> => {
  const { applicationId } = bodyOf(await submit(code, terms));
  await reviewApplication(store.services, commandBy(store.services, bank(), key()), String(applicationId), approve);
  return String(applicationId);
};
const pay = (applicationId: string, contractNumber: string, amountFen = 100_000_000) =>
  disburse(store.services, commandBy(store.services, bank(), key()), applicationId, {
    amountFen,
    disbursedOn: '2026-05-31',
    maturesOn: '2027-03-01',
    contractNumber,
    noteNumber: '',
    annualRateBp: 365,
    annualRatePpm: null,
  });
const exposureOf = async (code: string) =>
  (await readItems(store.services.database, [guardKey(code)])).get(guardKey(code))?.exposureFen;
const agree = async (quotaFen: number): Promise<string> => {
  const parties = ['rcb', 'talent-guarantee'];
  const agreement = {
    kind: 'guarantee',
    parties,
    signedOn: '2026-01-01',
    validUntil: '2029-01-01',
    quotaFen,
    feeBp: null,
  } as const;
  return String(
    bodyOf(await createAgreement(store.services, commandBy(store.services, office(), key()), agreement)).agreementId,
  );
};

describe('a disbursement reported after the confirmation expired', () => {
  test.each([
    ['the night job has run', true],
    ['the night job has not run', false],
  ])('counts the same where %s', async (_, nightJobRan) => {
    const applicationId = await confirm(one);
    store.setNow('2026-06-10T02:00:00.000Z');
    if (nightJobRan) {
      expect(await expireDueApplications(store.services, store.services.now())).toEqual({ expired: 1 });
      expect(await exposureOf(one)).toBe(0);
    }
    const loan = bodyOf(await pay(applicationId, 'HT-1', 90_000_000));
    expect(loan).toMatchObject({ state: 'active', principalFen: 90_000_000 });
    expect(await exposureOf(one)).toBe(90_000_000);
    expect(await verifiers.applications.verify(store.services, applicationId)).toEqual({
      ok: true,
      events: 5,
      brokenAt: null,
    });
    expect(await expireDueApplications(store.services, store.services.now())).toEqual({ expired: 0 });
  });
});

describe('a lapsed application', () => {
  test('of the same enterprise gives back the cap to whoever asks for it', async () => {
    await confirm(one, { amountFen: 1_000_000_000 });
    expect(await submit(one)).toMatchObject({ code: 'cap-exceeded' });
    store.setNow('2026-06-10T02:00:00.000Z');
    expect(bodyOf(await submit(one)).state).toBe('submitted');
    expect(await exposureOf(one)).toBe(100_000_000);
  });

  test('of another enterprise gives back the quota of the agreement that both name', async () => {
    const agreementId = await agree(150_000_000);
    const terms = { mode: 'guarantee', guarantorId: 'talent-guarantee', agreementId } as const;
    const lapsed = await confirm(two, terms);
    expect(await submit(one, terms)).toMatchObject({ code: 'quota-exceeded', facts: { left: 50_000_000 } });
    store.setNow('2026-06-10T02:00:00.000Z');
    bodyOf(await submit(one, terms));
    const items = await readItems(store.services.database, [quotaKey(agreementId)]);
    expect(items.get(quotaKey(agreementId))).toMatchObject({ usedFen: 100_000_000 });
    expect(await exposureOf(two)).toBe(0);
    // Whose application it was is not told who wanted the room.
    for await (const event of readWholeHistory(store.services.database, 'applications', lapsed)) {
      expect(JSON.stringify(event)).not.toContain('deadline-');
    }
  });

  test('may hold both cap and quota in the way of one application', async () => {
    const agreementId = await agree(150_000_000);
    const terms = { mode: 'guarantee', guarantorId: 'talent-guarantee', agreementId } as const;
    await confirm(two, terms);
    await confirm(one, { amountFen: 1_000_000_000 });
    store.setNow('2026-06-10T02:00:00.000Z');
    expect(bodyOf(await submit(one, terms)).state).toBe('submitted');
  });
});
