import { addDays, type Day } from './calendar.ts';
import type { Fen } from './money.ts';

/** What an institution owes the fund of one recovery, and the last day to hand it over (R27). */
export interface DebtPart {
  readonly recoveredOn: Day;
  readonly remitBy: Day;
  readonly owedFen: Fen;
}

/** What an institution owes the fund of one claim's recoveries (应缴追偿款), the oldest first; nothing that is paid. */
export interface Debt {
  readonly claimId: string;
  readonly institutionId: string;
  readonly parts: readonly DebtPart[];
  /** The day through which the night job has looked at what is overdue; "" before its first look. */
  readonly seenThrough: Day | '';
}

export const owedOf = ({ parts }: Pick<Debt, 'parts'>): Fen => parts.reduce((sum, { owedFen }) => sum + owedFen, 0);

/** What is overdue: the day to remit by is still in time, the day after is not. */
export const overdueOf = (debt: Debt, today: Day): Fen =>
  owedOf({ parts: debt.parts.filter(({ remitBy }) => remitBy < today) });

/** The debt with one recovery more; a recovery of which the fund has nothing owes nothing. */
export const debtWith = (debt: Debt, part: DebtPart): Debt =>
  // Reported late it may be overdue already: the night looks at all of it again.
  part.owedFen === 0 ? debt : { ...debt, parts: [...debt.parts, part], seenThrough: '' };

/** The debt less an amount, the oldest part first. */
export function debtLess(debt: Debt, amountFen: Fen): Debt {
  let leftFen = amountFen;
  const parts: DebtPart[] = [];
  for (const part of debt.parts) {
    const paidFen = Math.min(part.owedFen, leftFen);
    leftFen -= paidFen;
    if (part.owedFen > paidFen) parts.push({ ...part, owedFen: part.owedFen - paidFen });
  }
  if (leftFen > 0) throw new RangeError(`${leftFen} fen more than claim ${debt.claimId} owes`);
  return { ...debt, parts };
}

/** The first day on which something of it is overdue that the night job has not seen; null where nothing will be. */
export function nextOverdueOn({ parts, seenThrough }: Debt): Day | null {
  const days = parts.map(({ remitBy }) => addDays(remitBy, 1)).filter((day) => day > seenThrough);
  return days.sort()[0] ?? null;
}
