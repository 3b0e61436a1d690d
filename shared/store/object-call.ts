import { Unavailable, waitBeforeRetry } from './retry.ts';
import { type Objects, type SignedCall, signedAddress } from './signed-address.ts';

/** How long the address of one of the system's own calls works. */
export const ownSeconds = 60;

const attemptsMax = 4;
const patienceMs = 3_000;

/**
 * Calls the object store. A call that a retry may help is tried again: looking has no effect, and who puts says by `if-none-match`
 * that nothing is ever put twice.
 *
 * @throws Unavailable when it does not answer.
 */
export async function ask(objects: Objects, call: SignedCall, content?: Uint8Array<ArrayBuffer>): Promise<Response> {
  const { method, headers = {} } = call;
  const url = await signedAddress(objects, call);
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const answer = await answerOrNull(url, { method, headers, ...(content && { body: content }) });
    if (answer && !mayBeMended(answer.status)) return answer;
    await answer?.body?.cancel();
    await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`the object store did not answer in ${attemptsMax} attempts`);
}

/** 409: somebody else was just putting the same object. */
const mayBeMended = (status: number): boolean => status >= 500 || status === 429 || status === 409;

/** null where no answer came: the connection failed, or time ran out. */
async function answerOrNull(url: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(patienceMs) });
  } catch (error) {
    if (error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError')) return null;
    throw error;
  }
}
