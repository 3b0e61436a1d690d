import { health as route } from '../../shared/contracts/routes/health.ts';
import { readHealth } from '../../shared/operations/health.ts';
import { endpoint } from '../../shared/platform/endpoint.ts';
import { jsonReply } from '../../shared/platform/query-endpoint.ts';

/** Whether the service can serve: its tables answer. */
export const handler = endpoint(route, async (services) => {
  await readHealth(services);
  return jsonReply({ status: 'ok' });
});
