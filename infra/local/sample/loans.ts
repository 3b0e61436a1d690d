import { builtInPolicies } from '../../../shared/domain/built-in-policies.ts';
import { addDays, addMonths, type Day, daysBetween } from '../../../shared/domain/calendar.ts';
import { policyOn } from '../../../shared/domain/policy.ts';
import { type SampleEnterprise, withoutLoans } from './enterprises.ts';
import { firstCase } from './first-case.ts';
import { pick, seededRandom } from './random.ts';

/** As many, and as much, as was lent by the end of October 2024. */
export const loansCount = 964;
export const loansTotalFen = 278_700_000_000;

/** A row of `POST /v1/loan-imports`. */
export interface SampleLoan {
  readonly creditCode: string;
  readonly institutionId: string;
  readonly contractNumber: string;
  readonly amountFen: number;
  readonly mode: string;
  readonly guarantorId?: string;
  readonly appliedOn: Day;
  readonly disbursedOn: Day;
  readonly maturesOn: Day;
  readonly originalMaturesOn?: Day;
  readonly annualRateBp: number;
  readonly outstandingFen: number;
  readonly interestPaidFen?: number;
  readonly class?: string;
  readonly repaidOn?: Day;
}

const seed = 964_2787;
/** Amounts are whole ten thousands of yuan (万元). */
const stepFen = 1_000_000;
const banks = ['rcb', 'rcb', 'rcb', 'rcb', 'icbc', 'icbc', 'abc', 'boc', 'ccb', 'jxbank'];
const modes = [
  ...Array.from({ length: 34 }, () => 'credit'),
  ...Array.from({ length: 12 }, () => 'ip-pledge'),
  ...Array.from({ length: 6 }, () => 'pledge'),
  ...Array.from({ length: 26 }, () => 'guarantee'),
  ...Array.from({ length: 20 }, () => 'mortgage'),
  ...Array.from({ length: 2 }, () => 'other'),
];
const guarantors = ['talent-guarantee', 'talent-guarantee', 'province-guarantee', 'city-guarantee'];

/** A loan before its amount is fixed. */
interface Draft {
  readonly row: Omit<SampleLoan, 'amountFen' | 'outstandingFen'>;
  /** What it may be at most, and how much of it is outstanding. */
  readonly mostFen: number;
  readonly left: number;
}

/**
 * Makes the loans of the sample city: one after another to each enterprise, the earlier ones repaid, within the days of
 * its certificates and the caps of the versions in force. Together with that of the first compensation they are what was
 * published, to the fen.
 */
export function sampleLoans(enterprises: readonly SampleEnterprise[], today: Day): readonly SampleLoan[] {
  const random = seededRandom(seed);
  // The borrower of the first compensation has no other loan.
  const others = enterprises.slice(withoutLoans + 1);
  const drafts: Draft[] = [];
  for (const enterprise of others) {
    const wanted = Math.min(loansCount - 1 - drafts.length, 1 + Math.floor(random() ** 2 * 3));
    if (wanted > 0) drafts.push(...draftsOf(enterprise, wanted, { today, random, number: drafts.length }));
  }
  const first = firstCase(today).loan;
  const amounts = amountsOf(
    drafts.map(({ mostFen }) => mostFen),
    loansTotalFen - first.amountFen,
    random,
  );
  return drafts.map(({ row, left }, index) => {
    const amountFen = amounts[index] ?? 0;
    const outstandingFen = left === 1 ? amountFen : Math.floor((amountFen * left) / stepFen) * stepFen;
    return { ...row, amountFen, outstandingFen };
  });
}

interface Drawing {
  readonly today: Day;
  readonly random: () => number;
  readonly number: number;
}

/** So many loans to one enterprise, each after the one before was repaid; fewer where its days do not suffice. */
function draftsOf({ creditCode, certificates }: SampleEnterprise, wanted: number, drawing: Drawing): readonly Draft[] {
  const { today, random, number } = drawing;
  const from = firstListedOn(certificates);
  const days = daysBetween(from, today) - 5;
  if (days < 1) return [];
  const count = Math.max(1, Math.min(wanted, Math.floor(days / 240)));
  const span = Math.floor(days / count);
  return Array.from({ length: count }, (_, index) => {
    const begin = addDays(from, index * span);
    const isLast = index === count - 1;
    const appliedOn = addDays(begin, Math.floor(random() * (isLast ? span : Math.max(1, span - 220))));
    const disbursedOn = earlier(addDays(appliedOn, 3 + Math.floor(random() * 20)), addDays(today, -1));
    const mode = pick(random, modes);
    const terms = {
      creditCode,
      institutionId: pick(random, banks),
      contractNumber: `KCD-${disbursedOn.replaceAll('-', '')}-${String(number + index + 1).padStart(4, '0')}`,
      mode,
      ...(mode === 'guarantee' && { guarantorId: pick(random, guarantors) }),
      appliedOn,
      disbursedOn,
      annualRateBp: 320 + 5 * Math.floor(random() * 30),
    };
    const mostFen = policyOn(builtInPolicies, appliedOn)?.parameters.enterpriseCapFen ?? 0;
    if (isLast) return { mostFen, ...lastLoan(terms, today, random) };
    const maturesOn = addMonths(disbursedOn, 6);
    return { mostFen, left: 0, row: { ...terms, maturesOn, repaidOn: earlier(maturesOn, today) } };
  });
}

type Terms = Omit<Draft['row'], 'maturesOn'>;

/** The loan that an enterprise has now: running, repaid, extended, and here and there in trouble. */
function lastLoan(terms: Terms, today: Day, random: () => number): Pick<Draft, 'row' | 'left'> {
  const maturesOn = addMonths(terms.disbursedOn, pick(random, [6, 12, 12, 12, 24, 36]));
  if (maturesOn >= today) return { row: { ...terms, maturesOn }, left: pick(random, [1, 1, 1, 0.8, 0.5, 0.25]) };
  const overdueDays = daysBetween(maturesOn, today);
  const luck = random();
  if (luck < 0.1 && overdueDays <= 150) {
    // As long again as the first term at most, less a day.
    const longest = addDays(maturesOn, daysBetween(terms.disbursedOn, maturesOn) - 1);
    return { row: { ...terms, originalMaturesOn: maturesOn, maturesOn: longest }, left: 1 };
  }
  if (luck < 0.2 && overdueDays <= 90) return { row: { ...terms, maturesOn, class: 'special-mention' }, left: 0.5 };
  if (luck < 0.02) return { row: { ...terms, institutionId: 'rcb', maturesOn, class: 'loss' }, left: 0.3 };
  if (luck < 0.06) {
    const bad = { ...terms, institutionId: 'rcb', maturesOn, class: pick(random, ['substandard', 'doubtful']) };
    return { row: bad, left: 0.3 };
  }
  return { row: { ...terms, maturesOn, repaidOn: maturesOn }, left: 0 };
}

/** The first day of its oldest certificate that the version in force on it knows. */
function firstListedOn(certificates: SampleEnterprise['certificates']): Day {
  const days = certificates.map(({ category, issuedOn }) => {
    const version = builtInPolicies.find(({ effectiveFrom, parameters }, index) => {
      const next = builtInPolicies[index + 1]?.effectiveFrom ?? '9999-12-31';
      return issuedOn < next && parameters.eligibleCategories.includes(category) && effectiveFrom < next;
    });
    const effectiveFrom = version?.effectiveFrom ?? issuedOn;
    return issuedOn > effectiveFrom ? issuedOn : effectiveFrom;
  });
  return days.sort()[0] ?? '';
}

/** Amounts under their bounds that sum to a total: drawn by chance first, then moved step by step until they do. */
function amountsOf(most: readonly number[], totalFen: number, random: () => number): readonly number[] {
  const amounts = most.map(
    (mostFen) => Math.max(20, Math.floor((mostFen / stepFen) * (0.1 + 0.9 * random()))) * stepFen,
  );
  let missing = totalFen - amounts.reduce((sum, amount) => sum + amount, 0);
  while (missing !== 0) {
    const index = Math.floor(random() * amounts.length);
    const [amount = 0, mostFen = 0] = [amounts[index], most[index]];
    const by = Math.sign(missing) * Math.min(Math.abs(missing), 10 * stepFen);
    if (amount + by > mostFen || amount + by < 20 * stepFen) continue;
    amounts[index] = amount + by;
    missing -= by;
  }
  return amounts;
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
