import type { EnterpriseFile } from '../../domain/enterprise.ts';
import type { Database, Item } from '../../store/database.ts';
import type { GuardItem } from '../../store/enterprises.ts';
import { toStored } from '../../store/resource.ts';
import { scanAll } from '../../store/scan.ts';
import type { GuardDifference } from './recount-guards.ts';

/**
 * What the guards of enterprises say of their listing and their files do not: an application may be accepted by the guards
 * alone (decisions/0023). Guards that a file has left behind admit nobody unread, and are passed over.
 */
export async function recountListings(database: Database): Promise<readonly GuardDifference[]> {
  const differences: GuardDifference[] = [];
  // The items of one enterprise come together; which of them comes first is promised for a query alone.
  let pk: unknown = null;
  let file: Item | undefined;
  let guard: Item | undefined;
  for await (const item of scanAll(database, 'enterprises')) {
    if (item.pk !== pk) {
      differences.push(...differencesOf(file, guard));
      [pk, file, guard] = [item.pk, undefined, undefined];
    }
    if (item.sk === 'file') file = item;
    if (item.sk === 'guard') guard = item;
  }
  return [...differences, ...differencesOf(file, guard)];
}

function differencesOf(fileItem: Item | undefined, guardItem: Item | undefined): readonly GuardDifference[] {
  if (!guardItem) return [];
  const guard = guardItem as unknown as GuardItem;
  if (guard.judgedVersion !== guard.fileVersion) return [];
  const file = toStored<EnterpriseFile>(fileItem);
  const creditCode = String(guardItem.pk).slice('enterprise#'.length);
  const standing = file?.state.standing;
  const compared = [
    ['file-version', guard.fileVersion, file?.version ?? 0],
    ['listed-since', guard.listedSince ?? null, standing?.listedSince ?? null],
    ['listed-through', guard.listedThrough, standing?.listedThrough ?? null],
  ] as const;
  return compared.flatMap(([name, counted, recounted]) =>
    counted === recounted ? [] : [{ guard: `${name}/${creditCode}`, counted, recounted }],
  );
}
