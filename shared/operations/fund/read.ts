import type { FundHead } from '../../domain/fund-head.ts';
import { headIn, headKey } from '../../store/fund.ts';
import { readItems } from '../../store/read.ts';
import type { Services } from '../services.ts';

/** The fund's sums, as of the last command answered. */
export const readFund = async ({ database }: Services): Promise<FundHead> =>
  headIn(await readItems(database, [headKey]));
