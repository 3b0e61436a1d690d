import type { Context } from 'aws-lambda';
import type { GatewayEvent } from './gateway-event.ts';
import type { HttpReply } from './problem.ts';

type Handler = (event: GatewayEvent, context: Context) => Promise<HttpReply>;

/** How the code of each call is loaded, by method and path as the route table writes them: `GET /v1/loans/{loanId}`. */
export type Calls = Readonly<Record<string, () => Promise<{ readonly handler: Handler }>>>;

/**
 * Makes the handler of a function that answers several calls. It loads the code of the call that arrived and no other,
 * so that the first call does not wait for what it does not need.
 *
 * @throws Error if the gateway sends a call that is not one of them.
 */
export const groupHandler =
  (calls: Calls): Handler =>
  async (event, context) => {
    const key = 'routeKey' in event ? event.routeKey : `${event.httpMethod} ${event.resource}`;
    const load = calls[key];
    if (!load) throw new Error(`${key} is no call of this function`);
    const { handler } = await load();
    return handler(event, context);
  };
