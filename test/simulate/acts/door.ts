import type * as z from 'zod/mini';
import { refusedBy } from '../../../shared/domain/refusal.ts';
import type { Outcome } from '../../../shared/operations/command.ts';

/** Sends a body through the schema of its call, as whatever comes from outside: what is refused there reaches no operation. */
export async function throughDoor<Schema extends z.ZodMiniType>(
  schema: Schema,
  body: unknown,
  send: (body: z.output<Schema>) => Promise<Outcome>,
): Promise<Outcome> {
  const { success, data } = schema.safeParse(body);
  return success ? send(data) : refusedBy(null, 'validation-failed');
}
