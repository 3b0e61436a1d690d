import { institutionHistory as route } from '../../../shared/contracts/routes/institutions.ts';
import { isThere } from '../../../shared/operations/institutions/read.ts';
import { seesReasons } from '../../../shared/operations/institutions/view.ts';
import { historyEndpoint } from '../../../shared/platform/history-endpoint.ts';

/**
 * What happened to an institution. An event is shown whole or not at all, so that its hash can be checked: those who may
 * not see reasons see that it applied.
 */
export const handler = historyEndpoint(
  route,
  'institutions',
  ({ institutionId }) => institutionId,
  (services, _caller, id) => isThere(services, id),
  (event, caller, id) => event.type === 'institution-applied' || seesReasons(caller, id),
);
