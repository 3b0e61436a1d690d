import { verifyHistory as route } from '../../../shared/contracts/routes/audit.ts';
import { normaliseCreditCode } from '../../../shared/domain/credit-code.ts';
import { refusedBy } from '../../../shared/domain/refusal.ts';
import { verifiers } from '../../../shared/operations/audit/kinds.ts';
import { verifyKind } from '../../../shared/operations/audit/verify-kind.ts';
import { type CursorScope, decodeCursor, encodeCursor } from '../../../shared/platform/cursor.ts';
import { jsonReply } from '../../../shared/platform/json-reply.ts';
import { queryEndpoint } from '../../../shared/platform/query-endpoint.ts';
import { InvalidRequest } from '../../../shared/platform/request-form.ts';

/** Checks one resource's history, or page by page those of a whole kind, against themselves and what is stored. */
export const handler = queryEndpoint(route, async (services, { query, caller }) => {
  const { kind, id, cursor } = query;
  if (id !== undefined) {
    if (cursor !== undefined) throw new InvalidRequest('cursor-invalid');
    const found = await verifiers[kind].verify(services, kind === 'enterprises' ? normaliseCreditCode(id) : id);
    return found ? jsonReply(found) : refusedBy(null, 'not-found');
  }
  const { sub, org, role } = caller;
  const scope: CursorScope = { operationId: route.operationId, sub, org, role, path: {}, filter: { kind } };
  const after = cursor === undefined ? undefined : await decodeCursor(services, scope, cursor);
  if (after === null) throw new InvalidRequest('cursor-invalid');
  const { next, ...found } = await verifyKind(services, kind, after);
  return jsonReply({ ...found, nextCursor: next ? await encodeCursor(services, scope, next) : null });
});
