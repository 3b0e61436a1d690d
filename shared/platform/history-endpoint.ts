import type * as z from 'zod/mini';
import type { Route } from '../contracts/route.ts';
import type { Caller } from '../operations/caller.ts';
import type { KindView } from '../operations/events/event-view.ts';
import { listHistory } from '../operations/history.ts';
import type { Services } from '../operations/services.ts';
import { listEndpoint } from './query-endpoint.ts';

/**
 * Makes the handler of a `/history`: `view` says who sees which event and what of it, `idOf` names the resource,
 * `mayRead` tells whether it is the caller's to see.
 */
export const historyEndpoint = <
  Path extends z.ZodMiniType,
  Query extends z.ZodMiniType<{ limit: number; cursor?: string | undefined }>,
  Body extends z.ZodMiniType,
>(
  route: Route<Path, Query, Body>,
  view: KindView,
  idOf: (path: z.output<Path>) => string,
  mayRead: (services: Services, caller: Caller, id: string) => Promise<boolean>,
) =>
  listEndpoint(
    route,
    async (services, { path, caller }, page) => {
      const id = idOf(path);
      if (!(await mayRead(services, caller, id))) return null;
      return listHistory(services, view, id, page, caller);
    },
    (event) => event,
  );
