import { listAgreements as route } from '../../../shared/contracts/routes/agreements.ts';
import { listAgreements } from '../../../shared/operations/agreements/list.ts';
import { agreementView } from '../../../shared/operations/agreements/view.ts';
import { listEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Lists agreements, newest first. */
export const handler = listEndpoint(
  route,
  (services, { caller }, page) => listAgreements(services, caller, page),
  agreementView,
);
