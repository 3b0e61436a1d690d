import type { Cell } from '../../../shared/documents/cell.ts';
import { xlsxOf, xlsxType } from '../../../shared/documents/xlsx.ts';

/** A workbook of one sheet to save, its first row the heading. */
export const makeWorkbook = (title: string, rows: readonly (readonly Cell[])[]): Blob =>
  new Blob([xlsxOf(title, rows)], { type: xlsxType });
