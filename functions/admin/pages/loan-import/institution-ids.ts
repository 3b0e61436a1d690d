import type { LoanSheetRow } from '../../sheets/loan-rows.ts';

interface Named {
  readonly institutionId: string;
  readonly name: string;
}

/** The rows with ids in place of the names of institutions that are known; what is no such name stays as it is. */
export function withInstitutionIds(rows: readonly LoanSheetRow[], institutions: readonly Named[]): LoanSheetRow[] {
  const ids = new Map(institutions.map(({ name, institutionId }) => [name, institutionId]));
  return rows.map((row) => {
    const { institutionId, guarantorId } = row;
    return {
      ...row,
      ...(institutionId !== undefined && { institutionId: ids.get(String(institutionId)) ?? institutionId }),
      ...(guarantorId !== undefined && { guarantorId: ids.get(String(guarantorId)) ?? guarantorId }),
    };
  });
}
