import { todayHere } from './day.ts';
import type { Option } from './options.ts';

const yearsBack = 6;

/** This year and those before it, as options of a filter. */
export function yearOptions(): readonly Option[] {
  const thisYear = Number(todayHere().slice(0, 4));
  return Array.from({ length: yearsBack }, (_, index) => String(thisYear - index)).map((value) => ({
    value,
    label: value,
  }));
}

/** The year that a filter names; undefined where it names none. */
export const yearOf = (text: string): number | undefined => (/^\d{4}$/.test(text) ? Number(text) : undefined);
