import { Button } from 'antd';
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
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { inclusionsTexts } from './texts.ts';

type Inclusion = Shape<'Inclusion'>;

/** Requests for exceptional inclusion (R5). */
export default function InclusionsPage() {
  const texts = useTexts(inclusionsTexts);
  const isOffice = useHasRole('office');
  const filters = useFilters('state');
  const listing = useList('/v1/inclusions', { query: { state: filters.values.state as Inclusion['state'] } });
  const columns: readonly Column<Inclusion>[] = [
    linkColumn(
      'enterprise',
      texts.enterprise,
      ({ name }) => name,
      ({ inclusionId }) => `/inclusions/${inclusionId}`,
    ),
    textColumn('submittedOn', texts.submittedOn, ({ submittedOn }) => submittedOn),
    textColumn('submittedBy', texts.submittedBy, ({ submittedBy }) => submittedBy),
    textColumn('validUntil', texts.validUntil, ({ validUntil }) => validUntil ?? texts.openEnded),
    textColumn('includedFrom', texts.includedFrom, ({ includedFrom }) => includedFrom),
    stateColumn('inclusion', texts.state),
  ];
  return (
    <ListPage
      title={texts.title}
      says={texts.says}
      actions={
        isOffice && (
          <Button type="primary" href={hrefOf('/inclusions/new')}>
            {texts.submit}
          </Button>
        )
      }
      filters={filters}
      fields={[{ kind: 'choice', name: 'state', label: texts.state, options: useStateOptions('inclusion') }]}
      listing={listing}
      columns={columns}
      keyOf={({ inclusionId }) => inclusionId}
    />
  );
}
