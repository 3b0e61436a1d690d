import type * as z from 'zod/mini';
import { fieldMessage } from '../contracts/field-messages.ts';
import type { Language } from '../contracts/language.ts';
import type { Role, Route } from '../contracts/route.ts';
import { type Refusal, refusedBy } from '../domain/refusal.ts';
import type { RefusalCode } from '../domain/refusal-facts.ts';
import { type GatewayRequest, languageIn } from './gateway-request.ts';
import { faultOfJson } from './json-form.ts';
import { membersIn, repeatedMemberIn } from './json-members.ts';
import type { FieldError } from './problem.ts';

/** Thrown where a request's form is wrong; the endpoint's chain makes the problem of it. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';
  readonly refusal: Refusal;
  readonly errors: readonly FieldError[] | undefined;
  constructor(code: RefusalCode, errors?: readonly FieldError[], facts: Refusal['facts'] = {}) {
    super(code);
    this.refusal = refusedBy(null, code, facts);
    this.errors = errors;
  }
}

const bodyBytesMaxByDefault = 1024 * 1024;

/** Faults of the form that one answer lists, at most. */
const errorsMax = 100;

/** A member's name may be as long as the body: so much of it says which it is. */
const pathCharactersMax = 200;

/** The first of all checks: size (413) and media type (415). */
export function checkSizeAndType(
  request: GatewayRequest,
  body: Buffer | null,
  { bodyBytesMax = bodyBytesMaxByDefault }: Route,
): void {
  if (body === null) return;
  const bytes = body.length;
  if (bytes > bodyBytesMax) throw new InvalidRequest('too-large', undefined, { bytes, bytesMax: bodyBytesMax });
  const contentType = request.headers['content-type'] ?? '';
  if (/^application\/json\s*(;|$)/i.test(contentType)) return;
  throw new InvalidRequest('unsupported-media-type', undefined, { given: contentType.slice(0, 100) });
}

/** Judges a part of the request by its schema, or says every fault of it at once. */
export function parsed<Schema extends z.ZodMiniType>(
  schema: Schema | undefined,
  value: unknown,
  request: GatewayRequest,
): z.output<Schema> {
  if (!schema) return {} as z.output<Schema>;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const language = languageIn(request);
  const errors = result.error.issues.flatMap((issue) => fieldErrors(issue, language));
  throw new InvalidRequest('validation-failed', errors.slice(0, errorsMax));
}

/** The body as JSON; one that was not given is an empty object. */
export function jsonBodyOf(request: GatewayRequest, body: Buffer | null): unknown {
  if (body === null) return {};
  const read = readJson(body);
  const code = read === null ? 'json-invalid' : faultOfJson(read.json, membersIn(body));
  if (read !== null && code === null) return read.json;
  const path = code === 'member-repeated' ? repeatedMemberIn(body.toString('utf8'))?.slice(0, pathCharactersMax) : '';
  throw new InvalidRequest('validation-failed', [
    { path: path ?? '', code: code ?? '', message: fieldMessage(languageIn(request), code ?? '', {}) },
  ]);
}

/** null where the bytes are not UTF-8 or the text is not JSON. */
function readJson(body: Buffer): { readonly json: unknown } | null {
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

/** Refuses every filter that was given and asks for what the caller's role does not see. */
export function checkFilters({ filterRoles = {} }: Route, query: object, role: Role, request: GatewayRequest): void {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const errors = given.flatMap(([path]) => {
    const allowed = filterRoles[path];
    if (!allowed || allowed.includes(role)) return [];
    return [{ path, code: 'filter-not-visible', message: fieldMessage(languageIn(request), 'filter-not-visible', {}) }];
  });
  if (errors.length > 0) throw new InvalidRequest('validation-failed', errors);
}

/** One error of the form, for a header. */
export function headerError(request: GatewayRequest, header: string, code: string): InvalidRequest {
  const message = fieldMessage(languageIn(request), code, {});
  return new InvalidRequest('validation-failed', [{ path: `header.${header}`, code, message }]);
}

function fieldErrors(issue: z.core.$ZodIssue, language: Language): readonly FieldError[] {
  // A refinement of ours carries its code as its message; what zod finds itself has zod's code.
  const code = issue.code === 'custom' ? issue.message : issue.code.replaceAll('_', '-');
  const message = fieldMessage(language, code, issue as unknown as Readonly<Record<string, unknown>>);
  // Each unknown field is a fault of its own, at its own path.
  const ends = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, errorsMax).map((key) => [key]) : [[]];
  return ends.map((end) => ({ path: [...issue.path, ...end].map(String).join('.'), code, message }));
}
