import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import { amountColumn } from '../../parts/amount-column.tsx';
import { ClearFilters } from '../../parts/clear-filters.tsx';
import type { Column } from '../../parts/column.ts';
import { EnterpriseLink } from '../../parts/enterprise-link.tsx';
import { knownName } from '../../parts/enterprise-names.ts';
import { FilterSelect } from '../../parts/filter-select.tsx';
import { useInstitutionName } from '../../parts/institution-names.tsx';
import { ListTable } from '../../parts/list-table.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { filled } from '../../parts/texts.ts';
import { useFilters } from '../../parts/use-filters.ts';
import { useBankOptions } from '../../parts/use-institution-options.ts';
import { useStateOptions } from '../../parts/use-state-options.ts';
import { hrefOf } from '../../shell/address.ts';
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
  const listing = useList('/v1/applications', {
    query: {
      ...(state !== '' && { state: state as Application['state'] }),
      ...(institutionId !== '' && { institutionId }),
    },
  });
  const columns: readonly Column<Application>[] = [
    {
      key: 'submittedOn',
      title: texts.submittedOn,
      value: ({ submittedOn }) => submittedOn,
      show: ({ submittedOn, applicationId }) => <a href={hrefOf(`/reviews/${applicationId}`)}>{submittedOn}</a>,
    },
    {
      key: 'enterprise',
      title: texts.enterprise,
      value: ({ creditCode }) => knownName(creditCode),
      show: ({ creditCode }) => <EnterpriseLink creditCode={creditCode} />,
    },
    textColumn('institution', texts.institution, ({ institutionId: id }) => nameOf(id)),
    textColumn('mode', texts.mode, ({ mode }) => words.mode(mode)),
    textColumn('term', texts.term, ({ termMonths }) => filled(texts.months, { months: termMonths })),
    amountColumn('amount', texts.amount, ({ amountFen }) => amountFen),
    amountColumn('approved', texts.approved, ({ approvedAmountFen }) => approvedAmountFen),
    textColumn('expiresOn', texts.expiresOn, ({ expiresOn }) => expiresOn),
    {
      key: 'state',
      title: texts.state,
      value: (row) => row.state,
      show: (row) => <StateMark of="application" state={row.state} />,
    },
  ];
  return (
    <>
      <PageHead title={texts.title} />
      <Panel>
        <div className="filters">
          <FilterSelect
            filters={filters}
            name="state"
            label={texts.state}
            all={texts.all}
            options={useStateOptions('application')}
          />
          <FilterSelect
            filters={filters}
            name="institutionId"
            label={texts.institution}
            all={texts.all}
            options={useBankOptions()}
          />
          <ClearFilters filters={filters} />
        </div>
        <ListTable
          name={texts.title}
          label={texts.title}
          listing={listing}
          columns={columns}
          keyOf={({ applicationId }) => applicationId}
        />
      </Panel>
    </>
  );
}
