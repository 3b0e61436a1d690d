import type { Shape } from '../../api/calls.ts';
import type { SheetKind } from '../../sheets/read-file.ts';
import { useTexts } from '../../shell/language.tsx';
import { sheetReasons } from '../loan-import/sheet-reasons.ts';

/** Why a row of a sheet was not taken, in the sheet's own terms; by the API's words where they already are. */
export function useReason(kind: SheetKind): (rejection: Shape<'Rejection'>) => string {
  const reasons = useTexts(sheetReasons);
  return ({ code, message }) => (kind === 'loans' ? (reasons[code] ?? message) : message);
}
