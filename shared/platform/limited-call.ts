import type * as z from 'zod/mini';
import type { Route } from '../contracts/route.ts';
import type { LimitName } from '../domain/client-rate.ts';
import { refusedBy } from '../domain/refusal.ts';
import { ClientLimiter, type Taken } from '../operations/client-limiter.ts';
import type { Services } from '../operations/services.ts';
import { clientLimitsIn } from './config.ts';
import type { EndpointResult } from './endpoint.ts';
import { type GatewayRequest, personOf } from './gateway-request.ts';
import type { HttpReply } from './problem.ts';

let limiter: ClientLimiter | null | undefined;

/** What a call was given of its client's limit; null if the city has no limits, or if nobody is signed in. */
export async function takenFor(services: Services, route: Route, call: GatewayRequest): Promise<Taken | null> {
  limiter ??= limiterIn(process.env);
  if (limiter === null) return null;
  const person = personOf(call);
  return person && limiter.take(services, `${person.org}#${person.sub}`, limitOf(route));
}

function limiterIn(environment: NodeJS.ProcessEnv): ClientLimiter | null {
  const limits = clientLimitsIn(environment);
  return limits && new ClientLimiter(limits);
}

const limitOf = ({ query }: Route): LimitName =>
  query && 'cursor' in (query as z.ZodMiniObject).shape ? 'lists' : 'calls';

/** The refusal of a call that is one too many. */
export const tooMany = ({ inSeconds }: Taken): EndpointResult =>
  refusedBy(null, 'too-many-requests', { retryAfterSeconds: inSeconds });

/** An answer that tells its caller what is left (the IETF's RateLimit headers). */
export function withLimit(reply: HttpReply, taken: Taken | null): HttpReply {
  if (!taken || !limiter) return reply;
  const { limit, left, inSeconds } = taken;
  const { perMinute } = limiter.limits[limit];
  const headers = {
    'ratelimit-policy': `"${limit}";q=${perMinute};w=60`,
    ratelimit: `"${limit}";r=${left};t=${inSeconds}`,
  };
  return { ...reply, headers: { ...reply.headers, ...headers } };
}
