import type { Language } from '../contracts/language.ts';
import { type FieldError, statusOf } from '../contracts/problem-status.ts';
import type { ProblemTexts } from '../contracts/problem-text.ts';
import { factsView, problemTexts } from '../contracts/problem-texts.ts';
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

/** Where and for whom a problem is told. */
export interface ProblemPlace {
  readonly language: Language;
  /** The path that was asked. */
  readonly instance: string;
  readonly traceId: string;
  /** The words of the areas that may refuse here; the general ones alone by default. */
  readonly problems?: readonly ProblemTexts[] | undefined;
}

const retryAfterSeconds: Readonly<Record<number, string>> = { 429: '1', 503: '1' };

/** A refusal as `application/problem+json`, in the caller's language. */
export function problemReply(
  { code, rule, facts }: Pick<Refusal, 'code' | 'rule' | 'facts'>,
  { language, instance, traceId, problems = [] }: ProblemPlace,
  errors?: readonly FieldError[],
): HttpReply {
  const status = statusOf[code];
  const { title, detail } = problemTexts(problems, language, code, facts);
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
