import { getFund as route } from '../../../shared/contracts/routes/fund.ts';
import { readFund } from '../../../shared/operations/fund/read.ts';
import { fundView } from '../../../shared/operations/fund/view.ts';
import { jsonReply } from '../../../shared/platform/json-reply.ts';
import { queryEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Shows the fund's sums. They are no resource with a history, so no version is answered. */
export const handler = queryEndpoint(route, async (services) => jsonReply(fundView(await readFund(services))));
