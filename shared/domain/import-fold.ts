import type { Day } from './calendar.ts';
import type { Certificate, CertificateImported, EnterpriseFile, Source } from './enterprise.ts';
import { isSame, withImportedRow } from './enterprise-file.ts';
import type { AcceptedRow } from './import-rows.ts';
import type { PolicyBook } from './policy.ts';
import { standingRecord } from './standing.ts';

/** What all rows of one import share. */
export interface FoldContext {
  readonly importId: string;
  readonly category: string;
  readonly source: Source;
  readonly book: PolicyBook;
  /** The day on which it is written. */
  readonly on: Day;
}

export type Fold =
  | { readonly kind: 'added' | 'updated'; readonly event: CertificateImported }
  | { readonly kind: 'unchanged' | 'file-full' };

/** More periods than any enterprise has; an item of the store could not hold an endless file. */
export const periodsMax = 200;
const sourceTextMax = 120_000;

/**
 * Decides what an accepted row changes of an enterprise's file (R4, R6), which is null where the code is new. A row that
 * says what is known already changes nothing, whatever document it came from.
 */
export function foldRow(file: EnterpriseFile | null, row: AcceptedRow, context: FoldContext): Fold {
  const { category, source, importId, book, on } = context;
  const { creditCode, name, certificateNumber, issuedOn, validUntil } = row;
  const known = file?.certificates.find((each) => isSame(each, category, certificateNumber));
  if (file && known && file.name === name && says(known, issuedOn, validUntil)) return { kind: 'unchanged' };
  const said = {
    creditCode,
    name,
    category,
    certificateNumber,
    issuedOn,
    validUntil,
    source,
    importId,
    row: row.row,
    on,
  };
  const after = withImportedRow(file, said);
  if (isFull(after.certificates)) return { kind: 'file-full' };
  const standing = standingRecord(after, book, on);
  return {
    kind: known ? 'updated' : 'added',
    event: { type: 'certificate-imported', data: { ...said, standing } },
  };
}

/** Whether a certificate has this period already and is not revoked. */
function says({ periods, revocations }: Certificate, issuedOn: Day, validUntil: Day | null): boolean {
  const isRevoked = revocations.some(({ until }) => until === null);
  return !isRevoked && periods.some((period) => period.issuedOn === issuedOn && period.validUntil === validUntil);
}

function isFull(certificates: readonly Certificate[]): boolean {
  const spans = certificates.reduce((sum, { periods, revocations }) => sum + periods.length + revocations.length, 0);
  // Only a file of some length can be too large; measuring every short one would cost more than it is worth.
  return spans > periodsMax || (spans > 20 && JSON.stringify(certificates).length > sourceTextMax);
}
