import { Select } from 'antd';
import { useId } from 'react';
import { useTexts } from '../shell/language.tsx';
import type { Option } from './options.ts';
import { partTexts } from './texts.ts';
import type { Filters } from './use-filters.ts';

interface FilterSelectProps<Name extends string> {
  readonly filters: Filters<Name>;
  readonly name: Name;
  readonly label: string;
  readonly options: readonly Option[];
}

/** One of several values, or all. */
export function FilterSelect<Name extends string>({ filters, name, label, options }: FilterSelectProps<Name>) {
  const texts = useTexts(partTexts);
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
        options={[{ value: '', label: texts.all }, ...options]}
        showSearch={options.length > 8 && { optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
      />
    </label>
  );
}
