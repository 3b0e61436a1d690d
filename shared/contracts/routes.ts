import type { Route } from './route.ts';
import { applicationRoutes } from './routes/applications.ts';
import { healthRoutes } from './routes/health.ts';

/** The route table: gateway, local runner, OpenAPI document and tests read it; nothing repeats it. */
export const routes: readonly Route[] = [...healthRoutes, ...applicationRoutes];
