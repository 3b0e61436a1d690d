/** One figure of the bench: what, how much, and the bound that quality demands, where it does. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly bound?: string;
  readonly met?: boolean;
}

/** Prints figures as a table with a title. */
export function print(title: string, figures: readonly Figure[]): void {
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
