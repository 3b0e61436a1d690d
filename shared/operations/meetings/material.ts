import type { AgendaItem, Meeting } from '../../domain/meeting.ts';
import { inclusionLayout } from '../../store/inclusions.ts';
import { type Items, readItems } from '../../store/read.ts';
import { storedIn } from '../../store/resource.ts';
import { inclusionView } from '../inclusions/view.ts';
import type { Services } from '../services.ts';
import { keysOf, namedBy } from './subjects.ts';

/** Reads what the items of an agenda are about. */
export const readMaterial = ({ database }: Services, { items }: Meeting): Promise<Items> =>
  readItems(database, keysOf(items.map(namedBy)));

/** All that a unit needs to judge an item. */
export function materialView(read: Items, { inclusionId }: AgendaItem) {
  const inclusion = inclusionId === null ? null : storedIn(read, inclusionLayout, inclusionId);
  return { claim: null, loan: null, inclusion: inclusion && inclusionView(inclusion) };
}
