import { useRef } from 'react';
import { useTexts } from '../shell/language.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FilterControl } from './filter-control.tsx';
import type { FilterField } from './filter-field.ts';
import { partTexts } from './texts.ts';
import type { Filters } from './use-filters.ts';

interface FilterBarProps<Name extends string> {
  readonly filters: Filters<Name>;
  readonly fields: readonly FilterField<Name>[];
}

/** What a list can be filtered by, and below it what it is filtered by now. */
export function FilterBar<Name extends string>({ filters, fields }: FilterBarProps<Name>) {
  const texts = useTexts(partTexts);
  const controls = useRef<HTMLElement>(null);
  return (
    <>
      <section className="filters" aria-label={texts.filters} tabIndex={-1} ref={controls}>
        {fields.map((field) => (
          <FilterControl key={field.name} filters={filters} field={field} />
        ))}
      </section>
      <FilterChips filters={filters} fields={fields} onEmpty={() => controls.current?.focus()} />
    </>
  );
}
