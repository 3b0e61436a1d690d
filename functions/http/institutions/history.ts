import { institutionHistory as route } from '../../../shared/contracts/routes/institutions.ts';
import { institutionEvents } from '../../../shared/operations/events/institutions.ts';
import { isThere } from '../../../shared/operations/institutions/read.ts';
import { historyEndpoint } from '../../../shared/platform/history-endpoint.ts';

/** What happened to an institution. */
export const handler = historyEndpoint(
  route,
  institutionEvents,
  ({ institutionId }) => institutionId,
  (services, _caller, id) => isThere(services, id),
);
