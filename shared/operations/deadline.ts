import type { Deadline } from '../store/database.ts';
import type { Services } from './services.ts';

/** How long after its instant a command may still begin to write. */
export const commandWritesForMs = 20_000;

/** The services of one call, which write nothing more once its deadline has passed, in whichever operation they are. */
export const servicesUntil = (services: Services, deadline: Deadline): Services => ({
  ...services,
  database: { ...services.database, deadline },
});

/**
 * The deadline of a command judged at an instant: {@link commandWritesForMs} later by the same clock, or when its caller has
 * been answered without it. What was answered 503 therefore never begins to land later (decisions/0046).
 */
export const commandDeadline = ({ now }: Pick<Services, 'now'>, at: string, answered?: AbortSignal): Deadline => ({
  hasPassed: () => answered?.aborted === true || Date.parse(now()) - Date.parse(at) > commandWritesForMs,
});
