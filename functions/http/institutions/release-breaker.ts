import { releaseBreaker as route } from '../../../shared/contracts/routes/institutions.ts';
import { releaseBreaker } from '../../../shared/operations/institutions/release-breaker.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The office lifts an institution's circuit breaker. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  releaseBreaker(services, context, path.institutionId, body),
);
