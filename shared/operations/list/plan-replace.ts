import type { EnterpriseFile } from '../../domain/enterprise.ts';
import { NamedCertificates, unnamed, unrevoked } from '../../domain/import-replace.ts';
import type { RawRow } from '../../domain/import-row.ts';
import { judgeRows } from '../../domain/import-rows.ts';
import type { ListImport, ReplaceExtent } from '../../domain/list-import.ts';
import { policyOn } from '../../domain/policy.ts';
import { enterpriseLayout, memberRange } from '../../store/enterprises.ts';
import { readChunks } from '../../store/import-chunks.ts';
import { type LineEntry, lineRange, type SetItem, setKey } from '../../store/imports.ts';
import { queryAll, queryPage, readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import type { Services } from '../services.ts';
import type { ImportRun } from './import-run.ts';
import { isInForceOn } from './list-run.ts';

/** A certificate that a replace is going to revoke. */
export interface PlannedRevocation {
  readonly creditCode: string;
  readonly name: string;
  readonly certificateNumber: string;
}

export interface ReplacePlan {
  readonly revocations: readonly PlannedRevocation[];
  readonly extent: ReplaceExtent;
}

/**
 * What a replace would revoke (R6), told before its first write: the category's certificates that none of its rows
 * names, nor any row of an import that was accepted later. null for a merge, for a part while others are not done, and
 * for a category that is not in force, of which no row can be taken.
 */
export async function planReplace(run: ImportRun<ListImport>): Promise<ReplacePlan | null> {
  const { state, services, turn } = run;
  if (state.mode !== 'replace' || !isInForceOn(run, turn.today)) return null;
  const set = await readSet(run);
  if (set && !isLastPart(set, state.set?.part ?? 0)) return null;

  const own = set ? Object.values(set.imports) : [state.importId];
  const named = new NamedCertificates();
  for (const importId of own) await addNamed(services, importId, named);
  for await (const importId of acceptedAfter(services, state.category, set?.firstTicket ?? state.ticket)) {
    if (!own.includes(importId)) await addNamed(services, importId, named);
  }

  const revocations: PlannedRevocation[] = [];
  let certificates = 0;
  for await (const file of filesOfCategory(services, state.category)) {
    certificates += unrevoked(file, state.category).length;
    for (const { certificateNumber } of unnamed(file, state.category, named)) {
      revocations.push({ creditCode: file.creditCode, name: file.name, certificateNumber });
    }
  }
  const limitBp = policyOn(run.book, turn.today)?.parameters.replaceRevokeLimitBp ?? 0;
  return { revocations, extent: { revocations: revocations.length, certificates, limitBp } };
}

async function readSet({ state, services }: ImportRun<ListImport>): Promise<SetItem | null> {
  if (!state.set) return null;
  const key = setKey(state, state.set.id);
  return (await readItems(services.database, [key])).get<SetItem>(key) ?? null;
}

/** Imports of a category run one after another, so the part that finds all others done is the last. */
function isLastPart({ parts, done }: SetItem, part: number): boolean {
  return new Set([...done, part]).size === parts;
}

async function addNamed({ database }: Services, importId: string, named: NamedCertificates): Promise<void> {
  named.add(judgeRows(await readChunks<RawRow>(database, importId, 'rows'), true));
}

async function* acceptedAfter({ database }: Services, category: string, ticket: number): AsyncGenerator<string> {
  for await (const item of queryAll(database, lineRange(category, 'accepted', ticket))) {
    yield (item as unknown as LineEntry).importId;
  }
}

const filesAtOnce = 100;

async function* filesOfCategory({ database }: Services, category: string): AsyncGenerator<EnterpriseFile> {
  let after: Readonly<Record<string, unknown>> | undefined;
  do {
    const page = await queryPage(database, { ...memberRange({ category }), limit: filesAtOnce, after });
    const codes = page.items.map(({ sk }) => String(sk));
    const items = await readItems(
      database,
      codes.map((code) => keyOfResource(enterpriseLayout, code)),
    );
    for (const code of codes) {
      const stored = storedIn(items, enterpriseLayout, code);
      if (stored) yield stored.state;
    }
    after = page.last;
  } while (after);
}
