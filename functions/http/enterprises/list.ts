import { listEnterprises as route } from '../../../shared/contracts/routes/enterprises.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { listEnterprises } from '../../../shared/operations/enterprises/list-enterprises.ts';
import { enterpriseView } from '../../../shared/operations/enterprises/view.ts';
import { listEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Lists or searches enterprises. */
export const handler = listEndpoint(
  route,
  async (services, { query, caller, at }, page) => {
    const { items, next } = await listEnterprises(services, query, dayAt(at), page);
    return { items: items.map((entry) => enterpriseView(entry, caller, dayAt(at))), next };
  },
  (view) => view,
);
