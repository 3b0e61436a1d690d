import { addDays, type Day, lastDay } from './calendar.ts';
import type { Basis, Certificate, EnterpriseFile, Period, StandingRecord } from './enterprise.ts';
import { type PolicyBook, type PolicyVersion, policyOn } from './policy.ts';

export type CertificateState = 'valid' | 'in-grace' | 'expired' | 'revoked' | 'not-yet-valid';

/** What standing is computed from: an enterprise's file without the record of an earlier computation. */
export type Listable = Pick<EnterpriseFile, 'certificates' | 'inclusions' | 'suspensions'>;

/** An enterprise's standing (名单状态) on a day, by the version in force that day (R2, R5). */
export interface Standing {
  readonly on: Day;
  readonly policy: PolicyVersion | null;
  readonly listed: boolean;
  readonly basis: Basis | null;
  readonly suspended: boolean;
  /** The categories in force whose certificate counts on that day. */
  readonly categories: readonly string[];
}

/** The period that speaks for a certificate on a day: the one that covers it, else the newest begun, else the first. */
export function periodOn(certificate: Certificate, day: Day): Period | null {
  const begun = certificate.periods.filter((period) => period.issuedOn <= day);
  const covering = begun.findLast((period) => day <= (period.validUntil ?? lastDay));
  return covering ?? begun.at(-1) ?? certificate.periods[0] ?? null;
}

/** A certificate's state on a day (R4); `graceDays` is the version's `listingGraceDays` for its category. */
export function certificateStateOn(certificate: Certificate, day: Day, graceDays: number): CertificateState {
  const revoked = certificate.revocations.some(({ from, until }) => from <= day && (until === null || day < until));
  if (revoked) return 'revoked';
  const begun = certificate.periods.filter((period) => period.issuedOn <= day);
  if (begun.length === 0) return 'not-yet-valid';
  if (begun.some((period) => day <= (period.validUntil ?? lastDay))) return 'valid';
  return begun.some((period) => day <= addDays(period.validUntil ?? lastDay, graceDays)) ? 'in-grace' : 'expired';
}

/** Whether, why and by which categories an enterprise is listed on a day (R5). */
export function standingOn(file: Listable, book: PolicyBook, day: Day): Standing {
  const policy = policyOn(book, day);
  const suspended = file.suspensions.some(({ from, until }) => from <= day && (until === null || day < until));
  const counting = policy
    ? file.certificates.filter((certificate) => {
        if (!policy.parameters.eligibleCategories.includes(certificate.category)) return false;
        const state = certificateStateOn(certificate, day, graceDaysOf(policy, certificate.category));
        return state === 'valid' || state === 'in-grace';
      })
    : [];
  const included = file.inclusions.some(({ from, until }) => from <= day && day <= (until ?? lastDay));
  const basis = suspended ? null : counting.length > 0 ? 'automatic' : included ? 'exceptional' : null;
  const categories = [...new Set(counting.map((certificate) => certificate.category))].sort();
  return { on: day, policy, listed: basis !== null, basis, suspended, categories };
}

/** The record to keep with the file: standing today, since when, how long, and when it can next change (R7). */
export function standingRecord(file: Listable, book: PolicyBook, today: Day): StandingRecord {
  const now = standingOn(file, book, today);
  const days = breakpoints(file, book);
  const listings = listingSpans(file, book, days);
  const present = listings.find(({ from, through }) => from <= today && today <= through);
  const ahead = listings.find(({ from }) => from > today);
  const relevant = present ?? ahead ?? listings.at(-1);
  const before = fingerprint(file, book, today);
  const nextChangeOn = days.find((day) => day > today && fingerprint(file, book, day) !== before) ?? null;
  return {
    on: today,
    listed: now.listed,
    basis: now.basis,
    listedSince: present?.from ?? null,
    listedThrough: relevant?.through ?? null,
    nextChangeOn,
    categories: now.categories,
  };
}

/** Whether the enterprise is listed on every day from one to another. */
export function isListedThroughout(file: Listable, book: PolicyBook, from: Day, through: Day): boolean {
  return listingSpans(file, book, breakpoints(file, book)).some((span) => span.from <= from && through <= span.through);
}

export const graceDaysOf = (policy: PolicyVersion, category: string): number =>
  policy.parameters.listingGraceDays[category] ?? 0;

interface Span {
  readonly from: Day;
  readonly through: Day;
}

/** Every day on which something about the standing may turn, ascending. Between two of them nothing changes. */
function breakpoints(file: Listable, book: PolicyBook): readonly Day[] {
  const days = new Set<Day>(book.map((version) => version.effectiveFrom));
  const ends = (validUntil: Day | null, category: string): void => {
    if (validUntil === null) return;
    days.add(addDays(validUntil, 1));
    for (const version of book) days.add(addDays(validUntil, 1 + graceDaysOf(version, category)));
  };
  for (const { category, periods, revocations } of file.certificates) {
    for (const period of periods) {
      days.add(period.issuedOn);
      ends(period.validUntil, category);
    }
    for (const { from, until } of revocations) {
      days.add(from);
      if (until !== null) days.add(until);
    }
  }
  for (const { from, until } of file.inclusions) {
    days.add(from);
    if (until !== null) days.add(addDays(until, 1));
  }
  for (const { from, until } of file.suspensions) {
    days.add(from);
    if (until !== null) days.add(until);
  }
  return [...days].sort();
}

/** The uninterrupted spans of days on which the enterprise is listed, ascending. */
function listingSpans(file: Listable, book: PolicyBook, days: readonly Day[]): readonly Span[] {
  const spans: Span[] = [];
  days.forEach((from, index) => {
    if (!standingOn(file, book, from).listed) return;
    const next = days[index + 1];
    const through = next === undefined ? lastDay : addDays(next, -1);
    const last = spans.at(-1);
    if (last && addDays(last.through, 1) === from) spans[spans.length - 1] = { from: last.from, through };
    else spans.push({ from, through });
  });
  return spans;
}

/** What a person would see of the standing on a day, as one text to compare. */
function fingerprint(file: Listable, book: PolicyBook, day: Day): string {
  const { basis, suspended, policy, categories } = standingOn(file, book, day);
  const states = file.certificates.map((certificate) =>
    certificateStateOn(certificate, day, policy ? graceDaysOf(policy, certificate.category) : 0),
  );
  return [basis, suspended, ...categories, ...states].join(' ');
}
