import { type Day, dayAt } from './calendar.ts';
import { type Count, type Counts, figures } from './figures.ts';
import type { Loan, LoanEvent } from './loan.ts';
import type { Fen } from './money.ts';

/** Counts loans at disbursement, by `disbursedOn`, and what is outstanding, by the days on which money went and came. */
export const countsOfLoan: Counts<Loan, LoanEvent> = (_before, event, loan, at) => {
  if (event.type === 'loan-disbursed')
    return [...lent(loan), ...outstanding(loan, loan.disbursedOn, loan.principalFen)];
  if (event.type === 'loan-imported') {
    const made = outstanding(loan, loan.disbursedOn, loan.principalFen);
    // What came back before the import: on the day on which all had, else no day is known before the import's own.
    const back = outstanding(loan, event.data.repaidOn ?? dayAt(at), loan.outstandingFen - loan.principalFen);
    return [...lent(loan), ...made, ...back];
  }
  if (event.type === 'loan-repayment-recorded') {
    return outstanding(loan, event.data.paidOn, -event.data.principalFen);
  }
  if (event.type === 'loan-recovered') return outstanding(loan, event.data.recoveredOn, -event.data.principalFen);
  return [];
};

function lent({ disbursedOn: on, principalFen, institutionId, guarantorId, mode }: Loan): readonly Count[] {
  const month = on.slice(5, 7);
  const counts = [
    { on, figure: figures.loans(mode), by: 1 },
    { on, figure: figures.lentFen(mode), by: principalFen },
    { on, figure: figures.loansIn(month), by: 1 },
    { on, figure: figures.lentFenIn(month), by: principalFen },
    { on, figure: figures.loansOf(institutionId), by: 1 },
    { on, figure: figures.lentFenOf(institutionId), by: principalFen },
  ];
  if (guarantorId === null) return counts;
  return [
    ...counts,
    { on, figure: figures.guaranteed(guarantorId), by: 1 },
    { on, figure: figures.guaranteedFen(guarantorId), by: principalFen },
  ];
}

function outstanding({ institutionId, guarantorId }: Loan, on: Day, by: Fen): readonly Count[] {
  if (by === 0) return [];
  const counts = [{ on, figure: figures.outstandingFenOf(institutionId), by }];
  if (guarantorId !== null) counts.push({ on, figure: figures.guaranteedOutstandingFen(guarantorId), by });
  return counts;
}
