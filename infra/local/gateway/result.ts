import type { Reply } from './reply.ts';

/** What a function may answer with: the structured result, or any value, which is then the JSON body of a 200. */
interface StructuredResult {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/** The most that a function may answer: Lambda's own limit. */
const resultBytesMax = 6 * 1024 * 1024;

/**
 * Turns a function's result into an answer as the gateway does.
 *
 * @throws Error when the result is larger than Lambda lets through.
 */
export function replyOf(result: unknown): Reply {
  if (!isStructured(result)) {
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(result ?? null) };
  }
  const { statusCode, headers = {}, cookies, body = '', isBase64Encoded } = result;
  if (Buffer.byteLength(body) > resultBytesMax)
    throw new Error(`The function answered more than ${resultBytesMax} bytes`);
  const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return {
    status: statusCode,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...Object.fromEntries(entries) },
    body: isBase64Encoded ? Buffer.from(body, 'base64') : body,
    ...(cookies && { cookies }),
  };
}

const isStructured = (result: unknown): result is StructuredResult =>
  typeof result === 'object' && result !== null && 'statusCode' in result && typeof result.statusCode === 'number';
