import { Select } from 'antd';
import { useId } from 'react';
import type { Filters } from './use-filters.ts';
import type { Option } from './use-state-options.ts';

interface FilterSelectProps<Name extends string> {
  readonly filters: Filters<Name>;
  readonly name: Name;
  readonly label: string;
  readonly options: readonly Option[];
  readonly all: string;
}

/** One of several values, or all. */
export function FilterSelect<Name extends string>({ filters, name, label, options, all }: FilterSelectProps<Name>) {
  const id = useId();
  return (
    <label htmlFor={id}>
      {label}
      <Select
        id={id}
        aria-label={label}
        className="filter-select"
        value={filters.values[name]}
        onChange={(value) => filters.set(name, value)}
        options={[{ value: '', label: all }, ...options]}
        showSearch={options.length > 8 && { optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
      />
    </label>
  );
}
