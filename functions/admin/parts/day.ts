/** Instants are UTC; everybody here lives by Shanghai's clock. */
const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** 2026-03-31 10:15 in Shanghai. */
export const instantText = (instant: string | null): string =>
  instant === null ? '—' : shanghai.format(new Date(instant));

/** The day in Shanghai of the browser's clock: only for what a form suggests, never for a rule. */
export const todayHere = (): string => shanghai.format(new Date()).slice(0, 10);

/** So many days from today on. */
export const daysFromToday = (days: number): string =>
  new Date(Date.parse(`${todayHere()}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Whole days from one day to another. */
export const daysBetweenDays = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
