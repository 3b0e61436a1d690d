import type { Day } from '../../domain/calendar.ts';
import { institutionLayout } from '../../store/institutions.ts';
import { readItems } from '../../store/read.ts';
import { storedIn } from '../../store/resource.ts';
import { readResource } from '../read-resource.ts';
import type { Services } from '../services.ts';
import { type InstitutionStanding, standingKeys, standingOf } from './breaker-standing.ts';

/** Whether an institution was ever entered. */
export const isThere = async (services: Services, id: string): Promise<boolean> =>
  (await readResource(services, institutionLayout, id, () => true)) !== null;

/** The institution as it stands on a day, or null where it is not there. Everybody may see that it takes part. */
export async function readInstitution(
  { database }: Services,
  id: string,
  today: Day,
): Promise<InstitutionStanding | null> {
  const items = await readItems(database, standingKeys(id));
  const stored = storedIn(items, institutionLayout, id);
  return stored && standingOf(stored, items, today);
}
