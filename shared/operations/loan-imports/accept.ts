import { loanLine } from '../../domain/loan-import.ts';
import { readLoanRow } from '../../domain/loan-import-row.ts';
import { lineKey } from '../../store/imports.ts';
import { type CommandContext, type Outcome, runCommand } from '../command.ts';
import { takeIn } from '../list/take-in.ts';
import { refusalOfOperator } from '../resource-checks.ts';
import type { Services } from '../services.ts';

export interface AcceptLoanImport {
  /** Of whatever shape: the worker judges them one by one. */
  readonly rows: readonly unknown[];
}

/**
 * Accepts an import of loans that were made before this system: keeps its rows as they came and gives it its place in the
 * line of loan imports, in one transaction with the job that a worker will do.
 */
export function acceptLoanImport(
  services: Services,
  context: CommandContext,
  request: AcceptLoanImport,
): Promise<Outcome> {
  const importId = services.newId('import', context.at);
  const rows = request.rows.map(readLoanRow);
  return runCommand(services, context, {
    reads: [lineKey(loanLine)],
    decide: (items) =>
      refusalOfOperator(context) ??
      takeIn(items, context, {
        importId,
        line: loanLine,
        rows,
        eventAt: (ticket) => ({
          type: 'loan-import-accepted',
          data: { importId, total: rows.length, ticket, acceptedBy: context.caller.sub, acceptedOn: context.today },
        }),
      }),
  });
}
