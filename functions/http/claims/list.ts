import { listClaims as route } from '../../../shared/contracts/routes/claims.ts';
import { listClaims } from '../../../shared/operations/claims/list.ts';
import { claimView } from '../../../shared/operations/claims/view.ts';
import { listEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Lists claims. */
export const handler = listEndpoint(
  route,
  (services, { caller, query }, page) => listClaims(services, caller, query, page),
  (stored, { caller }) => claimView(stored, caller),
);
