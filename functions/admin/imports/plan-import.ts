import { newKey } from '../api/use-command.ts';
import { keepSheet } from '../session/sheet-store.ts';
import type { SheetKind } from '../sheets/read-file.ts';
import type { TableSheet } from '../sheets/table-format.ts';
import { type ImportAbout, keepPlan, newPlan } from './import-plan.ts';
import { codeGroup, splitRows } from './split-rows.ts';

interface Intent {
  readonly kind: SheetKind;
  readonly by: string;
  readonly about: ImportAbout | null;
  readonly sheet: TableSheet<string, { readonly creditCode: string }> & { readonly fileName: string };
}

/** Makes a plan of a sheet that was read, and keeps both; answers the plan's id. */
export async function planImport({ kind, by, about, sheet: { fileName, ...table } }: Intent): Promise<string> {
  const id = newKey();
  const parts = splitRows(table.rows, codeGroup);
  const isKept = await keepSheet({ id, keptAt: Date.now(), parts, ...table });
  keepPlan(newPlan({ id, kind, by, fileName, rows: table.rows.length, isKept, about }, parts.length));
  return id;
}
