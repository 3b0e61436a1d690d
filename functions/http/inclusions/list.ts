import { listInclusions as route } from '../../../shared/contracts/routes/inclusions.ts';
import { listInclusions } from '../../../shared/operations/inclusions/list.ts';
import { inclusionView } from '../../../shared/operations/inclusions/view.ts';
import { listEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Lists requests for inclusion, newest first. */
export const handler = listEndpoint(
  route,
  (services, { caller, query }, page) => listInclusions(services, caller, query, page),
  inclusionView,
);
