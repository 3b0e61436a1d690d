import { FilterDay } from './filter-day.tsx';
import type { FilterField } from './filter-field.ts';
import { FilterSelect } from './filter-select.tsx';
import { FilterText } from './filter-text.tsx';
import type { Filters } from './use-filters.ts';

interface FilterControlProps<Name extends string> {
  readonly filters: Filters<Name>;
  readonly field: FilterField<Name>;
}

/** The control by which a field is set. */
export function FilterControl<Name extends string>({ filters, field }: FilterControlProps<Name>) {
  const { name, label } = field;
  switch (field.kind) {
    case 'text':
      return <FilterText filters={filters} name={name} label={field.hint} width={field.width ?? 280} />;
    case 'day':
      return <FilterDay filters={filters} name={name} label={label} />;
    case 'choice':
      return <FilterSelect filters={filters} name={name} label={label} options={field.options} />;
  }
}
