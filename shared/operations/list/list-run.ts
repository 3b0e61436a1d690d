import type { FoldContext } from '../../domain/import-fold.ts';
import type { RawRow } from '../../domain/import-row.ts';
import { type JudgedRows, judgeRows } from '../../domain/import-rows.ts';
import type { ListImport } from '../../domain/list-import.ts';
import { policyOn } from '../../domain/policy.ts';
import type { ImportRun } from './import-run.ts';

/** What all rows of a list import share. */
export function foldContextOf({ state, book, turn }: ImportRun<ListImport>): FoldContext {
  const { importId, category, source } = state;
  return { importId, category, source, book, on: turn.today };
}

/** Whether the version in force on a day knows the import's category. */
export function isInForceOn({ book, state }: ImportRun<ListImport>, day: string): boolean {
  return policyOn(book, day)?.parameters.eligibleCategories.includes(state.category) ?? false;
}

/** The call's rows, judged by the version in force on a day. */
export const judgedList = async (run: ImportRun<ListImport>, day: string): Promise<JudgedRows> =>
  judgeRows(await run.rows<RawRow>(), isInForceOn(run, day));
