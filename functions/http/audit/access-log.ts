import { fieldMessage } from '../../../shared/contracts/field-messages.ts';
import { listAccesses as route } from '../../../shared/contracts/routes/audit.ts';
import { csvOf, csvType } from '../../../shared/documents/csv.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { allAccess, searchAccessLog } from '../../../shared/operations/access-log/search.ts';
import { rangeOf } from '../../../shared/operations/audit/search-trail.ts';
import { fileReply, wants } from '../../../shared/platform/file-reply.ts';
import { listReply, queryEndpoint } from '../../../shared/platform/query-endpoint.ts';
import { InvalidRequest } from '../../../shared/platform/request-form.ts';

const columns = [
  ...(['at', 'kind', 'outcome', 'sub', 'org', 'operationId', 'path'] as const),
  ...(['status', 'code', 'address', 'count', 'traceId'] as const),
];

/** Lists the access log, or answers a sheet of it, which is itself an entry. */
export const handler = queryEndpoint(route, async (services, request) => {
  const { query, at, language, accept } = request;
  const range = rangeOf(query, dayAt(at));
  if ('code' in range) {
    const message = fieldMessage(language, range.code, range.figures);
    throw new InvalidRequest('validation-failed', [{ path: 'to', code: range.code, message }]);
  }
  if (!wants(accept, csvType)) {
    return listReply(services, route, request, {
      list: (_services, _request, page) => searchAccessLog(services, query, range, page),
      view: (entry) => entry,
    });
  }
  const all = await allAccess(services, query, range);
  const rows = all.map((entry) => columns.map((name) => entry[name]));
  return fileReply(`access-log-${range.from}-${range.to}.csv`, csvType, csvOf([columns, ...rows]));
});
