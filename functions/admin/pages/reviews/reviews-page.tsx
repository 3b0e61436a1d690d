import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import { amountColumn } from '../../parts/amount-column.tsx';
import type { Column } from '../../parts/column.ts';
import { enterpriseColumn } from '../../parts/enterprise-column.tsx';
import { useInstitutionName } from '../../parts/institution-names.tsx';
import { linkColumn } from '../../parts/link-column.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { stateColumn } from '../../parts/state-column.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { filled } from '../../parts/texts.ts';
import { useFilters } from '../../parts/use-filters.ts';
import { useBankOptions } from '../../parts/use-institution-options.ts';
import { useStateOptions } from '../../parts/use-state-options.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { reviewsTexts } from './texts.ts';

type Application = Shape<'Application'>;

/** Applications; those that await the office are where the overview leads. */
export default function ReviewsPage() {
  const texts = useTexts(reviewsTexts);
  const words = useWords();
  const nameOf = useInstitutionName();
  const filters = useFilters('state', 'institutionId');
  const { state, institutionId } = filters.values;
  const listing = useList('/v1/applications', { query: { state: state as Application['state'], institutionId } });
  const columns: readonly Column<Application>[] = [
    linkColumn(
      'submittedOn',
      texts.submittedOn,
      ({ submittedOn }) => submittedOn,
      ({ applicationId }) => `/reviews/${applicationId}`,
    ),
    enterpriseColumn(texts.enterprise),
    textColumn('institution', texts.institution, ({ institutionId: id }) => nameOf(id)),
    textColumn('mode', texts.mode, ({ mode }) => words.mode(mode)),
    textColumn('term', texts.term, ({ termMonths }) => filled(texts.months, { months: termMonths })),
    amountColumn('amount', texts.amount, ({ amountFen }) => amountFen),
    amountColumn('approved', texts.approved, ({ approvedAmountFen }) => approvedAmountFen),
    textColumn('expiresOn', texts.expiresOn, ({ expiresOn }) => expiresOn),
    stateColumn('application', texts.state),
  ];
  return (
    <ListPage
      title={texts.title}
      filters={filters}
      fields={[
        { kind: 'choice', name: 'state', label: texts.state, options: useStateOptions('application') },
        { kind: 'choice', name: 'institutionId', label: texts.institution, options: useBankOptions() },
      ]}
      listing={listing}
      columns={columns}
      keyOf={({ applicationId }) => applicationId}
    />
  );
}
