import { beforeEach, describe, expect, test } from 'vitest';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import type { Outcome } from '../../shared/operations/command.ts';
import { decideAdmission } from '../../shared/operations/institutions/decide-admission.ts';
import { readRefresh } from '../../shared/operations/list/start-refresh.ts';
import { activatePolicies, activationRefreshId } from '../../shared/operations/policies/activate.ts';
import { applicationLayout } from '../../shared/store/applications.ts';
import { type GuardItem, guardKey } from '../../shared/store/enterprises.ts';
import { type FaultHook, faults, hookFaults, insist } from '../support/faults.ts';
import { admit, anApplication, bank, commandBy, creditCode, list, office } from '../support/fixtures.ts';
import { answerOf, guardOf } from '../support/lending.ts';
import { approveVersion } from '../support/policies.ts';
import { faultsOfHistory } from '../support/replay.ts';
import { openStore, type TestStore } from '../support/store.ts';
import { tamperingWith } from '../support/tampering.ts';
import { workAll } from './list/list-city.ts';

const cap = 1_000_000_000;
const [known, other, unlisted] = [creditCode(81), creditCode(82), creditCode(83)];
const atOnce = ['TransactWriteItemsCommand'];
const key = 'BatchGetItemCommand';
/** What decides, the key among it; and whether any loan waits for the night job to say that it bars (R16). */
const read = ['BatchGetItemCommand', 'QueryCommand'];
/** Tried at once in vain, read, and written. */
const afterReading = [...atOnce, ...read, ...atOnce];
/** Tried at once in vain, read, and the key read again before the refusal. */
const refusing = [...atOnce, ...read, key];
/** And for want of room the applications that have lapsed are looked for (R14). */
const wanting = [...refusing, 'QueryCommand'];
/** And the refusal is recorded, because the bank may not see what is left (decisions/0052). */
const wantingUnseen = [...wanting, 'BatchGetItemCommand', ...atOnce];

let store: TestStore;
let hook: FaultHook;
let keys = 0;

beforeEach(async () => {
  store = await openStore('2026-03-02T02:00:00.000Z');
  await admit(store.services, 'rcb');
  await list(store.services, known);
  answerOf(await submit(known));
  hook = hookFaults(store.services.database.client);
});

const submit = (code: string, terms: Parameters<typeof anApplication>[1] = {}, key = `at-once-${++keys}`) =>
  submitApplication(store.services, commandBy(store.services, bank(), key), anApplication(code, terms));

/** What an application came to, and the calls that it took. */
async function tried(code: string, terms: Parameters<typeof anApplication>[1] = {}) {
  hook.arm(null, 0);
  const outcome = await submit(code, terms);
  return { said: verdict(outcome), calls: [...hook.calls] };
}
const verdict = (outcome: Outcome) => (outcome.kind === 'refused' ? outcome.code : outcome.answer.status);

describe('an application to a bank that this process has read', () => {
  test('is one transaction, of any enterprise', async () => {
    await list(store.services, other);
    expect(await tried(other)).toEqual({ said: 201, calls: atOnce });
    expect(await tried(known)).toEqual({ said: 201, calls: atOnce });
    expect((await guardOf(store.services, other))?.exposureFen).toBe(100_000_000);
  });

  test('answers and leaves the same as one that was read', async () => {
    await list(store.services, other);
    const shape = (outcome: Outcome) =>
      JSON.parse(JSON.stringify(answerOf(outcome)).replaceAll(other, known)) as Record<string, unknown>;
    const quick = shape(await submit(other));
    const cold = { ...store.services, institutionsSeen: new Map() };
    const slow = shape(await submitApplication(cold, commandBy(cold, bank(), 'read-first'), anApplication(known)));
    expect({ ...quick, applicationId: '' }).toEqual({ ...slow, applicationId: '' });
    expect(await faultsOfHistory(store.services, applicationLayout, String(quick.applicationId))).toEqual([]);
  });

  test('uses the cap to the last fen and not one more (R10)', async () => {
    expect(await tried(known, { amountFen: cap - 100_000_000 + 1 })).toEqual({ said: 'cap-exceeded', calls: wanting });
    expect(await tried(known, { amountFen: cap - 100_000_000 })).toEqual({ said: 201, calls: atOnce });
    expect(await tried(known, { amountFen: 1 })).toEqual({ said: 'cap-exceeded', calls: wanting });
    expect((await guardOf(store.services, known))?.exposureFen).toBe(cap);
  });

  test('is refused for an enterprise that was never listed', async () => {
    expect(await tried(unlisted)).toEqual({ said: 'not-listed', calls: refusing });
  });

  test.each<[day: string, said: number | string, calls: readonly string[]]>([
    ['2026-06-29', 201, atOnce],
    ['2026-06-30', 201, atOnce],
    ['2026-07-01', 'not-listed', refusing],
  ])('of an enterprise listed through 30 June is on %s answered %s (R5)', async (day, said, calls) => {
    await list(store.services, other, { validUntil: '2026-06-30' });
    await onDay(day);
    expect(await tried(other)).toEqual({ said, calls });
  });

  test.each<[day: string, said: number | string, calls: readonly string[]]>([
    ['2026-06-30', 'not-listed', refusing],
    ['2026-07-01', 201, afterReading],
  ])(
    'of an enterprise whose listing begins on 1 July is on %s answered %s after reading (R5)',
    async (day, said, calls) => {
      await list(store.services, other, { issuedOn: '2026-07-01' });
      await onDay(day);
      expect(await tried(other)).toEqual({ said, calls });
    },
  );

  test('of an enterprise in default is refused (R16)', async () => {
    await tamperingWith(store.services).change(guardKey(known), { defaults: 1 });
    expect(await tried(known)).toEqual({ said: 'borrower-in-default', calls: refusing });
  });

  test('that was suspended since is refused, and admitted again it takes one reading more (R9)', async () => {
    const decide = (state: 'suspended' | 'admitted', key: string) =>
      decideAdmission(store.services, commandBy(store.services, office(), key), 'rcb', {
        ...{ state, from: '2026-03-01', reason: '整改' },
      });
    answerOf(await decide('suspended', 'suspend-rcb'));
    expect((await tried(known)).said).toBe('institution-not-admitted');
    answerOf(await decide('admitted', 'admit-rcb-again'));
    expect((await tried(known)).said).toBe(201);
    expect(await tried(known)).toEqual({ said: 201, calls: atOnce });
  });

  test('sent again is answered as the first time, and its key with another request is refused (R31)', async () => {
    const context = commandBy(store.services, bank(), 'sent-twice', { body: { amountFen: 1 } });
    const first = await submitApplication(store.services, context, anApplication(known, { amountFen: 1 }));
    const again = await submitApplication(store.services, context, anApplication(known, { amountFen: 1 }));
    expect(again).toEqual({ ...first, replayed: true });
    const reused = commandBy(store.services, bank(), 'sent-twice', { body: { amountFen: 2 } });
    const outcome = await submitApplication(store.services, reused, anApplication(known, { amountFen: 2 }));
    expect(outcome).toMatchObject({ kind: 'refused', code: 'idempotency-key-reused' });
    expect((await guardOf(store.services, known))?.exposureFen).toBe(100_000_001);
  });

  test('with handling and checking by one person is refused before anything is written', async () => {
    const operator = { handledBy: 'A1', checkedBy: 'A1' };
    const context = { ...commandBy(store.services, bank(), 'one-person'), operator };
    const outcome = await submitApplication(store.services, context, anApplication(known));
    expect(outcome).toMatchObject({ kind: 'refused', code: 'four-eyes' });
  });

  test('and that would be guaranteed is read: the guarantor has to be', async () => {
    await admit(store.services, 'talent-guarantee', 'guarantor');
    const guaranteed = { mode: 'guarantee', guarantorId: 'talent-guarantee' } as const;
    expect(await tried(known, guaranteed)).toEqual({ said: 201, calls: [...read, ...atOnce] });
  });

  test.each(faults)('met by a %s has its effect once', async (fault) => {
    hook.arm(fault, 1);
    const outcome = await insist(hook, () => submit(known, { amountFen: 1 }, `met-by-${fault}`));
    expect(outcome).toMatchObject({ kind: 'answered', answer: { status: 201 } });
    expect((await guardOf(store.services, known))?.exposureFen).toBe(100_000_001);
  });
});

/** Lets a day come, and the bank be read on it, by an application that changes nothing of what is asked. */
async function onDay(day: string): Promise<void> {
  store.setNow(`${day}T02:00:00.000Z`);
  answerOf(await submit(known, { amountFen: 1 }));
}

describe('what a process has read of a bank', () => {
  test('stands for the day on which it was read and for no other', async () => {
    store.setNow('2026-03-02T15:59:59.999Z');
    expect(await tried(known)).toEqual({ said: 201, calls: atOnce });
    store.setNow('2026-03-02T16:10:00.000Z');
    expect(await tried(known)).toEqual({ said: 201, calls: [...read, ...atOnce] });
    expect(await tried(known)).toEqual({ said: 201, calls: atOnce });
  });

  test('is not kept in the first five minutes of a day, in which an approval of the day before may still end', async () => {
    store.setNow('2026-03-02T16:04:59.999Z');
    expect((await tried(known)).calls).toEqual([...read, ...atOnce]);
    store.setNow('2026-03-02T16:05:00.000Z');
    expect((await tried(known)).calls).toEqual([...read, ...atOnce]);
    expect((await tried(known)).calls).toEqual(atOnce);
  });

  test('is of a bank that there is: a refusal for an unknown one leaves nothing', async () => {
    const nobody = () =>
      submitApplication(
        store.services,
        commandBy(store.services, bank('nobody'), `nobody-${++keys}`),
        anApplication(known, { institutionId: 'nobody' }),
      );
    expect(verdict(await nobody())).toBe('institution-not-admitted');
    expect([...store.services.institutionsSeen.keys()]).toEqual(['rcb']);
  });
});

describe('a version that comes into force (R2, R7)', () => {
  let policyId: string;
  beforeEach(async () => {
    await list(store.services, other);
    policyId = await approveVersion(store.services, '2026-03-03', { enterpriseCapFen: 200_000_000 });
    await workAll(store.services);
    await onDay('2026-03-03');
  });

  test('is read by an application of an enterprise that was judged before it, and its cap holds', async () => {
    expect(await tried(other, { amountFen: 200_000_001 })).toEqual({ said: 'cap-exceeded', calls: wantingUnseen });
    expect(await tried(other, { amountFen: 200_000_000 })).toEqual({ said: 201, calls: afterReading });
  });

  test('is known of every enterprise once its refresh is done, which counts those alone whose standing changed', async () => {
    const { listedThrough, fileVersion } = (await guardOf(store.services, other)) as GuardItem;
    await activatePolicies(store.services, store.services.now());
    await workAll(store.services);
    const refresh = await readRefresh(store.services, activationRefreshId(policyId));
    expect(refresh).toMatchObject({ state: 'done', processed: 2, changed: 0 });
    expect(await guardOf(store.services, other)).toMatchObject({ listedThrough, fileVersion, judgedOn: '2026-03-03' });
    expect(await tried(other, { amountFen: 200_000_001 })).toEqual({ said: 'cap-exceeded', calls: wantingUnseen });
    expect(await tried(other, { amountFen: 200_000_000 })).toEqual({ said: 201, calls: atOnce });
  });

  test('that no longer knows the category unlists it at once, whatever its guards say until the refresh', async () => {
    await approveVersion(store.services, '2026-03-04', { eligibleCategories: ['gazelle'] });
    store.setNow('2026-03-04T02:00:00.000Z');
    expect(await tried(other)).toEqual({ said: 'not-listed', calls: [...read, key] });
    expect(await tried(other)).toEqual({ said: 'not-listed', calls: refusing });
  });
});
