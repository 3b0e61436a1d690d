import { dayAt } from '../../domain/calendar.ts';
import type { Claim } from '../../domain/claim.ts';
import { claimLayout } from '../../store/claims.ts';
import { enterpriseLayout } from '../../store/enterprises.ts';
import { institutionLayout } from '../../store/institutions.ts';
import { loanLayout } from '../../store/loans.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, type Stored, storedIn } from '../../store/resource.ts';
import { type ListPage, listResources, type PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';

const range = { index: 'unpaid', partitionKey: 'unpaidList', value: 'unpaid', ascending: true } as const;
const isUnpaid = ({ state, payableFen }: Claim): boolean => state === 'settled' && (payableFen ?? 0) > 0;

/** A page of what is to be paid (待拨付清单): settled claims that are not paid, those filed first before, with their names. */
export async function listPayments(services: Services, page: PageRequest): Promise<ListPage<PaymentRow>> {
  const { items, next } = await listResources(services, claimLayout, range, isUnpaid, page);
  return { items: await withNames(services, items), next };
}

const pageRows = 200;
/** A sheet of more rows nobody reads, and no answer holds. */
const rowsMax = 5_000;

/** All that is to be paid, for a sheet. */
export async function allPayments(services: Services): Promise<readonly PaymentRow[]> {
  const rows: PaymentRow[] = [];
  let after: PageRequest['after'];
  do {
    const page = await listPayments(services, { limit: pageRows, after });
    rows.push(...page.items);
    after = page.next;
  } while (after && rows.length < rowsMax);
  return rows.slice(0, rowsMax);
}

export type PaymentRow = ReturnType<typeof rowOf>;

async function withNames({ database }: Services, claims: readonly Stored<Claim>[]): Promise<readonly PaymentRow[]> {
  const items = await readItems(
    database,
    claims.flatMap(({ state: { institutionId, creditCode, loanId } }) => [
      keyOfResource(institutionLayout, institutionId),
      keyOfResource(enterpriseLayout, creditCode),
      keyOfResource(loanLayout, loanId),
    ]),
  );
  return claims.map((stored) => {
    const { state: claim } = stored;
    return rowOf(stored, {
      institutionName: storedIn(items, institutionLayout, claim.institutionId)?.state.name ?? null,
      enterpriseName: storedIn(items, enterpriseLayout, claim.creditCode)?.state.name ?? null,
      contractNumber: storedIn(items, loanLayout, claim.loanId)?.state.contractNumber ?? null,
    });
  });
}

interface Names {
  readonly institutionName: string | null;
  readonly enterpriseName: string | null;
  readonly contractNumber: string | null;
}

const rowOf = (
  { state: claim, version }: Stored<Claim>,
  { institutionName, enterpriseName, contractNumber }: Names,
) => ({
  claimId: claim.claimId,
  institutionId: claim.institutionId,
  institutionName,
  creditCode: claim.creditCode,
  enterpriseName,
  loanId: claim.loanId,
  contractNumber,
  meetingId: claim.meetingId,
  settledOn: claim.settledAt === null ? null : dayAt(claim.settledAt),
  lossFen: claim.lossFen,
  shares: claim.shares && {
    fundFen: claim.shares.fundFen,
    guarantorFen: claim.shares.guarantorFen,
    institutionFen: claim.shares.institutionFen,
  },
  uncoveredFen: claim.uncoveredFen,
  setOffFen: claim.setOffFen,
  payableFen: claim.payableFen,
  version,
});
