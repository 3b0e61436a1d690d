import { fieldMessage } from '../../../shared/contracts/field-messages.ts';
import { listFundEntries as route } from '../../../shared/contracts/routes/fund.ts';
import { listEntries } from '../../../shared/operations/fund/list-entries.ts';
import { entryView } from '../../../shared/operations/fund/view.ts';
import { listEndpoint } from '../../../shared/platform/query-endpoint.ts';
import { InvalidRequest } from '../../../shared/platform/request-form.ts';

/** Lists the ledger's entries, the newest day of booking first. */
export const handler = listEndpoint(
  route,
  (services, { caller, query, language }, page) => {
    const { from, to } = query;
    if (from === undefined || to === undefined || from <= to) return listEntries(services, caller, query, page);
    const message = fieldMessage(language, 'range-backwards', { from });
    throw new InvalidRequest('validation-failed', [{ path: 'to', code: 'range-backwards', message }]);
  },
  entryView,
);
