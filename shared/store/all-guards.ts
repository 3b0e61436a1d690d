import { type GuardPart, guardNames } from '../domain/guard-recount.ts';
import type { Database, Item } from './database.ts';
import { scanAll } from './scan.ts';

/** Every guarded counter as it is stored, by name, for the recount. */
export async function readAllGuards(database: Database): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  const tables = { enterprises: ofEnterprise, agreements: ofQuota, fund: ofYear, institutions: ofInstitution } as const;
  for (const [table, partsOf] of Object.entries(tables)) {
    for await (const item of scanAll(database, table as keyof typeof tables)) {
      for (const [name, value] of partsOf(item)) found.set(name, value);
    }
  }
  return found;
}

const after = (prefix: string, value: unknown): string | null => {
  const text = String(value);
  return text.startsWith(prefix) ? text.slice(prefix.length) : null;
};

function ofEnterprise(item: Item): readonly GuardPart[] {
  const creditCode = after('enterprise#', item.pk);
  if (creditCode === null || item.sk !== 'guard') return [];
  const parts = Object.entries(item).flatMap(([name, value]): readonly GuardPart[] => {
    const institutionId = after('exposure:', name);
    return institutionId === null ? [] : [[guardNames.exposureAt(creditCode, institutionId), Number(value)]];
  });
  return [
    [guardNames.exposure(creditCode), Number(item.exposureFen ?? 0)],
    [guardNames.defaults(creditCode), Number(item.defaults ?? 0)],
    ...parts,
  ];
}

function ofQuota(item: Item): readonly GuardPart[] {
  const agreementId = after('quota#', item.pk);
  return agreementId === null ? [] : [[guardNames.quota(agreementId), Number(item.usedFen)]];
}

function ofYear(item: Item): readonly GuardPart[] {
  const [institutionId, year] = (after('settled#', item.pk) ?? '').split('#');
  return institutionId && year ? [[guardNames.settled(institutionId, year), Number(item.settledFen)]] : [];
}

function ofInstitution(item: Item): readonly GuardPart[] {
  const open = after('open#', item.pk);
  if (open !== null) return [[guardNames.open(open), Number(item.openCount)]];
  const institutionId = after('losses#', item.pk);
  if (institutionId === null) return [];
  return [
    [guardNames.disbursed(institutionId), Number(item.disbursedFen ?? 0)],
    [guardNames.compensated(institutionId), Number(item.compensatedFen ?? 0)],
  ];
}
