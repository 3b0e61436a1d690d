import { verifyHistory as route } from '../../../shared/contracts/routes/audit.ts';
import { normaliseCreditCode } from '../../../shared/domain/credit-code.ts';
import { refusedBy } from '../../../shared/domain/refusal.ts';
import { verifiers } from '../../../shared/operations/audit/kinds.ts';
import { jsonReply } from '../../../shared/platform/json-reply.ts';
import { queryEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Checks one resource's history against itself and against what is stored. */
export const handler = queryEndpoint(route, async (services, { query: { kind, id } }) => {
  const found = await verifiers[kind](services, kind === 'enterprises' ? normaliseCreditCode(id) : id);
  return found ? jsonReply(found) : refusedBy(null, 'not-found');
});
