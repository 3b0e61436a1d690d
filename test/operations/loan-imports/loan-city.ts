import type { Loan } from '../../../shared/domain/loan.ts';
import { listOutcomes } from '../../../shared/operations/list/import-outcomes.ts';
import type { ImportView } from '../../../shared/operations/list/read-import.ts';
import { type AcceptLoanImport, acceptLoanImport } from '../../../shared/operations/loan-imports/accept.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { type ContractGuardItem, contractGuardKey, loanLayout } from '../../../shared/store/loans.ts';
import { readItems } from '../../../shared/store/read.ts';
import { keyOfResource, type Stored, storedIn } from '../../../shared/store/resource.ts';
import { commandBy, office } from '../../support/fixtures.ts';
import { answered, nextKey, shown, workAll } from '../list/list-city.ts';

/** A row with nothing out of the ordinary: lent under the former measures, repaid by nobody yet. */
export const aLoanRow = (
  creditCode: string,
  contractNumber: string,
  change: Readonly<Record<string, unknown>> = {},
) => ({
  creditCode,
  institutionId: 'rcb',
  contractNumber,
  amountFen: 100_000_000,
  mode: 'credit',
  appliedOn: '2023-06-01',
  disbursedOn: '2023-06-15',
  maturesOn: '2026-06-14',
  annualRateBp: 435,
  outstandingFen: 60_000_000,
  ...change,
});

/** Sends an import of loans as an official would and tells its id. */
export async function sendLoans(
  services: Services,
  rows: AcceptLoanImport['rows'],
  key: string = nextKey(),
): Promise<string> {
  const context = commandBy(services, office(), key);
  return String(answered(await acceptLoanImport(services, context, { rows })).importId);
}

/** Sends an import of loans, has it worked off, and shows how it ended. */
export async function importLoans(services: Services, rows: AcceptLoanImport['rows']): Promise<ImportView> {
  const importId = await sendLoans(services, rows);
  await workAll(services);
  return shown(services, importId);
}

/** What was rejected: row and code. */
export async function rejectedOf(
  services: Services,
  { importId }: Pick<ImportView, 'importId'>,
): Promise<readonly (readonly [number, string])[]> {
  const page = await listOutcomes(services, importId, 'rejections', { limit: 1000, after: undefined });
  return (page?.items ?? []).map(({ row, code }) => [row, code] as const);
}

/** The loan that has a contract number at the bank, or null. */
export async function loanBy(
  services: Services,
  contractNumber: string,
  institutionId = 'rcb',
): Promise<Stored<Loan> | null> {
  const guard = contractGuardKey(institutionId, contractNumber, '');
  const loanId = (await readItems(services.database, [guard])).get<ContractGuardItem>(guard)?.loanId;
  if (loanId === undefined) return null;
  return storedIn(await readItems(services.database, [keyOfResource(loanLayout, loanId)]), loanLayout, loanId);
}
