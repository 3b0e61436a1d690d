import { useId } from 'react';
import { DayInput } from './day-input.tsx';
import type { Filters } from './use-filters.ts';

interface FilterDayProps<Name extends string> {
  readonly filters: Filters<Name>;
  readonly name: Name;
  readonly label: string;
}

/** A day to filter by. */
export function FilterDay<Name extends string>({ filters, name, label }: FilterDayProps<Name>) {
  const id = useId();
  return (
    <label htmlFor={id}>
      {label}
      <DayInput id={id} value={filters.values[name]} onChange={(day) => filters.set(name, day)} />
    </label>
  );
}
