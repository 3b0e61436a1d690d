import { inclusionHistory as route } from '../../../shared/contracts/routes/inclusions.ts';
import { inclusionEvents } from '../../../shared/operations/events/inclusions.ts';
import { readInclusion } from '../../../shared/operations/inclusions/read.ts';
import { historyEndpoint } from '../../../shared/platform/history-endpoint.ts';

/** What happened to a request for inclusion. */
export const handler = historyEndpoint(
  route,
  inclusionEvents,
  ({ inclusionId }) => inclusionId,
  async (services, caller, id) => (await readInclusion(services, caller, id)) !== null,
);
