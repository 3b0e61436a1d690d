import { decideConsent as route } from '../../../shared/contracts/routes/applications.ts';
import { decideApplicationConsent } from '../../../shared/operations/applications/decide-consent.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The enterprise confirms or refuses an application in its name. */
export const handler = commandEndpoint(route, (services, context, { path, body }) => {
  const { decision, reason } = body;
  const said = decision === 'refuse' ? { decision, reason } : { decision };
  return decideApplicationConsent(services, context, path.applicationId, said);
});
