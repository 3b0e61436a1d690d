import { getEligibility as route } from '../../../shared/contracts/routes/enterprises.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { askEligibility } from '../../../shared/operations/enterprises/ask-eligibility.ts';
import { jsonReply } from '../../../shared/platform/json-reply.ts';
import { queryEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Tells whether an enterprise may apply, rule by rule. */
export const handler = queryEndpoint(route, async (services, { path, query, caller, at }) => {
  const { on = dayAt(at), amountFen = null } = query;
  const outcome = await askEligibility(services, caller, { creditCode: path.creditCode, on, amountFen }, at);
  return outcome.kind === 'refused' ? outcome : jsonReply(outcome.answer);
});
