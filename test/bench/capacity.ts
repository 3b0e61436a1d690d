import { disburse } from '../../shared/operations/applications/disburse.ts';
import { listApplications } from '../../shared/operations/applications/list.ts';
import { readApplication } from '../../shared/operations/applications/read.ts';
import { resubmitApplication } from '../../shared/operations/applications/resubmit.ts';
import { reviewApplication } from '../../shared/operations/applications/review.ts';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import { withdrawApplication } from '../../shared/operations/applications/withdraw.ts';
import type { Outcome } from '../../shared/operations/command.ts';
import { applicationEvents } from '../../shared/operations/events/applications.ts';
import { listHistory } from '../../shared/operations/history.ts';
import { addEvidence } from '../../shared/operations/loans/add-evidence.ts';
import { classifyLoan } from '../../shared/operations/loans/classify.ts';
import { extendLoan } from '../../shared/operations/loans/extend.ts';
import { markOverdueLoans } from '../../shared/operations/loans/mark-overdue.ts';
import { recordRepayment } from '../../shared/operations/loans/repay.ts';
import { writeOffLoan } from '../../shared/operations/loans/write-off.ts';
import type { Services } from '../../shared/operations/services.ts';
import { startMemoryEmulators } from '../support/emulators.ts';
import { admit, anApplication, bank, commandBy, creditCode, list } from '../support/fixtures.ts';
import { openStoreAt } from '../support/store-at.ts';
import { inWords, meterCapacity } from './capacity-meter.ts';
import { type Figure, print } from './report.ts';

/** Capacity units of every command and read, as DynamoDB counts them. */
export async function benchCapacity(): Promise<void> {
  const emulators = await startMemoryEmulators();
  try {
    const endpoints = { dynamodb: emulators.dynamodbEndpoint, sqs: emulators.sqsEndpoint };
    const { services, setNow } = await openStoreAt(endpoints, '2026-03-02T02:00:00.000Z');
    const meter = meterCapacity(services.database.client);
    const figures: Figure[] = [];
    const measure: Measure = async (name, act) => {
      meter.read();
      const result = await act();
      figures.push({ name, value: inWords(meter.read()) });
      return result;
    };
    await admit(services, 'rcb');
    const code = creditCode(1);
    await list(services, code);
    const by = (key: string) => commandBy(services, bank(), key.padEnd(8, '-'));
    const approve = { decision: 'approve' as const, approvedAmountFen: null, annualRateBp: 400, annualRatePpm: null };
    const giveBack = { decision: 'return' as const, reason: '补充材料' };

    const first = await measure('POST /v1/applications, the bank not read before', () =>
      submitApplication(services, by('submit'), anApplication(code)),
    );
    const id = idOf(first, 'applicationId');
    await measure('the same again (replay)', () => submitApplication(services, by('submit'), anApplication(code)));
    await measure('POST …/reviews (return)', () => reviewApplication(services, by('return'), id, giveBack));
    await measure('POST …/resubmission', () =>
      resubmitApplication(services, by('resubmit'), id, { amountFen: 90_000_000 }),
    );
    await measure('POST …/reviews (approve, confirmed at once)', () =>
      reviewApplication(services, by('approve'), id, approve),
    );
    const report = {
      amountFen: 90_000_000,
      disbursedOn: '2026-03-02',
      maturesOn: '2027-03-01',
      contractNumber: 'C-1',
      noteNumber: '',
      annualRateBp: 400,
      annualRatePpm: null,
    };
    const lent = await measure('POST …/disbursement', () => disburse(services, by('disburse'), id, report));
    const other = await measure('POST /v1/applications', () =>
      submitApplication(services, by('submit-2'), anApplication(code)),
    );
    await measure('POST …/withdrawal', () =>
      withdrawApplication(services, by('withdraw'), idOf(other, 'applicationId'), null),
    );
    await measure('POST /v1/applications, refused by the cap', () =>
      submitApplication(services, by('too-much'), anApplication(code, { amountFen: 1_000_000_001 })),
    );
    await measure('GET /v1/applications/{id}', () => readApplication(services, bank(), id));
    const page = { limit: 50, after: undefined };
    await measure('GET /v1/applications (2 of them)', () => listApplications(services, bank(), {}, page));
    await measure('GET …/history', () => listHistory(services, applicationEvents, id, page, bank()));
    await benchServicing(services, setNow, idOf(lent, 'loanId'), measure);
    print('Capacity units of commands and reads', figures);
  } finally {
    await emulators.stop();
  }
}

type Measure = <Result>(name: string, act: () => Promise<Result>) => Promise<Result>;

/** What a loan costs from its disbursement to its write-off. */
async function benchServicing(
  services: Services,
  setNow: (instant: string) => void,
  loanId: string,
  measure: Measure,
): Promise<void> {
  const by = (key: string) => commandBy(services, bank(), key.padEnd(8, '-'));
  const today = '2026-03-02';
  const paper = { kind: 'loan-contract', reference: 'A-1', documentId: null, datedOn: null };
  const paid = { principalFen: 1_000_000, interestFen: 1, paidOn: today };
  await measure('POST …/evidence', () => addEvidence(services, by('evidence'), loanId, paper));
  await measure('POST …/repayments', () => recordRepayment(services, by('repay'), loanId, paid));
  await measure('POST …/extensions', () =>
    extendLoan(services, by('extend'), loanId, { maturesOn: '2027-06-01', reason: '展期' }),
  );
  for (const night of ['2027-06-01T16:10:00.000Z', '2027-08-30T16:10:00.000Z']) {
    setNow(night);
    await measure('night job overdue-loans, 1 due', () => markOverdueLoans(services, night));
  }
  await measure('night job overdue-loans, none due', () => markOverdueLoans(services, services.now()));
  const asOf = '2027-08-31';
  const report = { class: 'doubtful', asOf, overdueDays: 91, unpaidInterestFen: null, reason: null } as const;
  await measure('POST …/classifications', () => classifyLoan(services, by('classify'), loanId, report));
  await measure('POST …/write-off', () =>
    writeOffLoan(services, by('write-off'), loanId, { on: asOf, reason: '核销' }),
  );
}

function idOf(outcome: Outcome, name: string): string {
  if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.code}`);
  return String(JSON.parse(outcome.answer.body)[name]);
}
