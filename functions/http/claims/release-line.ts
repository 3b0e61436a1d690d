import { releaseLine as route } from '../../../shared/contracts/routes/claims.ts';
import { releaseLine } from '../../../shared/operations/settlement/release-line.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The office lets a claim that holds its line be tried again. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  releaseLine(services, context, path.claimId, body.reason),
);
