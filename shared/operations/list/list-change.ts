import type { EnterpriseEvent, EnterpriseFile } from '../../domain/enterprise.ts';
import { enterpriseLayout, followFile, memberWrite } from '../../store/enterprises.ts';
import type { Items } from '../../store/read.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, record, type Stored, storedIn } from '../../store/resource.ts';
import type { Act } from '../../store/trail.ts';
import { itemWrites, type Write } from '../../store/transaction.ts';
import type { Services } from '../services.ts';

/** What a transaction of the list's worker holds at most, in items; the rest of the hundred is for progress and its like. */
const listWritesMax = 94;

/** Whether some writes and others find room in one transaction of the list's worker. */
export const haveRoom = (writes: readonly Write[], more: readonly Write[]): boolean =>
  itemWrites([...writes, ...more]).length <= listWritesMax;

/** Files as they were read, or as they were last written. */
export type Files = Map<string, Stored<EnterpriseFile> | null>;

/** Reads the files of enterprises; null where a code is new. */
export async function readFiles({ database }: Services, creditCodes: readonly string[]): Promise<Files> {
  const items: Items = await readItems(
    database,
    creditCodes.map((code) => keyOfResource(enterpriseLayout, code)),
  );
  return new Map(creditCodes.map((code) => [code, storedIn(items, enterpriseLayout, code)]));
}

/**
 * The writes of one enterprise's events: file and events, its guards in step with them, and its memberships where it is
 * new or is the first time in the category.
 */
export function recordEnterprise(
  creditCode: string,
  before: Stored<EnterpriseFile> | null,
  events: readonly EnterpriseEvent[],
  act: Act,
): { readonly stored: Stored<EnterpriseFile>; readonly writes: readonly Write[] } {
  const { stored, writes } = record(enterpriseLayout, creditCode, before, events, act);
  const known = categoriesOf(before?.state);
  const joined = [...categoriesOf(stored.state)].filter((category) => !known.has(category));
  const members = joined.map((category) => memberWrite({ category }, creditCode));
  if (!before) members.push(memberWrite('all', creditCode));
  return { stored, writes: [...writes, followFile(stored, act.at), ...members] };
}

const categoriesOf = (file: EnterpriseFile | undefined): ReadonlySet<string> =>
  new Set(file?.certificates.map(({ category }) => category));
