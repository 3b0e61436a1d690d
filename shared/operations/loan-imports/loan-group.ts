import { contentOf, decideImportedLoan, type ImportedLoanAccepted } from '../../domain/imported-loan.ts';
import { isInDefault } from '../../domain/loan.ts';
import type { LoanImport } from '../../domain/loan-import.ts';
import type { AcceptedLoanRow } from '../../domain/loan-import-rows.ts';
import type { Fen } from '../../domain/money.ts';
import { policyOn } from '../../domain/policy.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { moveExposure } from '../../store/enterprises.ts';
import { countDisbursed } from '../../store/institution-losses.ts';
import { institutionCheck } from '../../store/institutions.ts';
import { contractGuardWrite, loanLayout } from '../../store/loans.ts';
import { record } from '../../store/resource.ts';
import { itemWrites, type Write } from '../../store/transaction.ts';
import type { ImportRun } from '../list/import-run.ts';
import type { Tally } from './tally.ts';
import type { LoanWindow } from './window.ts';

/** What a transaction of loans holds at most; the rest of the hundred is for progress and rejections. */
const loanWritesMax = 94;

/** What one enterprise's loans of a group move together: its guard is written once a transaction. */
interface Moved {
  readonly raisedFen: Map<string, Fen>;
  defaultsBy: number;
}

/** Loans that one transaction writes: rows are offered one after another, until one has no room. */
export class LoanGroup {
  /** As it will be when the group is written. */
  readonly tally: Tally;
  readonly #run: ImportRun<LoanImport>;
  readonly #window: LoanWindow;
  readonly #loans: Write[] = [];
  readonly #moved = new Map<string, Moved>();
  readonly #checks = new Map<string, Write>();
  readonly #disbursedFen = new Map<string, Fen>();

  constructor(run: ImportRun<LoanImport>, window: LoanWindow) {
    this.#run = run;
    this.#window = window;
    this.tally = window.tally.copy();
  }

  /** Judges a row and takes it in where it is accepted. `full`: there is no room; nothing has changed. */
  offer(row: AcceptedLoanRow): 'added' | 'unchanged' | 'full' | Refusal {
    const { services, turn, importId, book } = this.#run;
    const { creditCode, institutionId, guarantorId } = row;
    const loanId = services.newId('loan', turn.at);
    const facts = {
      creditCode,
      enterprise: this.#window.enterprise(creditCode)?.state ?? null,
      exposure: { exposureFen: this.tally.exposureFen(creditCode), defaults: 0 },
      institutionId,
      institution: this.#window.institution(institutionId)?.state ?? null,
      guarantor: this.#window.institution(guarantorId)?.state ?? null,
      book,
      earlierFen: this.tally.earlierFen(creditCode),
      contract: this.tally.contract(row),
    };
    const decision = decideImportedLoan(row, { loanId, importId, row: row.row }, facts, turn.today);
    if (decision.kind === 'refused') return decision;
    if (decision.kind === 'accepted') return this.#take(row, loanId, decision) ? 'added' : 'full';
    this.tally.count(row);
    return 'unchanged';
  }

  /** Every write of the group, with what decided asked again: cap and list as judged, institutions as read. */
  writes(): readonly Write[] {
    const { book, turn } = this.#run;
    const capFen = policyOn(book, turn.today)?.parameters.enterpriseCapFen ?? 0;
    const exposures = [...this.#moved].map(([creditCode, { raisedFen, defaultsBy }]) => {
      const [[institutionId, raiseFen] = ['', 0], ...others] = raisedFen;
      const elsewhereFen = Object.fromEntries(others);
      const fileVersion = this.#window.enterprise(creditCode)?.version ?? 0;
      const guards = { capFen, fileVersion };
      return moveExposure({ creditCode, institutionId, raiseFen, elsewhereFen, defaultsBy, guards });
    });
    const disbursed = [...this.#disbursedFen].map(([institutionId, fen]) => countDisbursed(institutionId, fen));
    return [...this.#loans, ...exposures, ...disbursed, ...this.#checks.values()];
  }

  #take(row: AcceptedLoanRow, loanId: string, { events }: ImportedLoanAccepted): boolean {
    const { stored, writes } = record(loanLayout, loanId, null, events, this.#run.act);
    const loan = [...writes, contractGuardWrite(stored.state, contentOf(row))];
    const { creditCode, institutionId, guarantorId, outstandingFen } = row;
    const parties = [institutionId, guarantorId].flatMap((id) => this.#window.institution(id) ?? []);
    // An enterprise, each institution and the lender's figures that are new to the group are a write more each.
    const more = 2 + parties.length;
    const items = itemWrites([...this.#loans, ...loan]).length;
    const others = this.#moved.size + this.#checks.size + this.#disbursedFen.size;
    if (items + others + more > loanWritesMax) return false;

    this.#loans.push(...loan);
    for (const party of parties) this.#checks.set(party.state.institutionId, institutionCheck(party));
    const moved = this.#moved.get(creditCode) ?? { raisedFen: new Map<string, Fen>(), defaultsBy: 0 };
    moved.raisedFen.set(institutionId, (moved.raisedFen.get(institutionId) ?? 0) + outstandingFen);
    moved.defaultsBy += Number(isInDefault(stored.state));
    this.#moved.set(creditCode, moved);
    this.#disbursedFen.set(institutionId, (this.#disbursedFen.get(institutionId) ?? 0) + row.amountFen);
    this.tally.take(row);
    return true;
  }
}
