import { getFund as route } from '../../../shared/contracts/routes/fund.ts';
import { fundView } from '../../../shared/operations/fund/view.ts';
import { readSettlementLine } from '../../../shared/operations/settlement/read-line.ts';
import { jsonReply } from '../../../shared/platform/json-reply.ts';
import { queryEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Shows the fund's sums. They are no resource with a history, so no version is answered. */
export const handler = queryEndpoint(route, async (services) =>
  jsonReply(fundView(await readSettlementLine(services))),
);
