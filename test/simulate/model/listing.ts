import type { Certificate, City, Enterprise } from './city.ts';
import { type Day, never, plusDays } from './days.ts';

/** R4: a certificate holds on a day if a period covers it, grace included, and it is not revoked then. */
function holdsOn(city: City, { category, periods, revoked }: Certificate, day: Day): boolean {
  const { rules } = city.versionOn(day);
  if (!rules.eligibleCategories.includes(category)) return false;
  if (revoked.some(({ from, until }) => from <= day && day < until)) return false;
  const grace = rules.listingGraceDays[category] ?? 0;
  return periods.some(({ issuedOn, until }) => issuedOn <= day && day <= plusDays(until, grace));
}

/** R5: by a certificate. */
const isAutomaticOn = (city: City, enterprise: Enterprise, day: Day): boolean =>
  enterprise.certificates.some((certificate) => holdsOn(city, certificate, day));

/** R5: by a certificate or by an inclusion; nobody unknown is listed. */
export function isListedOn(city: City, code: string, day: Day): boolean {
  const enterprise = city.enterprises.get(code);
  if (!enterprise) return false;
  const included = enterprise.inclusions.some(({ from, until }) => from <= day && day <= until);
  return included || isAutomaticOn(city, enterprise, day);
}

/** R13: the certificates alone carry the listing on every day from one through another. */
export function isAutomaticThrough(city: City, code: string, from: Day, through: Day): boolean {
  const enterprise = city.enterprises.get(code);
  if (!enterprise) return false;
  const days = [from, ...turningDays(city, enterprise).filter((day) => from < day && day <= through)];
  return days.every((day) => isAutomaticOn(city, enterprise, day));
}

/** The last day of the listing that covers a day. */
export function listedThrough(city: City, code: string, day: Day): Day | null {
  const enterprise = city.enterprises.get(code);
  if (!enterprise || !isListedOn(city, code, day)) return null;
  const ends = turningDays(city, enterprise).filter((turn) => turn > day);
  const end = ends.find((turn) => !isListedOn(city, code, turn));
  return end === undefined ? never : plusDays(end, -1);
}

/** Every day on which something may begin or end, ascending. */
function turningDays(city: City, { certificates, inclusions }: Enterprise): readonly Day[] {
  const days = new Set<Day>(city.versions.map(({ from }) => from));
  for (const { category, periods, revoked } of certificates) {
    const graces = [0, ...city.versions.map(({ rules }) => rules.listingGraceDays[category] ?? 0)];
    for (const { issuedOn, until } of periods) {
      days.add(issuedOn);
      if (until !== never) for (const grace of graces) days.add(plusDays(until, grace + 1));
    }
    for (const { from, until } of revoked) days.add(from).add(until);
  }
  for (const { from, until } of inclusions) days.add(from).add(until === never ? never : plusDays(until, 1));
  return [...days].filter((day) => day !== never).sort();
}

export interface Row {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly number: string;
  readonly issuedOn: Day;
  readonly until: Day;
}

/** R4, R6: what a row makes of the list on a day. */
export function takeRow(city: City, { code, name, category, number, issuedOn, until }: Row, today: Day): void {
  const enterprise = city.enterprises.get(code) ?? { code, name, certificates: [], inclusions: [] };
  city.enterprises.set(code, enterprise);
  enterprise.name = name;
  let certificate = enterprise.certificates.find((each) => each.category === category && each.number === number);
  if (!certificate) {
    certificate = { category, number, periods: [], revoked: [] };
    enterprise.certificates.push(certificate);
  }
  const same = certificate.periods.find((period) => period.issuedOn === issuedOn);
  if (same) same.until = until;
  else certificate.periods.push({ issuedOn, until });
  for (const revocation of certificate.revoked) if (revocation.until === never) revocation.until = today;
}

/** R6: why a row of an import stays out by what it says, or undefined. */
export function rejectionOf(
  city: City,
  { category, rows }: { readonly category: string; readonly rows: readonly Omit<Row, 'category'>[] },
  row: number,
  today: Day,
): string | undefined {
  const said = rows[row - 1];
  if (!said) return undefined;
  if (!city.versionOn(today).rules.eligibleCategories.includes(category)) return 'category-not-in-force';
  if (said.until < said.issuedOn) return 'dates-contradict';
  const others = rows.filter(({ code, issuedOn, until }) => code === said.code && issuedOn <= until);
  const isOtherwise = others.some(
    ({ name, number, issuedOn, until }) =>
      name !== said.name || (number === said.number && issuedOn === said.issuedOn && until !== said.until),
  );
  return isOtherwise ? 'contradicts-row' : undefined;
}

/** Whether the list knows the certificate and period that a row names. */
export function hasPeriod(city: City, { code, category, number, issuedOn, until }: Omit<Row, 'name'>): boolean {
  const certificates = city.enterprises.get(code)?.certificates ?? [];
  return certificates.some(
    (each) =>
      each.category === category &&
      each.number === number &&
      each.periods.some((period) => period.issuedOn === issuedOn && period.until === until),
  );
}

/** R6: whether a row says anything that is not known. */
export function saysNew(city: City, { code, name, category, number, issuedOn, until }: Row): boolean {
  const enterprise = city.enterprises.get(code);
  const certificate = enterprise?.certificates.find((each) => each.category === category && each.number === number);
  if (!enterprise || !certificate || enterprise.name !== name) return true;
  if (certificate.revoked.some((revocation) => revocation.until === never)) return true;
  return !certificate.periods.some((period) => period.issuedOn === issuedOn && period.until === until);
}
