import type { EnterpriseFile } from '../../domain/enterprise.ts';
import type { Institution } from '../../domain/institution.ts';
import type { LoanRow } from '../../domain/loan-import-row.ts';
import { enterpriseLayout, type GuardItem, guardKey } from '../../store/enterprises.ts';
import { institutionLayout } from '../../store/institutions.ts';
import { type ContractGuardItem, contractGuardKey } from '../../store/loans.ts';
import { type Items, readItems } from '../../store/read.ts';
import { keyOfResource, type Stored, storedIn } from '../../store/resource.ts';
import type { Span } from '../list/write-groups.ts';
import type { Services } from '../services.ts';
import { contractOf, Tally } from './tally.ts';

/** What a window's rows concern, as it was read; the tally moves on with what is written. */
export interface LoanWindow {
  readonly enterprise: (creditCode: string) => Stored<EnterpriseFile> | null;
  readonly institution: (institutionId: string | null) => Stored<Institution> | null;
  tally: Tally;
}

/** Reads all that the rules look at for the rows of a span. */
export async function openWindow(
  { database }: Services,
  rows: readonly LoanRow[],
  { from, through }: Span,
): Promise<LoanWindow> {
  const span = rows.slice(from, through);
  // An enterprise whose rows were begun earlier: what those left outstanding counts for the rest.
  const before = rows.slice(firstOfEnterprise(rows, from), from);
  const institutionIds = span.flatMap(({ institutionId, guarantorId }) =>
    guarantorId === null ? [institutionId] : [institutionId, guarantorId],
  );
  const items = await readItems(database, [
    ...span.flatMap(({ creditCode }) => [keyOfResource(enterpriseLayout, creditCode), guardKey(creditCode)]),
    ...institutionIds.map((institutionId) => keyOfResource(institutionLayout, institutionId)),
    ...[...before, ...span].map(keyOfContract),
  ]);
  const tally = tallyIn(items, [...before, ...span]);
  for (const row of before) tally.count(row);
  return {
    enterprise: (creditCode) => storedIn(items, enterpriseLayout, creditCode),
    institution: (institutionId) => (institutionId === null ? null : storedIn(items, institutionLayout, institutionId)),
    tally,
  };
}

function firstOfEnterprise(rows: readonly LoanRow[], from: number): number {
  let first = from;
  while (first > 0 && rows[first - 1]?.creditCode === rows[from]?.creditCode) first -= 1;
  return first;
}

function tallyIn(items: Items, rows: readonly LoanRow[]): Tally {
  const contracts = rows.flatMap((row): (readonly [string, string | null])[] => {
    const taken = items.get<ContractGuardItem>(keyOfContract(row));
    return taken ? [[contractOf(row), taken.content ?? null]] : [];
  });
  const exposureOf = (creditCode: string) => items.get<GuardItem>(guardKey(creditCode))?.exposureFen ?? 0;
  return new Tally(
    contracts,
    rows.map(({ creditCode }) => [creditCode, exposureOf(creditCode)]),
  );
}

const keyOfContract = ({ institutionId, contractNumber, noteNumber }: LoanRow) =>
  contractGuardKey(institutionId, contractNumber, noteNumber);
