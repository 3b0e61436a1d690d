import type * as z from 'zod/mini';
import type { ReplyName, replySchemas } from '../../../shared/contracts/replies.ts';
import type { Route } from '../../../shared/contracts/route.ts';
import type { KnownRoute } from '../../../shared/contracts/routes.ts';

/**
 * What the page may ask and what comes back, as types of the route table, from which the OpenAPI document is made too.
 * Types alone: neither the table nor a schema is loaded by a browser.
 */

type RowOf<HttpMethod extends 'GET' | 'POST', Path extends string> = Extract<
  KnownRoute,
  { readonly method: HttpMethod; readonly path: Path }
>;

export type GetPath = Extract<KnownRoute, { readonly method: 'GET' }>['path'];
export type PostPath = Extract<KnownRoute, { readonly method: 'POST' }>['path'];

/** What a reply of that name holds. */
export type Shape<Name extends ReplyName> = z.infer<(typeof replySchemas)[Name]>;

/** A page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

type Told<Reply> = Reply extends ReplyName
  ? Shape<Reply>
  : Reply extends { readonly pageOf: infer Name extends ReplyName }
    ? Page<Shape<Name>>
    : never;

type RepliesOf<Row> = Row extends { readonly replies: infer Replies } ? Replies[keyof Replies] : never;

export type GetReply<Path extends GetPath> = Told<RepliesOf<RowOf<'GET', Path>>>;
export type PostReply<Path extends PostPath> = Told<RepliesOf<RowOf<'POST', Path>>>;

/** The paths whose answer is a page of a list. */
export type ListPath = {
  [Path in GetPath]: GetReply<Path> extends Page<unknown> ? Path : never;
}[GetPath];
export type ItemOf<Path extends ListPath> = GetReply<Path> extends Page<infer Item> ? Item : never;

type Parts<Row> = Row extends Route<z.ZodMiniType, infer Query, infer Body> ? { query: Query; body: Body } : never;

export type QueryOf<Path extends GetPath> = Partial<z.output<Parts<RowOf<'GET', Path>>['query']>>;
export type BodyOf<Path extends PostPath> = z.input<Parts<RowOf<'POST', Path>>['body']>;

/** The `{names}` of a path. */
export type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
export type ParamsOf<Path extends string> = Readonly<Record<Names<Path>, string>>;
