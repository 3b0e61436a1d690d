import type { IncomingMessage } from 'node:http';
import { fieldMessage } from '../../../shared/contracts/field-messages.ts';
import { languageOf } from '../../../shared/contracts/language.ts';
import { type Facts, refusedBy } from '../../../shared/domain/refusal.ts';
import type { RefusalCode } from '../../../shared/domain/refusal-facts.ts';
import { type FieldError, problemReply } from '../../../shared/platform/problem.ts';
import type { Reply } from './reply.ts';
import { replyOf } from './result.ts';

/** What the gateway itself refuses, before or instead of a function: a problem like all others. */
export function refuse(
  request: IncomingMessage,
  traceId: string,
  code: RefusalCode,
  facts: Facts = {},
  errors?: readonly FieldError[],
): Reply {
  const [instance = ''] = (request.url ?? '').split('?');
  const language = languageOf(request.headers['accept-language']);
  return replyOf(problemReply(refusedBy(null, code, facts), { language, instance, traceId }, errors));
}

/** Refuses a request for the form of one of its parts (400). */
export function refuseForm(request: IncomingMessage, traceId: string, path: string, code: string): Reply {
  const message = fieldMessage(languageOf(request.headers['accept-language']), code, {});
  return refuse(request, traceId, 'validation-failed', {}, [{ path, code, message }]);
}
