import type { ReactNode } from 'react';
import { FilterBar } from './filter-bar.tsx';
import type { FilterField } from './filter-field.ts';
import { ListTable, type ListTableProps } from './list-table.tsx';
import { Panel } from './panel.tsx';
import type { Filters } from './use-filters.ts';

export interface FilteredListProps<Row, Name extends string> extends ListTableProps<Row> {
  /** Above the list, where the page's own heading does not name it. */
  readonly heading?: string;
  readonly says?: ReactNode;
  /** What the list is filtered by, out of the address, and its fields in their order. */
  readonly filters?: Filters<Name>;
  readonly fields?: readonly FilterField<Name>[];
}

/** A panel with a list: what it is filtered by, and the table with its export and print. */
export function FilteredList<Row extends object, Name extends string = never>({
  heading,
  says,
  filters,
  fields = [],
  ...table
}: FilteredListProps<Row, Name>) {
  return (
    <Panel title={heading}>
      {says !== undefined && <p className="quiet">{says}</p>}
      {filters && <FilterBar filters={filters} fields={fields} />}
      <ListTable<Row> {...table} />
    </Panel>
  );
}
