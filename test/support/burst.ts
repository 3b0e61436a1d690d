import { disburse } from '../../shared/operations/applications/disburse.ts';
import { reviewApplication } from '../../shared/operations/applications/review.ts';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import type { Outcome } from '../../shared/operations/command.ts';
import { commandDeadline, servicesUntil } from '../../shared/operations/deadline.ts';
import { recordRepayment } from '../../shared/operations/loans/repay.ts';
import type { Services } from '../../shared/operations/services.ts';
import { keyNamesOf } from '../../shared/store/read.ts';
import { Unavailable } from '../../shared/store/retry.ts';
import type { TableName } from '../../shared/store/tables.ts';
import { contendLikeDynamodb } from './contention.ts';
import { admit, anApplication, bank, commandBy, creditCode, list } from './fixtures.ts';
import { answerOf } from './lending.ts';

/** Each with the deadline of a command by a clock that goes on; null is a 503. */
async function burst(
  services: Services,
  codes: readonly string[],
  act: (services: Services, code: string, index: number) => Promise<Outcome>,
): Promise<{ readonly outcomes: readonly (Outcome | null)[]; readonly unavailable: number; readonly seconds: number }> {
  const start = performance.now();
  const clock = { now: () => new Date(Date.parse(services.now()) + performance.now() - start).toISOString() };
  const bounded = servicesUntil(services, commandDeadline(clock, services.now()));
  const outcomes = await Promise.all(
    codes.map((code, index) =>
      act(bounded, code, index).catch((error: unknown) => {
        if (error instanceof Unavailable) return null;
        throw error;
      }),
    ),
  );
  const unavailable = outcomes.filter((outcome) => outcome === null).length;
  return { outcomes, unavailable, seconds: (performance.now() - start) / 1_000 };
}

export interface Step {
  readonly step: 'applications' | 'approvals' | 'disbursements' | 'repayments';
  readonly unavailable: number;
  readonly seconds: number;
  readonly conflicts: number;
}

/**
 * So many commands of one bank at once, for as many enterprises, in each step of a loan; transactions take 10 to 25 ms and
 * conflict as DynamoDB's do. `isOnlyApplied` ends after the first step.
 */
export async function burstOfOneBank(
  services: Services,
  atOnce: number,
  { isOnlyApplied = false } = {},
): Promise<readonly Step[]> {
  const codes = Array.from({ length: atOnce }, (_, index) => creditCode(1_000 + index));
  await admit(services, 'rcb');
  for (const code of codes) await list(services, code);
  const names = new Map(Object.entries(services.database.tableNames).map(([name, real]) => [real, name as TableName]));
  let transactions = 0;
  const contention = contendLikeDynamodb(
    [services.database.client],
    (real) => keyNamesOf(names.get(real) ?? 'settings'),
    () => 10 + (transactions++ % 4) * 5,
  );
  const steps: Step[] = [];
  const take = async (step: Step['step'], act: Parameters<typeof burst>[2]): Promise<readonly (Outcome | null)[]> => {
    const before = contention.conflicts;
    const { outcomes, unavailable, seconds } = await burst(services, codes, act);
    steps.push({ step, unavailable, seconds, conflicts: contention.conflicts - before });
    return outcomes;
  };
  // What was not answered in one step does nothing in the next.
  const idIn = (outcome: Outcome | null | undefined, name: string): string =>
    outcome?.kind === 'answered' ? String(answerOf(outcome)[name]) : 'none';
  const by = (name: string) => commandBy(services, bank(), name);

  const applied = await take('applications', (at, code) =>
    submitApplication(at, by(`apply-${code}`), anApplication(code)),
  );
  if (isOnlyApplied) return steps;
  const applications = applied.map((outcome) => idIn(outcome, 'applicationId'));
  const approve = { decision: 'approve', approvedAmountFen: null, annualRateBp: 400, annualRatePpm: null } as const;
  await take('approvals', (at, code, index) =>
    reviewApplication(at, by(`approve-${code}`), applications[index] ?? '', approve),
  );
  const disbursed = await take('disbursements', (at, code, index) =>
    disburse(at, by(`disburse-${code}`), applications[index] ?? '', {
      amountFen: 100_000_000,
      disbursedOn: '2026-03-02',
      maturesOn: '2027-03-01',
      contractNumber: `HT-${index}`,
      noteNumber: '',
      annualRateBp: 400,
      annualRatePpm: null,
    }),
  );
  await take('repayments', (at, code, index) =>
    recordRepayment(at, by(`repay-${code}`), idIn(disbursed[index], 'loanId'), {
      principalFen: 1_000_000,
      interestFen: 0,
      paidOn: '2026-03-02',
    }),
  );
  return steps;
}
