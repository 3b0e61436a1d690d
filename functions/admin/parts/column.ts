import type { ReactNode } from 'react';

/** A column of a list: what it shows, what it sorts by, and what it says in an exported sheet. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly show: (row: Row) => ReactNode;
  /** In a sheet, and for sorting where `sortBy` is not given. Amounts go as yuan. */
  readonly value: (row: Row) => string | number | null;
  readonly isNumber?: boolean;
  readonly isUnsorted?: boolean;
  /** Shown only when asked for. */
  readonly isExtra?: boolean;
  readonly width?: number;
}

/** Orders as Chinese readers do; nothing comes last. */
const collator = new Intl.Collator('zh-CN', { numeric: true });

export function compareValues(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null || a === '') return 1;
  if (b === null || b === '') return -1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}
