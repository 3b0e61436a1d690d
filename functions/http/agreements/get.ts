import { getAgreement as route } from '../../../shared/contracts/routes/agreements.ts';
import { readAgreement } from '../../../shared/operations/agreements/read.ts';
import { agreementView } from '../../../shared/operations/agreements/view.ts';
import { queryEndpoint, resourceReply } from '../../../shared/platform/query-endpoint.ts';

/** Shows an agreement to its parties. */
export const handler = queryEndpoint(route, async (services, { path, caller }) => {
  const reading = await readAgreement(services, caller, path.agreementId);
  return resourceReply(reading && agreementView(reading));
});
