import type * as z from 'zod';
import { fieldMessage } from '../contracts/field-messages.ts';
import type { Language } from '../contracts/language.ts';
import type { FieldError } from '../contracts/problem.ts';
import type { Route } from '../contracts/route.ts';
import { type Refusal, type RefusalCode, refusedBy } from '../domain/refusal.ts';
import { bodyOf, type GatewayEvent, languageIn } from './gateway-event.ts';

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

const bodyBytesMaxUnlessTold = 1024 * 1024;

/** The first of all checks: size (413) and media type (415). */
export function checkSizeAndType(event: GatewayEvent, { bodyBytesMax = bodyBytesMaxUnlessTold }: Route): void {
  const body = bodyOf(event);
  if (body === null) return;
  const bytes = Buffer.byteLength(body, 'utf8');
  if (bytes > bodyBytesMax) throw new InvalidRequest('too-large', undefined, { bytes, bytesMax: bodyBytesMax });
  const contentType = event.headers['content-type'] ?? '';
  if (/^application\/json\s*(;|$)/i.test(contentType)) return;
  throw new InvalidRequest('unsupported-media-type', undefined, { given: contentType.slice(0, 100) });
}

/** Judges a part of the request by its schema, or says every fault of it at once. */
export function parsed<Schema extends z.ZodType>(
  schema: Schema | undefined,
  value: unknown,
  event: GatewayEvent,
): z.output<Schema> {
  if (!schema) return {} as z.output<Schema>;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const language = languageIn(event);
  throw new InvalidRequest(
    'validation-failed',
    result.error.issues.map((issue) => fieldError(issue, language)),
  );
}

/** The body as JSON; one that was not given is an empty object. */
export function jsonBodyOf(event: GatewayEvent): unknown {
  const body = bodyOf(event);
  if (body === null) return {};
  try {
    return JSON.parse(body);
  } catch {
    const message = fieldMessage(languageIn(event), 'json-invalid', {});
    throw new InvalidRequest('validation-failed', [{ path: '', code: 'json-invalid', message }]);
  }
}

/** One error of the form, for a header. */
export function headerError(event: GatewayEvent, header: string, code: string): InvalidRequest {
  const message = fieldMessage(languageIn(event), code, {});
  return new InvalidRequest('validation-failed', [{ path: `header.${header}`, code, message }]);
}

function fieldError(issue: z.core.$ZodIssue, language: Language): FieldError {
  // A refinement of ours carries its code as its message; what zod finds itself has zod's code.
  const code = issue.code === 'custom' ? issue.message : issue.code.replaceAll('_', '-');
  const path = issue.path.map(String).join('.');
  return { path, code, message: fieldMessage(language, code, issue as unknown as Readonly<Record<string, unknown>>) };
}
