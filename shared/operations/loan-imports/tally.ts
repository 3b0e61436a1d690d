import { contentOf, type ImportedLoanFacts } from '../../domain/imported-loan.ts';
import type { LoanRow } from '../../domain/loan-import-row.ts';
import type { Fen } from '../../domain/money.ts';
import { contractGuardKey } from '../../store/loans.ts';

/** What a row that is taken changes for the rows after it. */
export class Tally {
  /** Who has a contract and note number: what the row said that has it, null where the loan was disbursed here. */
  readonly #contracts: Map<string, string | null>;
  /** Each enterprise's exposure now. */
  readonly #exposureFen: Map<string, Fen>;
  /** What each enterprise's earlier rows leave outstanding, and the contracts that are counted in it. */
  readonly #earlierFen: Map<string, Fen>;
  readonly #counted: Set<string>;

  constructor(contracts: Iterable<readonly [string, string | null]>, exposureFen: Iterable<readonly [string, Fen]>) {
    this.#contracts = new Map(contracts);
    this.#exposureFen = new Map(exposureFen);
    this.#earlierFen = new Map();
    this.#counted = new Set();
  }

  /** As it is now; what is counted in the one no longer counts in the other. */
  copy(): Tally {
    const copy = new Tally(this.#contracts, this.#exposureFen);
    for (const [code, fen] of this.#earlierFen) copy.#earlierFen.set(code, fen);
    for (const contract of this.#counted) copy.#counted.add(contract);
    return copy;
  }

  contract(row: LoanRow): ImportedLoanFacts['contract'] {
    const content = this.#contracts.get(contractOf(row));
    return content === undefined ? null : { content };
  }

  exposureFen(creditCode: string): Fen {
    return this.#exposureFen.get(creditCode) ?? 0;
  }

  earlierFen(creditCode: string): Fen {
    return this.#earlierFen.get(creditCode) ?? 0;
  }

  /** A row whose loan is there counts among its enterprise's earlier rows; the same again does not count again. */
  count(row: LoanRow): void {
    const contract = contractOf(row);
    if (this.#contracts.get(contract) !== contentOf(row) || this.#counted.has(contract)) return;
    this.#counted.add(contract);
    this.#earlierFen.set(row.creditCode, this.earlierFen(row.creditCode) + row.outstandingFen);
  }

  /** A row becomes a loan. */
  take(row: LoanRow): void {
    this.#contracts.set(contractOf(row), contentOf(row));
    this.#exposureFen.set(row.creditCode, this.exposureFen(row.creditCode) + row.outstandingFen);
    this.count(row);
  }
}

/** One text for each contract and note number of an institution. */
export const contractOf = ({ institutionId, contractNumber, noteNumber }: LoanRow): string =>
  String(contractGuardKey(institutionId, contractNumber, noteNumber).key.pk);
