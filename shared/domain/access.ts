import { addMonths, dayAt, startOf } from './calendar.ts';

/**
 * What the access log (访问日志) keeps: a token's first call as far as this system sees it, a document whose content may be
 * fetched, data that leaves as a file or a run over all of it, and every other call only if it is refused.
 */
export const accessKinds = ['sign-in', 'download', 'export', 'call'] as const;
export type AccessKind = (typeof accessKinds)[number];

export const accessOutcomes = ['allowed', 'refused'] as const;
export type AccessOutcome = (typeof accessOutcomes)[number];

/** One entry of the access log: never a token, a body or a query. */
export interface Access {
  /** An instant; of several calls, when they were written. */
  readonly at: string;
  readonly kind: AccessKind;
  readonly outcome: AccessOutcome;
  /** Of the token; null where none was good. */
  readonly sub: string | null;
  readonly org: string | null;
  /** The call of the route table; null where there is none. */
  readonly operationId: string | null;
  /** As it was asked, without its query, cut to its bound. */
  readonly path: string;
  readonly status: number;
  /** Why it was refused. */
  readonly code: string | null;
  /** From where, as the gateway says. */
  readonly address: string | null;
  /** Of the answer and of the function's log. */
  readonly traceId: string;
  /** How many calls the entry stands for: more than one in a flood of refusals. */
  readonly count: number;
}

export const pathCharactersMax = 200;

/** How long entries are kept by default, and the least that a city may choose: six months (网络安全法 第二十一条). */
export const accessLogMonths = { usual: 12, least: 6 } as const;

/** When an entry of an instant may be deleted: seconds since 1970, at the end of a Shanghai day. */
export const accessKeptUntil = (at: string, months: number): number =>
  Date.parse(startOf(addMonths(dayAt(at), months))) / 1000 + 24 * 60 * 60;

/** Whether an answer is a refusal that the log keeps: of a person (401, 403, four eyes), of what is not theirs (404), of too many calls. */
export const isKeptRefusal = (status: number): boolean => [401, 403, 404, 429].includes(status);
