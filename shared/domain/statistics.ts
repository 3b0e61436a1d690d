import { type LoanMode, loanModes } from './application.ts';
import type { Day } from './calendar.ts';
import { type ClaimState, claimStates } from './claim.ts';
import { figures } from './figures.ts';
import type { Bp, Fen } from './money.ts';
import { monthsBetween, type Period } from './period.ts';

/** What was counted, by figure. */
export type Sums = ReadonlyMap<string, number>;

export interface CountAndAmount {
  readonly count: number;
  readonly amountFen: Fen;
}

/** An institution's own row. */
export interface InstitutionFigures {
  readonly institutionId: string;
  readonly loansCount: number;
  readonly loansCumulativeFen: Fen;
  readonly outstandingFen: Fen;
  readonly compensatedFen: Fen;
}

/** A guarantor's own row: the loans that it guarantees, which their banks' rows count too. */
export interface GuarantorFigures {
  readonly institutionId: string;
  readonly loansCount: number;
  readonly loansCumulativeFen: Fen;
  readonly outstandingFen: Fen;
}

/** The programme's figures (统计指标) as of the end of a day, or as of now. */
export interface Statistics {
  readonly asOf: Day;
  readonly enterprisesListed: number;
  readonly byCategory: Readonly<Record<string, number>>;
  readonly loansCount: number;
  readonly loansCumulativeFen: Fen;
  readonly outstandingFen: Fen;
  readonly byMode: Readonly<Record<LoanMode, CountAndAmount>>;
  /** The share of credit and IP-pledge loans of all that was lent, rounded down; 0 where nothing was. */
  readonly creditAndIpShareBp: Bp;
  readonly compensatedFen: Fen;
  readonly claims: Readonly<Record<ClaimState, CountAndAmount>>;
  readonly byInstitution: readonly InstitutionFigures[];
  readonly byGuarantor: readonly GuarantorFigures[];
  /** Every month from the first loan's to that of `asOf`. */
  readonly byMonth: readonly ({ readonly month: string } & CountAndAmount)[];
}

/** Sums what was counted in periods that make up all days through `asOf`; `categories` are those in force on it. */
export function statisticsOf(asOf: Day, buckets: ReadonlyMap<Period, Sums>, categories: readonly string[]): Statistics {
  const sums = total(buckets.values());
  const of = (figure: string): number => sums.get(figure) ?? 0;
  const modes = loanModes.map(
    (mode) => [mode, { count: of(figures.loans(mode)), amountFen: of(figures.lentFen(mode)) }] as const,
  );
  const lentFen = sum(modes.map(([, { amountFen }]) => amountFen));
  const byInstitution = idsIn(sums, figures.loansOf('')).map((institutionId) => ({
    institutionId,
    loansCount: of(figures.loansOf(institutionId)),
    loansCumulativeFen: of(figures.lentFenOf(institutionId)),
    outstandingFen: of(figures.outstandingFenOf(institutionId)),
    compensatedFen: of(figures.compensatedFenOf(institutionId)),
  }));
  const byGuarantor = idsIn(sums, figures.guaranteed('')).map((institutionId) => ({
    institutionId,
    loansCount: of(figures.guaranteed(institutionId)),
    loansCumulativeFen: of(figures.guaranteedFen(institutionId)),
    outstandingFen: of(figures.guaranteedOutstandingFen(institutionId)),
  }));
  return {
    asOf,
    enterprisesListed: of(figures.listed),
    byCategory: Object.fromEntries(categories.map((category) => [category, of(figures.listedIn(category))])),
    loansCount: sum(modes.map(([, { count }]) => count)),
    loansCumulativeFen: lentFen,
    outstandingFen: sum(byInstitution.map(({ outstandingFen }) => outstandingFen)),
    byMode: Object.fromEntries(modes) as Record<LoanMode, CountAndAmount>,
    creditAndIpShareBp: shareBp(of(figures.lentFen('credit')) + of(figures.lentFen('ip-pledge')), lentFen),
    compensatedFen: sum(byInstitution.map(({ compensatedFen }) => compensatedFen)),
    claims: Object.fromEntries(
      claimStates.map((state) => [
        state,
        { count: of(figures.claims(state)), amountFen: of(figures.claimedFen(state)) },
      ]),
    ) as Record<ClaimState, CountAndAmount>,
    byInstitution,
    byGuarantor,
    byMonth: monthly(asOf, buckets),
  };
}

/** ⌊10,000 × part / whole⌋, exact beyond what a double holds. */
export const shareBp = (part: Fen, whole: Fen): Bp =>
  whole === 0 ? 0 : Number((BigInt(part) * 10_000n) / BigInt(whole));

function monthly(asOf: Day, buckets: ReadonlyMap<Period, Sums>): Statistics['byMonth'] {
  const byMonth = new Map<Period, CountAndAmount>();
  for (const [period, sums] of buckets) {
    for (const number of idsIn(sums, figures.loansIn(''))) {
      const month = `${period.slice(0, 4)}-${number}`;
      const before = byMonth.get(month) ?? { count: 0, amountFen: 0 };
      byMonth.set(month, {
        count: before.count + (sums.get(figures.loansIn(number)) ?? 0),
        amountFen: before.amountFen + (sums.get(figures.lentFenIn(number)) ?? 0),
      });
    }
  }
  const first = [...byMonth.keys()].sort()[0];
  if (first === undefined) return [];
  return monthsBetween(first, asOf.slice(0, 7)).map((month) => ({
    month,
    ...(byMonth.get(month) ?? { count: 0, amountFen: 0 }),
  }));
}

function total(buckets: Iterable<Sums>): Sums {
  const sums = new Map<string, number>();
  for (const bucket of buckets) {
    for (const [figure, by] of bucket) sums.set(figure, (sums.get(figure) ?? 0) + by);
  }
  return sums;
}

/** The ids, in order, of which figures of one name are kept. */
const idsIn = (sums: Sums, name: string): readonly string[] =>
  [...sums.keys()]
    .filter((figure) => figure.startsWith(name))
    .map((figure) => figure.slice(name.length))
    .sort();

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
