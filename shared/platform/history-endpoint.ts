import type * as z from 'zod/mini';
import type { Route } from '../contracts/route.ts';
import type { ResourceKind } from '../domain/event.ts';
import type { Caller } from '../operations/caller.ts';
import { listHistory } from '../operations/history.ts';
import type { Services } from '../operations/services.ts';
import type { TrailEvent } from '../store/trail.ts';
import { listEndpoint } from './query-endpoint.ts';

/** Makes the handler of a `/history`: `idOf` names the resource, `mayRead` tells whether it is the caller's to see. */
export const historyEndpoint = <
  Path extends z.ZodMiniType,
  Query extends z.ZodMiniType<{ limit: number; cursor?: string | undefined }>,
  Body extends z.ZodMiniType,
>(
  route: Route<Path, Query, Body>,
  kind: ResourceKind,
  idOf: (path: z.output<Path>) => string,
  mayRead: (services: Services, caller: Caller, id: string) => Promise<boolean>,
  shown: (event: TrailEvent, caller: Caller, id: string) => boolean = () => true,
) =>
  listEndpoint(
    route,
    async (services, { path, caller }, page) => {
      const id = idOf(path);
      if (!(await mayRead(services, caller, id))) return null;
      return listHistory(services, kind, id, page, (event) => shown(event, caller, id));
    },
    (event) => event,
  );
