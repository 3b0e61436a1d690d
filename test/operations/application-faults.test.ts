import { beforeAll, describe, expect, test } from 'vitest';
import { disburse } from '../../shared/operations/applications/disburse.ts';
import { reviewApplication } from '../../shared/operations/applications/review.ts';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import { withdrawApplication } from '../../shared/operations/applications/withdraw.ts';
import type { CommandContext, Outcome } from '../../shared/operations/command.ts';
import type { Services } from '../../shared/operations/services.ts';
import { applicationLayout } from '../../shared/store/applications.ts';
import { type GuardItem, guardKey } from '../../shared/store/enterprises.ts';
import { loanLayout } from '../../shared/store/loans.ts';
import { readItems } from '../../shared/store/read.ts';
import { type FaultHook, faults, hookFaults, insist } from '../support/faults.ts';
import { admit, anApplication, bank, commandBy, creditCode, list } from '../support/fixtures.ts';
import { faultsOfHistory } from '../support/replay.ts';
import { openStore } from '../support/store.ts';

const amountFen = 500_000_000;
const disbursedFen = 400_000_000;

/**
 * Every call to DynamoDB on the way from application to disbursement, each met by every fault: the client sends the same
 * request again, as a bank would, and everything must have happened once.
 */
describe('every single fault on the way from application to disbursement', () => {
  let services: Services;
  let hook: FaultHook;
  let nextCode = 1000;
  /** Whether the process that an application comes to has just begun. */
  let isNew = false;
  beforeAll(async () => {
    ({ services } = await openStore());
    await admit(services, 'rcb');
    hook = hookFaults(services.database.client, services.queues.client);
  });

  /** Sends a command until it is answered, as a client does that never got an answer. */
  const send = (act: (context: CommandContext) => Promise<Outcome>, key: string): Promise<Record<string, string>> =>
    insist(hook, async () => {
      const outcome = await act(commandBy(services, bank(), key));
      if (outcome.kind === 'answered') return JSON.parse(outcome.answer.body);
      throw new Error(`${key} refused: ${outcome.code} ${JSON.stringify(outcome.facts)}`);
    });

  async function borrow(code: string): Promise<{ applicationId: string; loanId: string }> {
    const at = isNew ? { ...services, institutionsSeen: new Map() } : services;
    const application = await send(
      (context) => submitApplication(at, context, anApplication(code, { amountFen })),
      `submit-${code}`,
    );
    const applicationId = String(application.applicationId);
    const review = { decision: 'approve' as const, approvedAmountFen: null, annualRateBp: 400, annualRatePpm: null };
    await send((context) => reviewApplication(services, context, applicationId, review), `review-${code}`);
    const report = {
      amountFen: disbursedFen,
      disbursedOn: '2026-03-02',
      maturesOn: '2027-03-01',
      contractNumber: `C-${code}`,
      noteNumber: '',
      annualRateBp: 400,
      annualRatePpm: null,
    };
    const loan = await send((context) => disburse(services, context, applicationId, report), `disburse-${code}`);
    return { applicationId, loanId: String(loan.loanId) };
  }

  async function anEnterprise(): Promise<string> {
    nextCode += 1;
    const code = creditCode(nextCode);
    hook.arm(null, 0);
    await list(services, code);
    hook.arm(null, 0);
    return code;
  }

  async function expectOnce(code: string, ids: { applicationId: string; loanId: string }): Promise<void> {
    hook.arm(null, 0);
    const guard = (await readItems(services.database, [guardKey(code)])).get<GuardItem>(guardKey(code));
    expect(guard?.exposureFen, `exposure of ${code}`).toBe(disbursedFen);
    expect(await faultsOfHistory(services, applicationLayout, ids.applicationId)).toEqual([]);
    expect(await faultsOfHistory(services, loanLayout, ids.loanId)).toEqual([]);
  }

  test.each<[of: string, calls: number, forget: boolean]>([
    ['that has read nothing yet', 8, true],
    ['that has read the bank', 7, false],
  ])(
    'in a process %s all calls × all faults leave one application, one loan, and an exposure of what was disbursed',
    async (_of, calls, forget) => {
      isNew = forget;
      const calm = await anEnterprise();
      await expectOnce(calm, await borrow(calm));
      const code = await anEnterprise();
      await borrow(code);
      const sites = hook.calls.length;
      expect(sites).toBeGreaterThanOrEqual(calls);

      const metBefore = hook.met;
      for (const fault of faults) {
        for (let site = 1; site <= sites; site += 1) {
          const enterprise = await anEnterprise();
          hook.arm(fault, site);
          const ids = await borrow(enterprise);
          await expectOnce(enterprise, ids);
        }
      }
      expect(hook.met - metBefore, 'faults met').toBe(sites * faults.length);
    },
  );

  test('a command whose own answer was lost finds it and gives it as the first, not as a replay', async () => {
    const code = await anEnterprise();
    // The transaction, without reading: it is applied, and its answer never comes.
    hook.arm('answer-lost', 1);
    const first = await submitApplication(services, commandBy(services, bank(), 'lost-answer'), anApplication(code));
    expect(first).toMatchObject({ kind: 'answered', replayed: false });
    const again = await submitApplication(services, commandBy(services, bank(), 'lost-answer'), anApplication(code));
    expect(again).toMatchObject({ kind: 'answered', replayed: true });
  });

  test('a refusal leaves nothing behind, and its key is free for another try', async () => {
    const code = await anEnterprise();
    const tooMuch = anApplication(code, { amountFen: 1_000_000_001 });
    const first = await submitApplication(services, commandBy(services, bank(), 'refused-key'), tooMuch);
    expect(first).toMatchObject({ kind: 'refused', code: 'cap-exceeded' });
    const second = await submitApplication(services, commandBy(services, bank(), 'refused-key'), anApplication(code));
    expect(second).toMatchObject({ kind: 'answered', replayed: false });
  });

  test('a withdrawal racing a disbursement: one of the two happens, never both', async () => {
    const code = await anEnterprise();
    const submitted = await send((context) => submitApplication(services, context, anApplication(code)), `s-${code}`);
    const id = String(submitted.applicationId);
    const review = { decision: 'approve' as const, approvedAmountFen: null, annualRateBp: 400, annualRatePpm: null };
    await send((context) => reviewApplication(services, context, id, review), `r-${code}`);
    const report = {
      amountFen: 100_000_000,
      disbursedOn: '2026-03-02',
      maturesOn: '2027-03-01',
      contractNumber: `race-${code}`,
      noteNumber: '',
      annualRateBp: 400,
      annualRatePpm: null,
    };
    const outcomes = await Promise.all([
      disburse(services, commandBy(services, bank(), `d-${code}`), id, report),
      withdrawApplication(services, commandBy(services, bank(), `w-${code}`), id, null),
    ]);
    expect(outcomes.filter((outcome) => outcome.kind === 'answered')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.kind === 'refused').map((outcome) => outcome.code)).toEqual([
      'state-conflict',
    ]);
    expect(await faultsOfHistory(services, applicationLayout, id)).toEqual([]);
  });
});
