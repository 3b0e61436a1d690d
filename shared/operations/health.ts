import { readItems } from '../store/read.ts';
import type { Services } from './services.ts';

/** Reads from the store. @throws what the store throws, or Unavailable, when it does not answer. */
export async function readHealth({ database }: Services): Promise<void> {
  await readItems(database, [{ table: 'settings', key: { pk: 'health' } }]);
}
