import { writeFileSync } from 'node:fs';

/** One figure of the bench: what, how much, and the bound that quality demands, where it does. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly bound?: string;
  readonly met?: boolean;
}

/** Figures that belong together, with the words over them. */
export interface FigureTable {
  readonly title: string;
  readonly figures: readonly Figure[];
}

/** All that this run has printed. */
const printed: FigureTable[] = [];

/** Prints figures as a table with a title, and keeps them for {@link writeResult}. */
export function print(title: string, figures: readonly Figure[]): void {
  printed.push({ title, figures });
  const rows = figures.map(({ name, value, bound = '', met }) => [
    name,
    value,
    bound,
    met === undefined ? '' : met ? 'met' : 'MISSED',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  process.stdout.write(`\n${title}\n`);
  for (const row of rows) {
    process.stdout.write(
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
  }
}

/** A run's figures as a program reads them: `amount` and `unit` of what begins with a number. */
export interface BenchResult {
  readonly quick: boolean;
  readonly tables: readonly {
    readonly title: string;
    readonly figures: readonly (Figure & { readonly amount?: number; readonly unit?: string })[];
  }[];
}

/** Writes all that was printed as JSON. */
export function writeResult(path: string, quick: boolean): void {
  const tables = printed.map(({ title, figures }) => ({
    title,
    figures: figures.map((figure) => ({ ...figure, ...measureIn(figure.value) })),
  }));
  writeFileSync(path, `${JSON.stringify({ quick, tables } satisfies BenchResult, null, 2)}\n`);
  process.stdout.write(`\nThe same for programs: ${path}\n`);
}

/** The number that a text begins with, and what stands behind it. */
function measureIn(value: string): { readonly amount: number; readonly unit: string } | null {
  const [, number = '', unit = ''] = /^([\d,]*\d(?:\.\d+)?)\s*(.*)$/.exec(value) ?? [];
  return number === '' ? null : { amount: Number(number.replaceAll(',', '')), unit };
}
