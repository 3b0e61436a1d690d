import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import type { Column } from '../../parts/column.ts';
import { linkColumn } from '../../parts/link-column.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { stateColumn } from '../../parts/state-column.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { useFilters } from '../../parts/use-filters.ts';
import { useStateOptions } from '../../parts/use-state-options.ts';
import { useHasRole } from '../../session/use-session.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { Agreements } from './agreements.tsx';
import { EnterInstitution } from './enter-institution.tsx';
import { institutionsTexts } from './texts.ts';

type Institution = Shape<'Institution'>;

/** Banks, guarantors and holdings of the programme. */
export default function InstitutionsPage() {
  const texts = useTexts(institutionsTexts);
  const words = useWords();
  const isOffice = useHasRole('office');
  const seesAgreements = useHasRole('office', 'auditor');
  const filters = useFilters('kind', 'state');
  const { kind, state } = filters.values;
  const listing = useList('/v1/institutions', {
    query: { kind: kind as Institution['kind'], state: state as Institution['state'] },
  });
  const columns: readonly Column<Institution>[] = [
    linkColumn(
      'name',
      texts.name,
      ({ name }) => name,
      ({ institutionId }) => `/institutions/${institutionId}`,
    ),
    textColumn('kind', texts.kind, (row) => words.kind(row.kind)),
    textColumn('id', texts.id, ({ institutionId }) => institutionId),
    textColumn('creditCode', texts.creditCode, ({ creditCode }) => creditCode),
    textColumn('since', texts.since, ({ admissions }) => admissions.at(-1)?.from),
    stateColumn('institution', texts.state),
  ];
  const kinds = ['bank', 'guarantor', 'holding'].map((value) => ({ value, label: words.kind(value) }));
  return (
    <ListPage
      title={texts.title}
      actions={isOffice && <EnterInstitution onDone={listing.reload} />}
      filters={filters}
      fields={[
        { kind: 'choice', name: 'kind', label: texts.kind, options: kinds },
        { kind: 'choice', name: 'state', label: texts.state, options: useStateOptions('institution') },
      ]}
      listing={listing}
      columns={columns}
      keyOf={({ institutionId }) => institutionId}
    >
      {seesAgreements && <Agreements />}
    </ListPage>
  );
}
