import { draftPolicy as route } from '../../../shared/contracts/routes/policies.ts';
import { draftPolicy } from '../../../shared/operations/policies/draft.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** An official drafts a policy version. */
export const handler = commandEndpoint(route, (services, context, { body }) => draftPolicy(services, context, body));
