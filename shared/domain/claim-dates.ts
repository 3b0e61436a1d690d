import type { Day } from './calendar.ts';
import type { ClaimTerms } from './claim-event.ts';
import type { Evidence, Loan } from './loan.ts';
import { type Refusal, refusedBy } from './refusal.ts';

/** Papers that come one after the other: of each kind the earliest date counts. */
const paperOrder: readonly (readonly [earlier: string, later: string])[] = [
  ['loan-contract', 'disbursement-voucher'],
  ['disbursement-voucher', 'collection-record'],
  ['disbursement-voucher', 'classification-record'],
];

/**
 * Dates that were given must not contradict each other (R20); absent ones are no defect. Refusals: `date-out-of-range`
 * (later than today, or a default before the disbursement), `out-of-date-order` (a suit before the default, a paper
 * before one that it must follow).
 */
export function datesOf(loan: Loan, claim: ClaimTerms | null, today: Day): readonly Refusal[] {
  const { defaultedOn = null, suitFiledOn = null, evidence = [] } = claim ?? {};
  const papers = [...loan.evidence, ...evidence];
  return [
    ...evidence.map(({ kind, datedOn }) => refusalOfDay(`evidence.${kind}.datedOn`, datedOn, null, today)),
    refusalOfDay('defaultedOn', defaultedOn, loan.disbursedOn, today),
    refusalOfDay('suitFiledOn', suitFiledOn, loan.disbursedOn, today),
    refusalOfFollowing(['defaultedOn', defaultedOn], ['suitFiledOn', suitFiledOn]),
    ...paperOrder.map(([earlier, later]) => refusalOfFollowing(dated(papers, earlier), dated(papers, later))),
  ].filter((refusal) => refusal !== null);
}

type DatedField = readonly [field: string, day: Day | null];

function dated(papers: readonly Pick<Evidence, 'kind' | 'datedOn'>[], kind: string): DatedField {
  const days = papers.filter((paper) => paper.kind === kind).map(({ datedOn }) => datedOn);
  return [`evidence.${kind}.datedOn`, days.filter((day) => day !== null).sort()[0] ?? null];
}

function refusalOfDay(field: string, given: Day | null, from: Day | null, through: Day): Refusal | null {
  if (given === null || ((from === null || given >= from) && given <= through)) return null;
  return refusedBy('R20', 'date-out-of-range', { field, given, ...(from !== null && { from }), through });
}

function refusalOfFollowing([after, last]: DatedField, [field, given]: DatedField): Refusal | null {
  if (last === null || given === null || given >= last) return null;
  return refusedBy('R20', 'out-of-date-order', { field, given, after, last });
}
