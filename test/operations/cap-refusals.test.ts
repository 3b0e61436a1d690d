import { beforeEach, describe, expect, test } from 'vitest';
import { withdrawsQuickly } from '../../shared/domain/alarm.ts';
import { listApplications } from '../../shared/operations/applications/list.ts';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import { withdrawApplication } from '../../shared/operations/applications/withdraw.ts';
import { recountGuards } from '../../shared/operations/checks/recount-guards.ts';
import type { Outcome } from '../../shared/operations/command.ts';
import { listQuestions } from '../../shared/operations/enterprises/list-questions.ts';
import { Crash, faults, hookFaults } from '../support/faults.ts';
import { admit, anApplication, bank, commandBy, creditCode, list, office } from '../support/fixtures.ts';
import { answerOf } from '../support/lending.ts';
import { approveVersion } from '../support/policies.ts';
import { openStore, type TestStore } from '../support/store.ts';

const cap = 1_000_000_000;
/** What rcb leaves of the cap. */
const left = 300_000_007;
const code = creditCode(71);
let store: TestStore;
let keys = 0;

beforeEach(async () => {
  store = await openStore('2026-03-01T02:00:00.000Z');
  for (const institutionId of ['rcb', 'icbc']) await admit(store.services, institutionId);
  await approveVersion(store.services, '2026-03-02', { eligibilityQuestionsPerDay: 3 });
  store.setNow('2026-03-02T02:00:00.000Z');
  // After the version, so that applications are tried at once (decisions/0023).
  await list(store.services, code);
  answerOf(await apply(cap - left, 'rcb'));
});

const by = (institutionId: string) => commandBy(store.services, bank(institutionId), `cap-refusal-${++keys}`);
const apply = (amountFen: number, institutionId = 'icbc') =>
  submitApplication(store.services, by(institutionId), anApplication(code, { institutionId, amountFen }));
const said = (outcome: Outcome) => (outcome.kind === 'refused' ? outcome.code : 'applied');
const recorded = async () =>
  (await listQuestions(store.services, office(), { creditCode: code }, { limit: 50, after: undefined })).items;

describe('applications by which a bank would find what is left of a cap', () => {
  test('are told so often a day that they do not fit, and then nothing, fit or not', async () => {
    for (const amountFen of [left + 3, left + 2, left + 1]) {
      const refused = await apply(amountFen);
      expect(said(refused)).toBe('cap-exceeded');
      expect(refused.kind === 'refused' && refused.facts).toEqual({
        ...{ cap, asked: amountFen, policy: expect.any(String) },
      });
    }
    for (const amountFen of [left + 1, left, 1]) expect(said(await apply(amountFen))).toBe('questions-used-up');
    expect(await recorded()).toMatchObject([
      { institutionId: 'icbc', on: '2026-03-02', asked: 3, questions: Array(3).fill({ by: 'application' }) },
    ]);
  });

  test('are judged again on the next day, and of another enterprise on the same one', async () => {
    for (let time = 0; time < 4; time += 1) await apply(left + 1);
    const other = creditCode(72);
    await list(store.services, other);
    const elsewhere = anApplication(other, { institutionId: 'icbc', amountFen: 1 });
    answerOf(await submitApplication(store.services, by('icbc'), elsewhere));
    store.setNow('2026-03-02T15:59:59.999Z');
    expect(said(await apply(left))).toBe('questions-used-up');
    store.setNow('2026-03-02T16:00:00.000Z');
    expect(said(await apply(left))).toBe('applied');
  });

  test('of a bank that sees the figures count for nothing: it is told them each time', async () => {
    answerOf(await apply(1));
    for (let time = 0; time < 5; time += 1) {
      expect(await apply(left)).toMatchObject({
        code: 'cap-exceeded',
        facts: { used: cap - left + 1, left: left - 1 },
      });
    }
    expect(await recorded()).toEqual([]);
  });

  test('count again once a bank has withdrawn what let it see the figures', async () => {
    const { applicationId } = answerOf(await apply(1));
    answerOf(await withdrawApplication(store.services, by('icbc'), String(applicationId), null));
    for (let time = 0; time < 3; time += 1) expect(said(await apply(left + 1))).toBe('cap-exceeded');
    expect(said(await apply(left))).toBe('questions-used-up');
  });

  test.each(faults)('met by a %s are told only if they are recorded, and recorded once', async (fault) => {
    const hook = hookFaults(store.services.database.client);
    hook.arm(null, 0);
    expect(said(await apply(left + 1))).toBe('cap-exceeded');
    const sites = hook.calls.length;
    for (let site = 1; site <= sites; site += 1) {
      store.setNow(`2026-03-${String(3 + site).padStart(2, '0')}T02:00:00.000Z`);
      hook.arm(fault, site);
      const outcome = await apply(left + 1).catch((error: unknown) => {
        if (error instanceof Crash) return null;
        throw error;
      });
      hook.arm(null, 0);
      const [day] = await recorded();
      const asked = day?.on === store.services.now().slice(0, 10) ? day.asked : 0;
      if (outcome) expect([said(outcome), asked]).toEqual(['cap-exceeded', 1]);
      else expect(asked).toBeLessThanOrEqual(1);
    }
    expect((await recountGuards(store.services)).differences).toEqual([]);
  });
});

describe('a bank that withdraws what it has just applied for', () => {
  /** The lines that call a person, of what a bank applies for and withdraws on one day. */
  const warned = async (times: number, caller = bank('icbc')): Promise<readonly unknown[]> => {
    const lines: unknown[] = [];
    const log = { ...store.services.log, warn: (message: string, facts?: object) => void lines.push([message, facts]) };
    for (let time = 0; time < times; time += 1) {
      const { applicationId } = answerOf(await apply(1));
      const context = commandBy(store.services, caller, `quick-${++keys}`);
      answerOf(await withdrawApplication({ ...store.services, log }, context, String(applicationId), null));
    }
    return lines;
  };
  const line = (withdrawn: number) => [withdrawsQuickly, { institutionId: 'icbc', on: '2026-03-02', withdrawn }];

  test('calls a person from the fifth of a day on, and on another day begins anew', async () => {
    expect(await warned(4)).toEqual([]);
    expect(await warned(2)).toEqual([line(5), line(6)]);
    store.setNow('2026-03-02T16:00:00.000Z');
    expect(await warned(4)).toEqual([]);
  });

  test('calls nobody where the enterprise withdraws them', async () => {
    expect(await warned(6, { sub: code, name: code, org: code, role: 'enterprise' })).toEqual([]);
  });
});

describe('open applications of an institution (maxOpenApplications)', () => {
  beforeEach(async () => {
    await approveVersion(store.services, '2026-03-03', { maxOpenApplications: 3 });
    store.setNow('2026-03-03T02:00:00.000Z');
  });

  /** An application to icbc of an enterprise of its own. */
  const squat = async (number: number) => {
    await list(store.services, creditCode(number));
    return creditCode(number);
  };
  const applyFor = (of: string) =>
    submitApplication(store.services, by('icbc'), anApplication(of, { institutionId: 'icbc', amountFen: 300_000_000 }));

  test('are as many as the version says, over all enterprises, and one that ends makes room', async () => {
    const codes = await Promise.all([81, 82, 83, 84, 85].map(squat));
    const ids: string[] = [];
    for (const of of codes.slice(0, 3)) ids.push(String(answerOf(await applyFor(of)).applicationId));
    expect(await applyFor(codes[3] ?? '')).toMatchObject({
      code: 'too-many-applications',
      rule: 'R1',
      facts: { institutionId: 'icbc', open: 3, most: 3 },
    });
    answerOf(await withdrawApplication(store.services, by('icbc'), ids[0] ?? '', null));
    expect(said(await applyFor(codes[3] ?? ''))).toBe('applied');
    expect(said(await applyFor(codes[4] ?? ''))).toBe('too-many-applications');
    expect((await recountGuards(store.services)).differences).toEqual([]);
  });

  test('of ten at once let through those that the version allows', async () => {
    const codes = await Promise.all(Array.from({ length: 10 }, (_, index) => squat(90 + index)));
    const outcomes = await Promise.all(codes.map(applyFor));
    expect(outcomes.filter((outcome) => said(outcome) === 'applied')).toHaveLength(3);
    expect(outcomes.filter((outcome) => said(outcome) === 'too-many-applications')).toHaveLength(7);
  });

  test('count none that has lapsed, whether or not the night job has said so', async () => {
    const [first, second] = [await squat(61), await squat(62)];
    for (const of of [first, first, first]) {
      const small = anApplication(of, { institutionId: 'icbc', amountFen: 1 });
      answerOf(await submitApplication(store.services, by('icbc'), small));
    }
    // Sixty days after 3 March is the last valid day.
    store.setNow('2026-05-02T02:00:00.000Z');
    expect(said(await applyFor(second))).toBe('too-many-applications');
    store.setNow('2026-05-03T02:00:00.000Z');
    expect(said(await applyFor(second))).toBe('applied');
    expect((await recountGuards(store.services)).differences).toEqual([]);
  });

  test('count those alone that began while they were limited, and give each place back once', async () => {
    // What rcb has had open since 2 March takes no place, and its end gives none back.
    await approveVersion(store.services, '2026-03-04', { maxOpenApplications: 1 });
    store.setNow('2026-03-04T02:00:00.000Z');
    const before = (await listApplications(store.services, bank(), {}, { limit: 9, after: undefined })).items;
    const { applicationId } = answerOf(await apply(1, 'rcb'));
    expect(said(await apply(1, 'rcb'))).toBe('too-many-applications');
    for (const { state } of before) {
      answerOf(await withdrawApplication(store.services, by('rcb'), state.applicationId, null));
    }
    expect(said(await apply(1, 'rcb'))).toBe('too-many-applications');
    answerOf(await withdrawApplication(store.services, by('rcb'), String(applicationId), null));
    expect(said(await apply(1, 'rcb'))).toBe('applied');
    expect((await recountGuards(store.services)).differences).toEqual([]);
  });
});
