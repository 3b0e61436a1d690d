import { parseArgs } from 'node:util';
import { benchBundles } from './bundles.ts';
import { benchCapacity } from './capacity.ts';
import { benchClaims } from './claim.ts';
import { benchColdCalls } from './cold-calls.ts';
import { benchFund } from './fund.ts';
import { benchHttpApplication } from './http-application.ts';
import { benchImport } from './import-rate.ts';
import { benchPage } from './page.ts';
import { writeResult } from './report.ts';
import { benchSizes } from './size-curves.ts';
import { benchStart } from './start.ts';

/**
 * `npm run bench`: the figures of speed and cost. Times are ratios within one run. `--quick` prints the same from short
 * runs; `--json FILE` writes them for programs, too.
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } } });
const { quick, json } = values;
await benchCapacity();
await benchFund(quick ? 200 : 2000);
await benchClaims(quick ? 50 : 500);
await benchBundles(quick ? 5 : 11);
benchColdCalls();
await benchStart();
await benchPage(quick ? 3 : 7, !quick);
await (quick ? benchSizes(7, 5) : benchSizes(1_351, 964));
await benchHttpApplication(quick ? 300 : 2000);
await benchImport(quick ? [300] : [5_000, 135_100]);
if (json !== undefined) writeResult(json, quick);
