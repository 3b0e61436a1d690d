import { submitInclusion as route } from '../../../shared/contracts/routes/inclusions.ts';
import { submitInclusion } from '../../../shared/operations/inclusions/submit.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** A bank, the office or the enterprise itself asks for an exceptional inclusion. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  submitInclusion(services, context, { ...body, creditCode: path.creditCode }),
);
