import type { EnterpriseFile } from '../../domain/enterprise.ts';
import type { Database } from '../../store/database.ts';
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
  let fileItem: Readonly<Record<string, unknown>> | null = null;
  // The items of one enterprise come together, its file before its guards.
  for await (const item of scanAll(database, 'enterprises')) {
    if (item.sk === 'file') fileItem = item;
    if (item.sk !== 'guard') continue;
    const file = fileItem?.pk === item.pk ? toStored<EnterpriseFile>(fileItem ?? undefined) : null;
    const guard = item as unknown as GuardItem;
    if (guard.judgedVersion !== guard.fileVersion) continue;
    const creditCode = String(item.pk).slice('enterprise#'.length);
    const standing = file?.state.standing;
    for (const [guardName, counted, recounted] of [
      ['file-version', guard.fileVersion, file?.version ?? 0],
      ['listed-since', guard.listedSince ?? null, standing?.listedSince ?? null],
      ['listed-through', guard.listedThrough, standing?.listedThrough ?? null],
    ] as const) {
      if (counted !== recounted) differences.push({ guard: `${guardName}/${creditCode}`, counted, recounted });
    }
  }
  return differences;
}
