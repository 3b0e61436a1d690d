import type * as z from 'zod/mini';
import type { Language } from '../contracts/language.ts';
import type { Route } from '../contracts/route.ts';
import { refusedBy } from '../domain/refusal.ts';
import type { Caller } from '../operations/caller.ts';
import { commandDeadline, servicesUntil } from '../operations/deadline.ts';
import type { ListPage, PageRequest } from '../operations/listing.ts';
import type { Services } from '../operations/services.ts';
import { type CursorScope, decodeCursor, encodeCursor } from './cursor.ts';
import { type EndpointResult, endpoint } from './endpoint.ts';
import { callerOf, languageIn } from './gateway-request.ts';
import { jsonReply } from './json-reply.ts';
import { recordedCall } from './recorded-call.ts';
import { checkFilters, InvalidRequest, parsed } from './request-form.ts';
import { liveServices } from './services.ts';

/** A read as an operation gets it. */
export interface QueryRequest<Path, Query> {
  readonly path: Path;
  readonly query: Query;
  readonly caller: Caller;
  /** The reading's one instant. */
  readonly at: string;
  readonly language: Language;
  /** The `Accept` header, for what has more than one form. */
  readonly accept: string;
}

/** Makes the handler of a GET whose action answers the whole reply or a refusal. */
export const queryEndpoint = <Path extends z.ZodMiniType, Query extends z.ZodMiniType, Body extends z.ZodMiniType>(
  route: Route<Path, Query, Body>,
  act: (services: Services, request: QueryRequest<z.output<Path>, z.output<Query>>) => Promise<EndpointResult>,
) =>
  endpoint(route, (call, answered) => {
    const live = liveServices();
    return recordedCall(live, route, call, async (): Promise<EndpointResult> => {
      const allowed = route.roles === 'public' ? [] : route.roles;
      const caller = callerOf(call, allowed);
      if (caller === null) return refusedBy(null, 'unauthenticated');
      if (caller === 'forbidden') return refusedBy(null, 'forbidden', { allowed: allowed.join(', ') });
      const path = parsed(route.pathParameters, call.pathParameters, call);
      const query = parsed(route.query, call.query, call);
      checkFilters(route, query as object, caller.role, call);
      const accept = call.headers.accept ?? '';
      const at = live.now();
      // A reading may note that it was made: no later than it is answered.
      const services = servicesUntil(live, commandDeadline(live, at, answered));
      return act(services, { path, query, caller, at, language: languageIn(call), accept });
    });
  });

/** A resource as an answer; null is 404, whether it is not there or not the caller's to see. */
export const resourceReply = (view: { readonly version: number } | null): EndpointResult =>
  view ? jsonReply(view, { etag: `"${view.version}"` }) : refusedBy(null, 'not-found');

/** How a list is read, and how an entry of it looks to its caller. */
export interface ListAction<Path extends z.ZodMiniType, Query extends z.ZodMiniType, Entry> {
  readonly list: (
    services: Services,
    request: QueryRequest<z.output<Path>, z.output<Query>>,
    page: PageRequest,
  ) => Promise<ListPage<Entry> | null>;
  readonly view: (entry: Entry, request: QueryRequest<z.output<Path>, z.output<Query>>) => object;
}

/** Makes the handler of a list: bound cursors in and out, and each entry in the form that its caller may see. */
export const listEndpoint = <
  Path extends z.ZodMiniType,
  Query extends z.ZodMiniType<{ limit: number; cursor?: string | undefined }>,
  Body extends z.ZodMiniType,
  Entry,
>(
  route: Route<Path, Query, Body>,
  list: ListAction<Path, Query, Entry>['list'],
  view: ListAction<Path, Query, Entry>['view'],
) => queryEndpoint(route, (services, request) => listReply(services, route, request, { list, view }));

/** One page of a list as an answer; null from the action is 404. */
export async function listReply<
  Path extends z.ZodMiniType,
  Query extends z.ZodMiniType<{ limit: number; cursor?: string | undefined }>,
  Body extends z.ZodMiniType,
  Entry,
>(
  services: Services,
  route: Route<Path, Query, Body>,
  request: QueryRequest<z.output<Path>, z.output<Query>>,
  { list, view }: ListAction<Path, Query, Entry>,
): Promise<EndpointResult> {
  const { page: asked, cursorOf } = await pageAsked(services, route, request);
  const page = await list(services, request, asked);
  if (!page) return refusedBy(null, 'not-found');
  const nextCursor = await cursorOf(page.next);
  return jsonReply({ items: page.items.map((entry) => view(entry, request)), nextCursor });
}

/** The page that a request asks for, and how the place after it becomes a cursor that only this query takes. */
export async function pageAsked<Path, Query extends { limit: number; cursor?: string | undefined }>(
  services: Services,
  { operationId }: Pick<Route, 'operationId'>,
  { query, path, caller }: QueryRequest<Path, Query>,
) {
  const { limit, cursor, ...filter } = query;
  const { sub, org, role } = caller;
  const scope: CursorScope = { operationId, sub, org, role, path: path as object, filter };
  const after = cursor === undefined ? undefined : await decodeCursor(services, scope, cursor);
  if (after === null) throw new InvalidRequest('cursor-invalid');
  const page: PageRequest = { limit, after };
  const cursorOf = async (next: ListPage<unknown>['next']): Promise<string | null> =>
    next ? encodeCursor(services, scope, next) : null;
  return { page, cursorOf };
}
