import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { figures } from '../../shared/domain/figures.ts';
import { disburse } from '../../shared/operations/applications/disburse.ts';
import { reviewApplication } from '../../shared/operations/applications/review.ts';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import { addEvidence } from '../../shared/operations/loans/add-evidence.ts';
import { classifyLoan } from '../../shared/operations/loans/classify.ts';
import { recordRepayment } from '../../shared/operations/loans/repay.ts';
import { approvePolicy } from '../../shared/operations/policies/approve.ts';
import { draftPolicy } from '../../shared/operations/policies/draft.ts';
import type { Services } from '../../shared/operations/services.ts';
import { bucketKey, figureShards } from '../../shared/store/figure-buckets.ts';
import { startMemoryEmulators } from '../support/emulators.ts';
import { admit, anApplication, bank, commandBy, creditCode, list, office } from '../support/fixtures.ts';
import { answerOf } from '../support/lending.ts';
import { openStoreAt } from '../support/store-at.ts';
import { type Touch, UnitCounter } from './units.ts';

/** The commands of a month's end, by how many in a hundred they are: what banks report is nearly all of it. */
export const mix = { apply: 2, review: 2, disburse: 2, repay: 30, classify: 56, evidence: 8 } as const;
export type CommandName = keyof typeof mix;

export interface MeasuredCommand {
  readonly touches: readonly Touch[];
  /** Write units as DynamoDB counted them, to hold the count by sizes against. */
  readonly measured: number;
}

/** What each command takes of which partition, measured on one loan's life where so many banks lend. */
export async function measureCommands(banks: number): Promise<Readonly<Record<CommandName, MeasuredCommand>>> {
  const emulators = await startMemoryEmulators();
  try {
    const endpoints = { dynamodb: emulators.dynamodbEndpoint, sqs: emulators.sqsEndpoint };
    const { services } = await openStoreAt(endpoints, '2026-03-31T02:00:00.000Z');
    await admit(services, 'rcb');
    const code = creditCode(1);
    await list(services, code);
    await approveVersion(services);
    const counter = new UnitCounter(services);
    for (const item of bucketsOf(banks)) {
      const put = { TableName: services.database.tableNames.figures, Item: marshall(item) };
      await services.database.client.send(new PutItemCommand(put));
      counter.know('figures', item);
    }
    const by = (key: string) => commandBy(services, bank(), key.padEnd(8, '-'));
    const today = '2026-03-31';

    const made = answerOf(await submitApplication(services, by('apply'), anApplication(code)));
    const apply = counter.read();
    const id = String(made.applicationId);
    const approve = { decision: 'approve', approvedAmountFen: null, annualRateBp: 400, annualRatePpm: null } as const;
    answerOf(await reviewApplication(services, by('review'), id, approve));
    const review = counter.read();
    const report = { amountFen: 90_000_000, disbursedOn: today, maturesOn: '2027-03-30', contractNumber: 'C-1' };
    const terms = { ...report, noteNumber: '', annualRateBp: 400, annualRatePpm: null };
    const loanId = String(answerOf(await disburse(services, by('disburse'), id, terms)).loanId);
    const lent = counter.read();
    const paid = { principalFen: 1_000_000, interestFen: 1, paidOn: today };
    answerOf(await recordRepayment(services, by('repay'), loanId, paid));
    const repay = counter.read();
    const classed = { class: 'normal', asOf: today, overdueDays: 0, unpaidInterestFen: null, reason: null } as const;
    answerOf(await classifyLoan(services, by('classify'), loanId, classed));
    const classify = counter.read();
    const paper = { kind: 'loan-contract', reference: 'A-1', documentId: null, datedOn: null };
    answerOf(await addEvidence(services, by('evidence'), loanId, paper));
    return { apply, review, disburse: lent, repay, classify, evidence: counter.read() };
  } finally {
    await emulators.stop();
  }
}

/** A version of the city's own, so that the book of versions is there to be read. */
async function approveVersion(services: Services): Promise<void> {
  const source = { title: '实施办法', documentNumber: null, issuedOn: null };
  const proposal = { name: '实施办法', effectiveFrom: '2027-01-01', source, parameters: {} };
  const drafted = answerOf(await draftPolicy(services, commandBy(services, office(), 'draft---'), proposal));
  const context = commandBy(services, office('office-2'), 'approve-');
  answerOf(await approvePolicy(services, context, String(drafted.policyId)));
}

/** The buckets that the day's commands write, as they are when so many banks have lent: four figures of each. */
function bucketsOf(banks: number) {
  const ofBanks = Array.from({ length: banks }, (_, index) => `bank-${index + 1}`).flatMap((id) =>
    [figures.loansOf(id), figures.lentFenOf(id), figures.outstandingFenOf(id), figures.compensatedFenOf(id)].map(
      (figure) => [figure, 1_234_567_890] as const,
    ),
  );
  const shards = Array.from({ length: figureShards }, (_, shard) => shard);
  return ['2026', '2026-03', '2026-03-31'].flatMap((period) =>
    shards.map((shard) => ({ ...bucketKey(period, shard).key, ...Object.fromEntries(ofBanks) })),
  );
}
