import type { Language } from '../contracts/language.ts';
import type { Refusals } from '../contracts/refusals/refusal-entry.ts';
import { factsView, told } from '../contracts/refusals/told.ts';
import type { Refusal } from '../domain/refusal.ts';
import { tlsOnly } from './page-headers.ts';

/** A reply as API Gateway takes it. */
export interface HttpReply {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether the body is bytes in base64. */
  readonly isBase64Encoded?: boolean;
}

/** One fault of a request's form. */
export interface FieldError {
  /** Dotted, such as `rows.0.name`; `header.If-Match` for a header. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** Where and for whom a problem is told. */
export interface ProblemPlace {
  readonly language: Language;
  /** The path that was asked. */
  readonly instance: string;
  readonly traceId: string;
  /** The areas whose refusals are possible here; the general ones alone by default. */
  readonly problems?: readonly Refusals[] | undefined;
}

const retryAfterSeconds: Readonly<Record<number, string>> = { 429: '1', 503: '1' };

/** A refusal as `application/problem+json`, in the caller's language. */
export function problemReply(
  { code, rule, facts }: Pick<Refusal, 'code' | 'rule' | 'facts'>,
  { language, instance, traceId, problems = [] }: ProblemPlace,
  errors?: readonly FieldError[],
): HttpReply {
  const { status, title, detail } = told(problems, language, code, facts);
  const problem = {
    type: `urn:problem:${code}`,
    title,
    status,
    detail,
    instance,
    code,
    traceId,
    ...(rule !== null && { rule }),
    ...(Object.keys(facts).length > 0 && { facts: factsView(problems, language, facts) }),
    ...(errors && { errors }),
  };
  const retryAfter = facts.retryAfterSeconds ?? retryAfterSeconds[status];
  return {
    statusCode: status,
    headers: {
      ...commonHeaders,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      ...(retryAfter != null && { 'retry-after': String(retryAfter) }),
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    },
    body: JSON.stringify(problem),
  };
}

/** Nothing that is answered is for caches or for guessing browsers, and no browser asks again without TLS. */
export const commonHeaders = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...tlsOnly } as const;
