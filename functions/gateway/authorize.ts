import { tokenAuthorizer } from '../../shared/platform/authorizer.ts';

/** Checks the token of a call where the gateway is a REST API (decisions/0018). */
export const handler = tokenAuthorizer();
