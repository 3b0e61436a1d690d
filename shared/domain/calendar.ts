/**
 * Business days (业务日期) as `YYYY-MM-DD` strings in Asia/Shanghai. Strings of this form compare like the days they name.
 *
 * Shanghai has kept UTC+8 without summer time since 1992, before the first policy version.
 */
export type Day = string;

const shanghaiOffsetMs = 8 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

/** The farthest day that the calendar speaks of; stands for "open-ended" where days are compared. */
export const lastDay: Day = '9999-12-31';

/** Whether a text is a day that exists: `2024-02-29` is, `2023-02-29`, `2024-2-9` and the year 0 are not. */
export function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** The day in Shanghai at an instant (ISO 8601). */
export function dayAt(instant: string): Day {
  return new Date(Date.parse(instant) + shanghaiOffsetMs).toISOString().slice(0, 10);
}

/** The instant (ISO 8601, UTC) at which a Shanghai day begins. */
export function startOf(day: Day): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - shanghaiOffsetMs).toISOString();
}

/** The day so many days later, or earlier for a negative number; never past {@link lastDay}. */
export function addDays(day: Day, days: number): Day {
  const time = Date.parse(`${day}T00:00:00Z`) + days * dayMs;
  return time >= Date.parse(`${lastDay}T00:00:00Z`) ? lastDay : new Date(time).toISOString().slice(0, 10);
}

/** The day so many months later, cut to the month's end: 31 January and one month is 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const index = yearOf(day) * 12 + (Number(day.slice(5, 7)) - 1) + months;
  const year = Math.floor(index / 12);
  if (year > 9999) return lastDay;
  const month = index - year * 12;
  // The calendar repeats every 400 years; a year below 100 would be taken for one of the 1900s.
  const daysInMonth = new Date(Date.UTC(2000 + (year % 400), month + 1, 0)).getUTCDate();
  const date = Math.min(Number(day.slice(8, 10)), daysInMonth);
  return `${pad(year, 4)}-${pad(month + 1, 2)}-${pad(date, 2)}`;
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');
