import { benchBundles } from './bundles.ts';
import { benchCapacity } from './capacity.ts';
import { benchHttpApplication } from './http-application.ts';

/**
 * `npm run bench`: the figures of speed and cost. Times are ratios within one run. `--quick` prints the same from short
 * runs.
 */
const quick = process.argv.includes('--quick');
await benchCapacity();
await benchBundles(quick ? 5 : 11);
await benchHttpApplication(quick ? 200 : 2000);
