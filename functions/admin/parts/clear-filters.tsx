import { Button } from 'antd';
import { useTexts } from '../shell/language.tsx';
import { partTexts } from './texts.ts';
import type { Filters } from './use-filters.ts';

/** Takes all filters away; there only while one is set. */
export function ClearFilters<Name extends string>({ filters }: { readonly filters: Filters<Name> }) {
  const texts = useTexts(partTexts);
  if (Object.values(filters.values).every((value) => value === '')) return null;
  return (
    <Button type="link" onClick={filters.clear}>
      {texts.clearFilters}
    </Button>
  );
}
