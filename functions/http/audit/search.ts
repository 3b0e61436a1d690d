import { fieldMessage } from '../../../shared/contracts/field-messages.ts';
import { searchTrail as route } from '../../../shared/contracts/routes/audit.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { rangeOf, searchTrail } from '../../../shared/operations/audit/search-trail.ts';
import { listEndpoint } from '../../../shared/platform/query-endpoint.ts';
import { InvalidRequest } from '../../../shared/platform/request-form.ts';

/** Lists events of all resources by day, person and type, newest first. */
export const handler = listEndpoint(
  route,
  (services, { query, at, language, caller }, page) => {
    const range = rangeOf(query, dayAt(at));
    if ('from' in range) return searchTrail(services, query, range, page, caller);
    const message = fieldMessage(language, range.code, range.figures);
    throw new InvalidRequest('validation-failed', [{ path: 'to', code: range.code, message }]);
  },
  (event) => event,
);
