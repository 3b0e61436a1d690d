import { getSettlementLine as route } from '../../../shared/contracts/routes/fund.ts';
import { lineView } from '../../../shared/operations/fund/view.ts';
import { readSettlementLine } from '../../../shared/operations/settlement/read-line.ts';
import { jsonReply } from '../../../shared/platform/json-reply.ts';
import { queryEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Shows which approved claims wait for their settlement, in the order of their turns, and what holds each up. */
export const handler = queryEndpoint(route, async (services) =>
  jsonReply(lineView(await readSettlementLine(services))),
);
