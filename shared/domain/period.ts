import { addDays, addMonths, type Day, yearOf } from './calendar.ts';

/** A year `YYYY`, a month `YYYY-MM` or a day `YYYY-MM-DD`, over which figures are summed. */
export type Period = string;

/** The periods that a day lies in. */
export const periodsOf = (day: Day): readonly Period[] => [day.slice(0, 4), day.slice(0, 7), day];

/**
 * The fewest periods that make up the days from the first of January of a year through a day: whole years, then whole
 * months, then days, so that a sum over many years reads a few dozen buckets, however much they count.
 */
export function periodsThrough(firstYear: number, day: Day): readonly Period[] {
  const periods: Period[] = [];
  const end = addDays(day, 1);
  for (let year = firstYear; year < yearOf(end); year += 1) periods.push(String(year));
  if (firstYear > yearOf(end)) return periods;
  let next = `${end.slice(0, 4)}-01-01`;
  for (; addMonths(next, 1) <= end; next = addMonths(next, 1)) periods.push(next.slice(0, 7));
  for (; next < end; next = addDays(next, 1)) periods.push(next);
  return periods;
}

/** Every month from one to another, both included. */
export function monthsBetween(from: Period, through: Period): readonly Period[] {
  const months: Period[] = [];
  for (let month = `${from}-01`; month.slice(0, 7) <= through; month = addMonths(month, 1))
    months.push(month.slice(0, 7));
  return months;
}
