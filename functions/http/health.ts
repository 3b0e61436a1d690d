import { health as route } from '../../shared/contracts/routes/health.ts';
import { readHealth } from '../../shared/operations/health.ts';
import { endpoint } from '../../shared/platform/endpoint.ts';
import { jsonReply } from '../../shared/platform/json-reply.ts';
import { liveServices } from '../../shared/platform/services.ts';

/** Whether the service can serve: its tables answer. */
export const handler = endpoint(route, async () => {
  await readHealth(liveServices());
  return jsonReply({ status: 'ok' });
});
