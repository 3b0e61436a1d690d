/** A day as `YYYY-MM-DD` in Shanghai. */
export type Day = string;

/** Stands for an open end. */
export const never: Day = '9999-12-31';

/** Days since 1970-01-01, by the civil calendar's own arithmetic. */
function numberOf(day: Day): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function dayOf(number: number): Day {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return written(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}

export const plusDays = (day: Day, days: number): Day => (day === never ? never : dayOf(numberOf(day) + days));

export const daysFrom = (from: Day, to: Day): number => numberOf(to) - numberOf(from);

export const yearIn = (day: Day): number => Number(day.slice(0, 4));

/** The day so many months later, cut to the month's end. */
export function plusMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const to = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  const leap = (to.year % 4 === 0 && to.year % 100 !== 0) || to.year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return written(to.year, to.month, Math.min(date, lengths[to.month - 1] ?? 31));
}

/** Shanghai is eight hours ahead of UTC all year. */
export const shanghaiDayOf = (instant: string): Day => dayOf(Math.floor((Date.parse(instant) / 3_600_000 + 8) / 24));

/** An instant of a Shanghai day, so many minutes after its midnight. */
export const instantOf = (day: Day, minutes: number): string =>
  new Date(numberOf(day) * 86_400_000 - 8 * 3_600_000 + minutes * 60_000).toISOString();

const written = (year: number, month: number, date: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
