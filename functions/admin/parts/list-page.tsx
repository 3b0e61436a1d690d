import type { ReactNode } from 'react';
import { FilteredList, type FilteredListProps } from './filtered-list.tsx';
import { PageHead } from './page-head.tsx';

interface ListPageProps<Row, Name extends string> extends FilteredListProps<Row, Name> {
  /** At the right of the heading. */
  readonly actions?: ReactNode;
  /** Below the list. */
  readonly children?: ReactNode;
}

/** A page that is a list, headed by the list's own title. */
export function ListPage<Row extends object, Name extends string = never>({
  actions,
  children,
  ...list
}: ListPageProps<Row, Name>) {
  return (
    <>
      <PageHead title={list.title}>{actions}</PageHead>
      <FilteredList<Row, Name> {...list} />
      {children}
    </>
  );
}
