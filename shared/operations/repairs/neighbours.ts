import type { ResourceKind } from '../../domain/event.ts';
import type { Database, Item } from '../../store/database.ts';
import { readItems } from '../../store/read.ts';
import { eventKey } from '../../store/trail.ts';

/** By which fields of a state other resources are named that commands write together with it. */
const named = {
  applicationId: 'applications',
  loanId: 'loans',
  claimId: 'claims',
  meetingId: 'meetings',
} as const satisfies Readonly<Record<string, ResourceKind>>;

/**
 * Sentences about the resources that a state names and that have no history: a command that wrote both was torn inside the
 * trail, and one half of it is gone. No repair makes up the other half.
 */
export async function neighboursOf(database: Database, item: Item | undefined): Promise<readonly string[]> {
  const data = (item?.data ?? {}) as Readonly<Record<string, unknown>>;
  const others = Object.entries(named).flatMap(([field, kind]) => {
    const id = data[field];
    return typeof id === 'string' ? [{ kind, id }] : [];
  });
  const found = await readItems(
    database,
    others.map(({ kind, id }) => eventKey(kind, id, 1)),
    'key',
  );
  return others
    .filter(({ kind, id }) => !found.get(eventKey(kind, id, 1)))
    .map(({ kind, id }) => `It names ${kind}/${id}, of which the trail has no event: the half of a command is lost.`);
}
