import document from '../../shared/contracts/openapi.json' with { type: 'json' };
import { openApi as route } from '../../shared/contracts/routes/health.ts';
import { endpoint } from '../../shared/platform/endpoint.ts';
import { jsonReply } from '../../shared/platform/json-reply.ts';

/** The OpenAPI document, as generated from the route table. */
export const handler = endpoint(route, async () => jsonReply(document));
