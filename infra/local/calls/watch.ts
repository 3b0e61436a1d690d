import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { type CallInput, type Need, needsOfCall } from './needs.ts';

/** Whose calls are watched, and what is to be said of them. */
export interface Watch {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Told what a call needs, before it is sent. Where it answers a reason, the call fails with it in place of being sent. */
  readonly onCall: (needs: readonly Need[]) => string | null;
}

/** As DynamoDB and SQS name it when a role does not allow a call. */
class AccessDenied extends Error {
  override readonly name = 'AccessDeniedException';
}

const current = new AsyncLocalStorage<Watch>();
let subscribed = false;

/**
 * Runs a function and watches the calls that it makes to DynamoDB and SQS, on the wire and not in the code, so that what
 * is deployed needs no hook. Several may run at once in one process.
 */
export function watching<Result>(watch: Watch, run: () => Result): Result {
  if (!subscribed)
    subscribe('http.client.request.created', (message) => observe(message as { request: ClientRequest }));
  subscribed = true;
  return current.run(watch, run);
}

function observe({ request }: { readonly request: ClientRequest }): void {
  const watch = current.getStore();
  const target = request.getHeader('x-amz-target');
  if (!watch || typeof target !== 'string') return;
  const end = request.end.bind(request) as (body?: string | Uint8Array) => ClientRequest;
  request.end = (body?: unknown) => {
    const text = body instanceof Uint8Array ? Buffer.from(body).toString('utf8') : String(body ?? '');
    const refused = watch.onCall(needsOfCall(target, JSON.parse(text || '{}') as CallInput, watch.environment));
    if (refused === null) return end(body as string | Uint8Array);
    return request.destroy(new AccessDenied(refused));
  };
}
