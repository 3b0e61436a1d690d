import type {
  Certificate,
  CertificateImported,
  CertificateRevoked,
  EnterpriseEvent,
  EnterpriseFile,
} from './enterprise.ts';
import { withInclusion, withoutInclusion } from './enterprise-inclusion.ts';

/** The enterprise's file after an event; the first event makes it. */
export function evolveEnterprise(state: EnterpriseFile | null, event: EnterpriseEvent): EnterpriseFile {
  if (event.type === 'certificate-imported') {
    return { ...withImportedRow(state, event.data), standing: event.data.standing };
  }
  if (event.type === 'enterprise-included') {
    return { ...withInclusion(state, event.data), standing: event.data.standing };
  }
  if (!state) throw new Error(`${event.type} before certificate-imported or enterprise-included`);
  const { standing } = event.data;
  switch (event.type) {
    case 'standing-refreshed':
      return { ...state, standing };
    case 'certificate-revoked':
      return { ...withRevocation(state, event.data), standing };
    case 'enterprise-inclusion-revoked':
      return { ...withoutInclusion(state, event.data), standing };
  }
}

/** A file with a certificate revoked from a day on. */
export function withRevocation(
  file: EnterpriseFile,
  { category, certificateNumber, from }: Pick<CertificateRevoked['data'], 'category' | 'certificateNumber' | 'from'>,
): EnterpriseFile {
  const certificates = file.certificates.map((certificate) =>
    isSame(certificate, category, certificateNumber)
      ? { ...certificate, revocations: [...certificate.revocations, { from, until: null }] }
      : certificate,
  );
  return { ...file, certificates };
}

/** Whether a certificate is the one of a category and number (R4). */
export const isSame = (certificate: Certificate, category: string, certificateNumber: string): boolean =>
  certificate.category === category && certificate.certificateNumber === certificateNumber;

/** A certificate with what a row says of it: a period more, or another end of the one that began that day (R4, R6). */
export function withRow(certificate: Certificate, row: RowPeriod): Certificate {
  const { issuedOn, validUntil, source, on } = row;
  const others = certificate.periods.filter((period) => period.issuedOn !== issuedOn);
  const same = certificate.periods.find((period) => period.issuedOn === issuedOn);
  const period = same && same.validUntil === validUntil ? same : { issuedOn, validUntil, source };
  const periods = [...others, period].sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : 1));
  // A revoked certificate that is named again is valid again from that import (R6); on the same day nothing is left of it.
  const revocations = certificate.revocations
    .map((revocation) => (revocation.until === null ? { ...revocation, until: on } : revocation))
    .filter(({ from, until }) => until === null || from < until);
  return { ...certificate, periods, revocations };
}

export interface RowPeriod {
  readonly issuedOn: string;
  readonly validUntil: string | null;
  readonly source: Certificate['periods'][number]['source'];
  /** The day of the import. */
  readonly on: string;
}

/** A file as it stands after a row, or a new one, without the standing that follows from it. */
export function withImportedRow(
  state: EnterpriseFile | null,
  row: Omit<CertificateImported['data'], 'standing'>,
): Omit<EnterpriseFile, 'standing'> {
  const { creditCode, name, category, certificateNumber } = row;
  const certificates = state?.certificates ?? [];
  const known = certificates.find((certificate) => isSame(certificate, category, certificateNumber));
  const after = withRow(known ?? { category, certificateNumber, periods: [], revocations: [] }, row);
  return {
    creditCode,
    name,
    formerNames: formerNamesAfter(state, name),
    certificates: known ? certificates.map((each) => (each === known ? after : each)) : [...certificates, after],
    inclusions: state?.inclusions ?? [],
    suspensions: state?.suspensions ?? [],
  };
}

/** The newest so many are kept; the trail has all. */
const formerNamesMax = 30;

function formerNamesAfter(state: EnterpriseFile | null, name: string): readonly string[] {
  if (!state || state.name === name) return state?.formerNames ?? [];
  const others = state.formerNames.filter((former) => former !== name);
  return [...others, state.name].slice(-formerNamesMax);
}
