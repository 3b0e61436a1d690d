import { marshall } from '@aws-sdk/util-dynamodb';
import { type LoanMode, loanModes } from '../../shared/domain/application.ts';
import { addDays, addMonths, type Day } from '../../shared/domain/calendar.ts';
import type { LoanEvent } from '../../shared/domain/loan.ts';
import type { Services } from '../../shared/operations/services.ts';
import { type Item, nameOf } from '../../shared/store/database.ts';
import { guardKey } from '../../shared/store/enterprises.ts';
import { bucketUpdates } from '../../shared/store/figure-buckets.ts';
import { contractGuardWrite, loanLayout } from '../../shared/store/loans.ts';
import { record } from '../../shared/store/resource.ts';
import type { TableName } from '../../shared/store/tables.ts';
import type { Write } from '../../shared/store/transaction.ts';
import { creditCode, listing } from '../support/fixtures.ts';
import { type BareRequest, writeBare } from './bare-writes.ts';

export interface CitySize {
  readonly enterprises: number;
  readonly loans: number;
}

export const seededBanks = ['rcb', 'icbc', 'abc', 'boc', 'ccb', 'jxbank'];
const actor = { sub: 'bench', org: 'office', role: 'office' };
const batch = 2_000;
const certificateDays = 1_000;
const loanDays = 1_500;

/**
 * Fills a store with listed enterprises and their loans: the very items that imports and disbursements leave behind, put
 * by bare batch writes. Certificates end, and loans were made, evenly over some years. `quiet` is the last day on which
 * nothing of it is due.
 */
export async function seedCity(services: Services, { enterprises, loans }: CitySize, quiet: Day): Promise<void> {
  const at = services.now();
  const figures = new Map<string, Record<string, number>>();
  const exposure = new Map<string, number>();
  const put = async (writes: readonly Write[]): Promise<void> =>
    writeBare(
      services,
      writes.flatMap((write) => requestOf(services, write)),
    );
  const count = (writes: readonly Write[], seed: string): void => {
    const counts = writes.filter((write) => write.kind === 'count');
    for (const { key, set } of bucketUpdates(counts, seed)) {
      const bucket = figures.get(String(key.pk)) ?? {};
      for (const [index, figure] of Object.values(set.names).entries()) {
        bucket[figure] = (bucket[figure] ?? 0) + Number(set.values[`:f${index}`]);
      }
      figures.set(String(key.pk), bucket);
    }
  };
  for (let start = 0; start < loans; start += batch) {
    const writes: Write[] = [];
    for (let index = start; index < Math.min(start + batch, loans); index += 1) {
      const code = creditCode(index % enterprises);
      const event = disbursement(index, code, addDays(quiet, -1 - Math.floor((index * loanDays) / loans)), quiet);
      const { stored, writes: own } = record(loanLayout, event.data.loanId, null, [event], { at, actor });
      exposure.set(code, (exposure.get(code) ?? 0) + event.data.amountFen);
      writes.push(...own.filter(({ kind }) => kind === 'put'), contractGuardWrite(stored.state));
      count(own, event.data.loanId);
    }
    await put(writes);
  }
  for (let start = 0; start < enterprises; start += batch) {
    const writes: Write[] = [];
    for (let index = start; index < Math.min(start + batch, enterprises); index += 1) {
      const code = creditCode(index);
      const validUntil = addDays(quiet, 30 + (index % certificateDays));
      const { stored, writes: own } = listing(code, at, { validUntil });
      const { listedSince, listedThrough, on: judgedOn } = stored.state.standing;
      const { version } = stored;
      const listed = { listedSince, listedThrough, judgedOn, judgedVersion: version, fileVersion: version };
      const guard = { ...listed, exposureFen: exposure.get(code) ?? 0, defaults: 0 };
      const { table, key } = guardKey(code);
      writes.push(...own.filter(({ kind }) => kind === 'put'), { kind: 'put', table, item: { ...key, ...guard } });
      count(own, code);
    }
    await put(writes);
  }
  await put([...figures].map(([pk, bucket]) => ({ kind: 'put', table: 'figures', item: { pk, ...bucket } })));
}

function requestOf({ database }: Services, write: Write): readonly BareRequest[] {
  if (write.kind !== 'put') return [];
  const { table, item }: { readonly table: TableName; readonly item: Item } = write;
  return [{ table: nameOf(database, table), request: { PutRequest: { Item: marshall(item) } } }];
}

function disbursement(index: number, code: string, disbursedOn: Day, quiet: Day) {
  const mode: LoanMode = loanModes[index % loanModes.length] ?? 'credit';
  const id = String(index).padStart(8, '0');
  const ends = addMonths(disbursedOn, 36);
  return {
    type: 'loan-disbursed',
    data: {
      loanId: `loan-${id}`,
      applicationId: null,
      creditCode: code,
      institutionId: seededBanks[index % seededBanks.length] ?? '',
      mode,
      guarantorId: mode === 'guarantee' ? 'talent-guarantee' : null,
      agreementId: null,
      contractNumber: `C-${id}`,
      noteNumber: '',
      disbursedOn,
      maturesOn: ends > quiet ? ends : addDays(quiet, 400),
      annualRateBp: 400,
      annualRatePpm: null,
      policy: 'measures-2024',
      reportedOn: disbursedOn,
      amountFen: 1_000_000,
    },
  } as const satisfies LoanEvent;
}
