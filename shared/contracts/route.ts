import type * as z from 'zod/mini';
import type { RefusalCode } from '../domain/refusal-facts.ts';
import type { Refusals } from './refusals/refusal-entry.ts';
import type { Reply } from './replies.ts';

/** Who may call (api.md, "Who may call"). `public` needs no token. */
export const roles = ['bank', 'enterprise', 'guarantor', 'office', 'member', 'finance', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** Every role: what each sees of it is the operation's business. */
export const everyone: readonly Role[] = roles;

/** The areas of the API, as the OpenAPI document groups its calls. */
export const tags = [
  'Service',
  'List',
  'Enterprises',
  'Applications',
  'Inclusions',
  'Institutions',
  'Agreements',
  'Loans',
  'Meetings',
  'Documents',
  'Fund',
  'Claims',
  'Policies',
  'Statistics',
  'Audit',
  'Persons',
] as const;
export type Tag = (typeof tags)[number];

/**
 * The functions that answer calls (decisions/0001): one for all reads, which may write nothing of the programme, one for
 * the addresses of documents, and one for the commands of each context; applications, which banks wait for, have their own.
 */
export const groups = [
  'reads',
  'documents',
  'list',
  'applications',
  'lending',
  'compensation',
  'conference',
  'fund',
  'policy',
  'audit',
] as const;
export type Group = (typeof groups)[number];

export const methods = ['GET', 'POST'] as const;
export type Method = (typeof methods)[number];

/** Put the content of a document into the object store; look at one that is there; take one away. */
export type DocumentRight = 'upload' | 'read' | 'remove';

/** One row of the route table: all that gateway, runner, OpenAPI document and tests know of a call. */
export interface Route<
  Path extends z.ZodMiniType = z.ZodMiniType,
  Query extends z.ZodMiniType = z.ZodMiniType,
  Body extends z.ZodMiniType = z.ZodMiniType,
> {
  /** Names the call in the OpenAPI document, e.g. `submitApplication`. */
  readonly operationId: string;
  readonly method: Method;
  /** With `{name}` parameters as API Gateway and OpenAPI write them. */
  readonly path: string;
  /** The module in `functions/` whose `handler` answers, from the root of the project. Its group's function loads it. */
  readonly handler: string;
  readonly roles: readonly Role[] | 'public';
  readonly tag: Tag;
  /** The function that answers it; by default the one for reads or, for a command, that of its tag (groups.ts). */
  readonly group?: Group;
  readonly summary: string;
  readonly pathParameters?: Path;
  readonly query?: Query;
  /**
   * Filters of the query that ask for what not every role of the call sees, each with the roles that do: others are told
   * 400 (api.md: "a filter may only ask for what the caller may see"). A filter that is not named here is for all of them.
   */
  readonly filterRoles?: Readonly<Record<string, readonly Role[]>>;
  readonly body?: Body;
  /** Bytes of body that are taken; more is 413. */
  readonly bodyBytesMax?: number;
  /** Statuses of what comes back when all is well, and what it is. */
  readonly replies: Readonly<Record<number, Reply>>;
  /** Whether what is asked for may not be there, though no path parameter names it. */
  readonly mayBeMissing?: boolean;
  /** What it may do with the contents of documents; nothing by default. */
  readonly documentRights?: readonly DocumentRight[];
  /** What it may refuse beside what any call of its kind may: a test holds it against what its function can say. */
  readonly refuses?: readonly RefusalCode[];
  /** The areas whose refusals it may answer; the general ones alone by default. */
  readonly problems?: readonly Refusals[];
  /**
   * What the access log keeps of an answer: the reading of a document whose content it lets fetch, or data that leaves. A
   * reply that is no JSON is an export without being named here.
   */
  readonly accessKind?: 'download' | 'export';
  /** Media types of the reply in place of JSON, for a document that is no data. */
  readonly producesOnly?: readonly string[];
  /** Media types of the reply beside JSON. */
  readonly alsoProduces?: readonly string[];
}

/** A row with its method, path and replies as they are written, so that a client of the table is typed by it. */
export type PreciseRoute<
  Path extends z.ZodMiniType,
  Query extends z.ZodMiniType,
  Body extends z.ZodMiniType,
  HttpMethod extends Method,
  Address extends string,
  Replies extends Readonly<Record<number, Reply>>,
> = Omit<Route<Path, Query, Body>, 'method' | 'path' | 'replies'> & {
  readonly method: HttpMethod;
  readonly path: Address;
  readonly replies: Replies;
};

/** Keeps the precise types of a row, so that its handler's request and the page's call are typed by it. */
export const route = <
  Path extends z.ZodMiniType,
  Query extends z.ZodMiniType,
  Body extends z.ZodMiniType,
  const HttpMethod extends Method,
  const Address extends string,
  const Replies extends Readonly<Record<number, Reply>>,
>(
  row: PreciseRoute<Path, Query, Body, HttpMethod, Address, Replies>,
): PreciseRoute<Path, Query, Body, HttpMethod, Address, Replies> => row;
