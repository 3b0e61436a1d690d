import type * as z from 'zod/mini';
import type { Problem as ProblemSchema } from '../../../shared/contracts/problem.ts';

/** What went wrong, as the API says it; `unreachable` is the page's own word for no answer at all. */
export type Problem = Omit<z.infer<typeof ProblemSchema>, 'code' | 'type' | 'instance'> & { readonly code: string };

/** A refusal is a value: whoever asks must look. */
export type Outcome<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** The problem of an answer; one that is no problem document (a proxy's page, say) is told by its status. */
export async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type') ?? '';
  if (/\bjson\b/.test(type)) {
    const body = (await response.json()) as Partial<Problem> & { readonly message?: string };
    if (body.code !== undefined && body.detail !== undefined) return body as Problem;
    if (body.message !== undefined) return plainProblem(response.status, body.message);
  }
  return plainProblem(response.status, response.statusText || `HTTP ${response.status}`);
}

/** A problem of which only a status and a sentence are known. */
export const plainProblem = (status: number, detail: string, code = `http-${status}`): Problem => ({
  title: detail,
  status,
  detail,
  code,
  traceId: '',
});
