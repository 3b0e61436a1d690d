import { isCreditCode, normaliseCreditCode } from './credit-code.ts';
import type { Certificate, CertificateRevoked, EnterpriseFile } from './enterprise.ts';
import { withRevocation } from './enterprise-file.ts';
import type { FoldContext } from './import-fold.ts';
import { normaliseCertificateNumber } from './import-row.ts';
import type { JudgedRows } from './import-rows.ts';
import type { Bp } from './money.ts';
import { standingRecord } from './standing.ts';

/** What the rows of one or more calls name, and what a replace therefore leaves alone (R6). */
export class NamedCertificates {
  readonly #certificates = new Set<string>();
  readonly #creditCodes = new Set<string>();
  readonly #numbers = new Set<string>();

  /**
   * Adds a call's rows. A rejected row cannot be trusted in full, so it protects all that it may mean: every
   * certificate of its code, where that is one, and every one with its number.
   */
  add({ accepted, rejected }: JudgedRows): void {
    for (const { creditCode, certificateNumber } of accepted) {
      this.#certificates.add(identityOf(creditCode, certificateNumber));
    }
    for (const { texts } of rejected) {
      const creditCode = normaliseCreditCode(texts.creditCode ?? '');
      if (isCreditCode(creditCode)) this.#creditCodes.add(creditCode);
      const number = normaliseCertificateNumber(texts.certificateNumber ?? '');
      if (number !== '') this.#numbers.add(number);
    }
  }

  has(creditCode: string, certificateNumber: string): boolean {
    return (
      this.#certificates.has(identityOf(creditCode, certificateNumber)) ||
      this.#creditCodes.has(creditCode) ||
      this.#numbers.has(certificateNumber)
    );
  }
}

const identityOf = (creditCode: string, certificateNumber: string): string => `${creditCode} ${certificateNumber}`;

/** An enterprise's certificates of a category that are not revoked. */
export const unrevoked = (file: EnterpriseFile, category: string): readonly Certificate[] =>
  file.certificates.filter(
    (each) => each.category === category && each.revocations.every(({ until }) => until !== null),
  );

/** Those of them that a replace revokes: what no row names. */
export const unnamed = (file: EnterpriseFile, category: string, named: NamedCertificates): readonly Certificate[] =>
  unrevoked(file, category).filter(({ certificateNumber }) => !named.has(file.creditCode, certificateNumber));

/** Whether so many revocations are so large a share that another official must release them (R6). */
export const needsRelease = (revocations: number, unrevokedCertificates: number, limitBp: Bp): boolean =>
  revocations * 10_000 > limitBp * unrevokedCertificates;

/** The revocation of a certificate from the day of writing on; null where it is revoked or gone already. */
export function revoke(
  file: EnterpriseFile,
  certificateNumber: string,
  { category, importId, book, on }: FoldContext,
): CertificateRevoked | null {
  if (!unrevoked(file, category).some((each) => each.certificateNumber === certificateNumber)) return null;
  const said = { category, certificateNumber, from: on, importId };
  const standing = standingRecord(withRevocation(file, said), book, on);
  return { type: 'certificate-revoked', data: { ...said, standing } };
}
