import { evolveLoan, type Loan, type LoanEvent } from '../domain/loan.ts';
import { countsOfLoan } from '../domain/loan-figures.ts';
import { comparable } from '../domain/tidy.ts';
import type { ItemKey } from './database.ts';
import type { ResourceLayout, Stored } from './resource.ts';
import { absent, unchangedSince, type Write } from './transaction.ts';

/** `dueList` holds every loan whose state the days alone will change (R19). */
export const loanLayout: ResourceLayout<Loan, LoanEvent> = {
  kind: 'loans',
  table: 'loans',
  key: (loanId) => ({ pk: loanId }),
  evolve: evolveLoan,
  counts: countsOfLoan,
  indexed: (loan) => {
    const { loanId, creditCode, institutionId, guarantorId, state, contractNumber, outstandingFen, maturesOn } = loan;
    const due = loan.nextChangeOn !== null;
    return {
      roster: 'loans',
      creditCode,
      institutionId,
      institutionState: `${institutionId}#${state}`,
      guarantorId: guarantorId ?? undefined,
      state,
      contractKey: contractKeyOf(institutionId, contractNumber),
      outstandingList: outstandingFen > 0 ? 'outstanding' : undefined,
      maturityKey: outstandingFen > 0 ? `${maturesOn}#${loanId}` : undefined,
      dueList: due ? 'due' : undefined,
      dueKey: due ? `${loan.nextChangeOn}#${loanId}` : undefined,
    };
  },
};

/** The loan is as it was read, by a command that rests on it and leaves it as it is. */
export const loanCheck = ({ state, version }: Stored<Loan>): Write => ({
  kind: 'check',
  table: 'loans',
  key: loanLayout.key(state.loanId),
  condition: unchangedSince(version),
});

export const contractKeyOf = (institutionId: string, contractNumber: string): string =>
  `${institutionId}#${comparable(contractNumber)}`;

/** The guard that keeps (contract number, note number) unique within an institution (R15). */
export const contractGuardKey = (institutionId: string, contractNumber: string, noteNumber: string): ItemKey => ({
  table: 'loans',
  key: { pk: JSON.stringify(['contract', institutionId, comparable(contractNumber), comparable(noteNumber)]) },
});

export interface ContractGuardItem {
  readonly loanId: string;
  /** What the row said that the loan was imported from; none where it was disbursed here. */
  readonly content?: string;
}

export const contractGuardWrite = (loan: Loan, content?: string): Write => ({
  kind: 'put',
  table: 'loans',
  item: {
    ...contractGuardKey(loan.institutionId, loan.contractNumber, loan.noteNumber).key,
    loanId: loan.loanId,
    ...(content !== undefined && { content }),
  },
  condition: absent(),
});
