import type { GuarantorFigures, InstitutionFigures, Statistics } from '../../domain/statistics.ts';
import type { Caller } from '../caller.ts';

type Named<Row> = Row & { readonly name: string };

export interface StatisticsView extends Omit<Statistics, 'byInstitution' | 'byGuarantor'> {
  readonly byInstitution: readonly Named<InstitutionFigures>[];
  readonly byGuarantor: readonly Named<GuarantorFigures>[];
}

const noLoans = { loansCount: 0, loansCumulativeFen: 0, outstandingFen: 0 };

/** The figures as a caller may see them: totals for all, of the rows a bank's or a guarantor's own, an enterprise none. */
export function statisticsView(
  { byInstitution, byGuarantor, ...totals }: Statistics,
  { role, org }: Caller,
  names: ReadonlyMap<string, string>,
): StatisticsView {
  const named = <Row extends { readonly institutionId: string }>({ institutionId, ...row }: Row) =>
    ({ institutionId, name: names.get(institutionId) ?? institutionId, ...row }) as unknown as Named<Row>;
  const own = <Row extends { readonly institutionId: string }>(
    rows: readonly Row[],
    none: Row,
  ): readonly Named<Row>[] => [rows.find(({ institutionId }) => institutionId === org) ?? none].map(named);
  switch (role) {
    case 'bank': {
      const rows = own(byInstitution, { institutionId: org, ...noLoans, compensatedFen: 0 });
      return { ...totals, byInstitution: rows, byGuarantor: [] };
    }
    case 'guarantor':
      return { ...totals, byInstitution: [], byGuarantor: own(byGuarantor, { institutionId: org, ...noLoans }) };
    case 'enterprise':
      return { ...totals, byInstitution: [], byGuarantor: [] };
    default:
      return { ...totals, byInstitution: byInstitution.map(named), byGuarantor: byGuarantor.map(named) };
  }
}
