import { startSqs } from '../../infra/local/emulators/sqs.ts';
import { aRow, importRows } from '../operations/list/list-city.ts';
import { end, startDynamodb } from '../support/dynamodb.ts';
import { creditCode } from '../support/fixtures.ts';
import { openStoreAt } from '../support/store-at.ts';
import { newFolder, removeFolder } from '../support/system.ts';
import { type BareRequest, writeBare } from './bare-writes.ts';
import { print } from './report.ts';
import { timed } from './statistics.ts';
import { WrittenItems } from './written-items.ts';

const rowsInCall = 5_000;
const shareMin = 0.5;

/** Import rates beside the bare batch-write rate of the same items, for each number of rows. */
export async function benchImport(sizes: readonly number[]): Promise<void> {
  const rates: ImportRate[] = [];
  for (const rows of sizes) rates.push(await measureImport(rows));
  print(
    'Import of new enterprises (5,000 rows a call)',
    rates.map(({ rows, items, share }) => ({
      name: `${rows} rows, ${(items / rows).toFixed(1)} items a row`,
      value: `${Math.round(share * 100)} % of the bare batch-write rate of the same items`,
      bound: '≥ 50 %',
      met: share >= shareMin,
    })),
  );
}

interface ImportRate {
  readonly rows: number;
  readonly items: number;
  readonly importMs: number;
  readonly bareMs: number;
  /** The import's rate as a share of the bare batch-write rate of the same items. */
  readonly share: number;
}

/**
 * Imports rows, all new, call by call, and after each call writes every item that it left behind by bare batch writes into
 * other tables of the same engine, four calls at a time as the import's own batch writes are: both grow side by side.
 */
async function measureImport(rows: number): Promise<ImportRate> {
  const folder = newFolder();
  const dynamodb = await startDynamodb(`${folder}/bench.sqlite`);
  const sqs = await startSqs('us-east-1');
  try {
    const endpoints = { dynamodb: dynamodb.endpoint, sqs: sqs.endpoint };
    const { services } = await openStoreAt(endpoints, '2026-03-02T02:00:00.000Z');
    const { services: bare } = await openStoreAt(endpoints, '2026-03-02T02:00:00.000Z');
    const written = new WrittenItems(services);
    let items = 0;
    let importMs = 0;
    let bareMs = 0;
    for (let from = 0; from < rows; from += rowsInCall) {
      const count = Math.min(rowsInCall, rows - from);
      const sent = Array.from({ length: count }, (_, index) => aRow(creditCode(from + index + 1)));
      importMs += await timed(async () => {
        const view = await importRows(services, sent);
        if (view.added !== count) throw new Error(`${view.added} of ${count} rows were added`);
      });
      const requests: BareRequest[] = [];
      for await (const some of written.take(bare)) requests.push(...some);
      items += requests.length;
      bareMs += await timed(() => writeBare(bare, requests));
    }
    return { rows, items, importMs, bareMs, share: bareMs / importMs };
  } finally {
    await sqs.stop();
    await end(dynamodb.child);
    removeFolder(folder);
  }
}
