import { markOverdueLoans } from '../../shared/operations/loans/mark-overdue.ts';
import { job } from '../../shared/platform/job.ts';

/** Every night: says which loans the days have made overdue or non-performing. */
export const handler = job('overdue-loans', markOverdueLoans);
