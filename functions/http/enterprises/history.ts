import { enterpriseHistory as route } from '../../../shared/contracts/routes/enterprises.ts';
import { mayReadHistory } from '../../../shared/operations/enterprises/access.ts';
import { readEnterprises } from '../../../shared/operations/enterprises/read-enterprise.ts';
import { enterpriseEvents } from '../../../shared/operations/events/enterprises.ts';
import { historyEndpoint } from '../../../shared/platform/history-endpoint.ts';

/** What happened to an enterprise's listing. */
export const handler = historyEndpoint(
  route,
  enterpriseEvents,
  ({ creditCode }) => creditCode,
  async (services, caller, id) =>
    (await mayReadHistory(services, caller, id)) && (await readEnterprises(services, [id])).length > 0,
);
