import type { Application, City } from './city.ts';
import { type Day, plusDays, plusMonths } from './days.ts';
import { exposureOf, hasLapsed, isAdmittedOn, isOpen, lapsedOf, quotaLapsed, quotaUsed } from './exposure.ts';
import { isAutomaticThrough, isListedOn } from './listing.ts';
import { unfolded } from './numbers.ts';
import type { Version } from './rules.ts';
import { isBarred } from './servicing.ts';

export interface Terms {
  readonly amountFen: number;
  readonly mode: string;
  readonly guarantorId: string | null;
  readonly agreementId: string | null;
}

/** R12: an admitted guarantor's guarantee always makes it guarantee mode. */
export const modeOf = ({ mode, guarantorId }: Terms): string => (guarantorId === null ? mode : 'guarantee');

type Parties = { readonly code: string; readonly bank: string };

/** Every code that speaks against an application standing on a day; none: it must be accepted. */
export function againstTerms(
  city: City,
  { code, bank }: Parties,
  terms: Terms,
  raise: { readonly fen: number; readonly ofQuotaFen: number; readonly version: Version },
  today: Day,
): string[] {
  const { rules } = raise.version;
  const held = exposureOf(city, code) - lapsedOf(city, code, today);
  const codes: string[] = [];
  if (!isListedOn(city, code, today)) codes.push('not-listed');
  if (!isAdmittedOn(city, bank, 'bank', today)) codes.push('institution-not-admitted');
  const { guarantorId, agreementId } = terms;
  if (guarantorId !== null && !isAdmittedOn(city, guarantorId, 'guarantor', today))
    codes.push('guarantor-not-admitted');
  if (raise.fen > 0 && held + raise.fen > rules.enterpriseCapFen) codes.push('cap-exceeded');
  if (terms.mode === 'guarantee' && guarantorId === null) codes.push('guarantor-required');
  if (agreementId !== null) {
    if (!coversOn(city, agreementId, bank, guarantorId, today)) codes.push('agreement-not-valid');
    else if (!fitsQuota(city, agreementId, raise.ofQuotaFen, today)) codes.push('quota-exceeded');
  }
  if (rules.blockOnDefault && isBarred(city, code, today)) codes.push('borrower-in-default');
  return codes;
}

/** R12: an agreement of both parties, valid on the day. */
function coversOn(city: City, agreementId: string, bank: string, guarantorId: string | null, day: Day): boolean {
  const agreement = city.agreements.get(agreementId);
  if (!agreement || guarantorId === null) return false;
  const { parties, signedOn, validUntil } = agreement;
  return parties.includes(bank) && parties.includes(guarantorId) && signedOn <= day && day <= validUntil;
}

function fitsQuota(city: City, agreementId: string, raiseFen: number, today: Day): boolean {
  const used = quotaUsed(city, agreementId) - quotaLapsed(city, agreementId, today);
  return raiseFen <= 0 || used + raiseFen <= (city.agreements.get(agreementId)?.quotaFen ?? 0);
}

/** R13: whether the office confirms by itself what the institution approves. */
export function isConfirmedByItself(city: City, application: Application, approvedFen: number, today: Day): boolean {
  const { rules } = city.versionNamed(application.policy);
  const { code, bank, guarantorId, agreementId } = application;
  if (!rules.automaticConfirmation) return false;
  if (approvedFen > (rules.automaticConfirmationUpToFen ?? rules.enterpriseCapFen)) return false;
  if (!isAutomaticThrough(city, code, today, plusDays(today, rules.approvalValidDays))) return false;
  if (exposureOf(city, code) - application.reservedFen + approvedFen > rules.enterpriseCapFen) return false;
  if (guarantorId !== null && !isAdmittedOn(city, guarantorId, 'guarantor', today)) return false;
  if (agreementId !== null && !coversOn(city, agreementId, bank, guarantorId, today)) return false;
  if (rules.blockOnDefault && isBarred(city, code, today)) return false;
  return !(application.mode === 'guarantee' && rules.requireGuarantorConfirmation);
}

/** Ends an application and releases what it held (R11). */
export function endApplication(application: Application, state: string): void {
  if (state === 'expired') application.lapsedOn = application.state === 'confirmed' ? application.expiresOn : null;
  application.state = state;
  application.reservedFen = 0;
  application.expiresOn = null;
}

export interface Report {
  readonly amountFen: number;
  readonly disbursedOn: Day;
  readonly maturesOn: Day;
  readonly contract: string;
}

/** Confirmed and in time, or in time to be reported late. */
export function isDisbursable(city: City, application: Application, today: Day): boolean {
  const { state, expiresOn, lapsedOn, policy } = application;
  const ranOutOn = state === 'confirmed' ? expiresOn : lapsedOn;
  return ranOutOn !== null && today <= plusDays(ranOutOn, city.versionNamed(policy).rules.lateReportDays);
}

/** R15: every code that speaks against a disbursement. */
export function againstDisbursement(city: City, application: Application, report: Report, today: Day): string[] {
  const { rules } = city.versionNamed(application.policy);
  const { code, bank, guarantorId, agreementId } = application;
  const lapsed = hasLapsed(application, today);
  const isInTime = application.state === 'confirmed' && !lapsed;
  const ranOutOn = application.state === 'confirmed' ? application.expiresOn : application.lapsedOn;
  const isLate =
    (application.state === 'expired' || (application.state === 'confirmed' && lapsed)) &&
    ranOutOn !== null &&
    today <= plusDays(ranOutOn, rules.lateReportDays);
  if (!isInTime && !isLate) return ['state-conflict'];

  const codes: string[] = [];
  if (city.contracts.has(`${bank} ${unfolded(report.contract)}`)) codes.push('already-exists');
  if (report.amountFen > (application.approvedFen ?? application.amountFen)) codes.push('amount-exceeds-approved');
  const last = isInTime ? application.expiresOn : ranOutOn;
  const through = last !== null && last < today ? last : today;
  if (report.disbursedOn < (application.confirmedOn ?? '') || report.disbursedOn > through) {
    codes.push('date-out-of-range');
  }
  if (!isListedOn(city, code, report.disbursedOn)) codes.push('not-listed');
  if (!isAdmittedOn(city, bank, 'bank', report.disbursedOn)) codes.push('institution-not-admitted');
  if (guarantorId !== null && !isAdmittedOn(city, guarantorId, 'guarantor', report.disbursedOn)) {
    codes.push('guarantor-not-admitted');
  }
  if (report.maturesOn <= report.disbursedOn) codes.push('date-out-of-range');
  else if (rules.maxTermMonths !== null && report.maturesOn > plusMonths(report.disbursedOn, rules.maxTermMonths)) {
    codes.push('term-too-long');
  }
  if (isLate) {
    const held = exposureOf(city, code) - lapsedOf(city, code, today);
    if (held + report.amountFen > rules.enterpriseCapFen) codes.push('cap-exceeded');
    if (agreementId !== null && !fitsQuota(city, agreementId, report.amountFen, today)) codes.push('quota-exceeded');
  }
  return codes;
}

/** R14. */
export const againstWithdrawal = (application: Application, today: Day): string[] =>
  isOpen(application) && !hasLapsed(application, today) ? [] : ['state-conflict'];
