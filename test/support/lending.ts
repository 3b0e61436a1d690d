import { disburse } from '../../shared/operations/applications/disburse.ts';
import { reviewApplication } from '../../shared/operations/applications/review.ts';
import { type SubmitApplication, submitApplication } from '../../shared/operations/applications/submit.ts';
import type { Outcome } from '../../shared/operations/command.ts';
import type { Services } from '../../shared/operations/services.ts';
import { type GuardItem, guardKey } from '../../shared/store/enterprises.ts';
import { readItems } from '../../shared/store/read.ts';
import { anApplication, bank, commandBy } from './fixtures.ts';

/** What a command answered; a refusal ends the test. */
export function answerOf(outcome: Outcome): Record<string, unknown> {
  if (outcome.kind === 'refused') throw new Error(`${outcome.code} ${JSON.stringify(outcome.facts)}`);
  return JSON.parse(outcome.answer.body);
}

/** Applies, approves and disburses on 2 March 2026, maturing on 1 March 2027; answers the loan's id. */
export async function lend(
  services: Services,
  code: string,
  name: string,
  terms: Partial<SubmitApplication> = {},
  caller = bank(),
): Promise<string> {
  const by = (step: string) => commandBy(services, caller, `${step}-${name}`);
  const application = anApplication(code, terms);
  const { applicationId } = answerOf(await submitApplication(services, by('submit'), application));
  const approve = { decision: 'approve', approvedAmountFen: null, annualRateBp: 400, annualRatePpm: null } as const;
  answerOf(await reviewApplication(services, by('approve'), String(applicationId), approve));
  const report = {
    amountFen: application.amountFen,
    disbursedOn: '2026-03-02',
    maturesOn: '2027-03-01',
    contractNumber: `HT-${name}`,
    noteNumber: '',
    annualRateBp: 400,
    annualRatePpm: null,
  };
  return String(answerOf(await disburse(services, by('disburse'), String(applicationId), report)).loanId);
}

export async function guardOf(services: Services, code: string): Promise<GuardItem | undefined> {
  return (await readItems(services.database, [guardKey(code)])).get<GuardItem>(guardKey(code));
}
