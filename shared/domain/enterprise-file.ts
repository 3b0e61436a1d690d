import type { Certificate, CertificateImported, EnterpriseEvent, EnterpriseFile } from './enterprise.ts';

/** The enterprise's file after an event; the first event makes it. */
export function evolveEnterprise(state: EnterpriseFile | null, event: EnterpriseEvent): EnterpriseFile {
  if (event.type === 'certificate-imported') return imported(state, event.data);
  if (!state) throw new Error(`${event.type} before certificate-imported`);
  const { standing } = event.data;
  if (event.type === 'standing-refreshed') return { ...state, standing };
  const { category, certificateNumber, from } = event.data;
  const certificates = state.certificates.map((certificate) =>
    isSame(certificate, category, certificateNumber)
      ? { ...certificate, revocations: [...certificate.revocations, { from, until: null }] }
      : certificate,
  );
  return { ...state, certificates, standing };
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
  // A revoked certificate that is named again is valid again from that import (R6).
  const revocations = certificate.revocations.map((revocation) =>
    revocation.until === null ? { ...revocation, until: on } : revocation,
  );
  return { ...certificate, periods, revocations };
}

export interface RowPeriod {
  readonly issuedOn: string;
  readonly validUntil: string | null;
  readonly source: Certificate['periods'][number]['source'];
  /** The day of the import. */
  readonly on: string;
}

function imported(state: EnterpriseFile | null, data: CertificateImported['data']): EnterpriseFile {
  const { creditCode, name, category, certificateNumber, standing } = data;
  const certificates = state?.certificates ?? [];
  const known = certificates.find((certificate) => isSame(certificate, category, certificateNumber));
  const row = withRow(known ?? { category, certificateNumber, periods: [], revocations: [] }, data);
  const renamed = state !== null && state.name !== name;
  const formerNames = renamed
    ? [...state.formerNames.filter((former) => former !== name && former !== state.name), state.name]
    : (state?.formerNames ?? []);
  return {
    creditCode,
    name,
    formerNames,
    certificates: known ? certificates.map((each) => (each === known ? row : each)) : [...certificates, row],
    inclusions: state?.inclusions ?? [],
    suspensions: state?.suspensions ?? [],
    standing,
  };
}
