import { getInclusion as route } from '../../../shared/contracts/routes/inclusions.ts';
import { readInclusion } from '../../../shared/operations/inclusions/read.ts';
import { inclusionView } from '../../../shared/operations/inclusions/view.ts';
import { queryEndpoint, resourceReply } from '../../../shared/platform/query-endpoint.ts';

/** Shows a request for inclusion to those whom it concerns. */
export const handler = queryEndpoint(route, async (services, { path, caller }) => {
  const stored = await readInclusion(services, caller, path.inclusionId);
  return resourceReply(stored && inclusionView(stored));
});
