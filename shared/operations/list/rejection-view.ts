import type { Language } from '../../contracts/language.ts';
import { rowMessage } from '../../contracts/row-messages.ts';
import type { RejectedRow } from '../../domain/import-rows.ts';

/** A rejected row as the API shows it: what it said, and why it was not taken. */
export function rejectionView({ row, code, texts }: RejectedRow, language: Language) {
  const { creditCode = '', name = '', certificateNumber = '', issuedOn = '', validUntil = '' } = texts;
  return { row, creditCode, name, certificateNumber, issuedOn, validUntil, code, message: rowMessage(language, code) };
}
