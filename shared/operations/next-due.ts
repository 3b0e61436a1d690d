import { addDays } from '../domain/calendar.ts';
import { firstSetOffOn } from '../store/set-off-due.ts';
import { firstCarryOverOn } from '../store/settlement-line.ts';
import { firstExpiryOn } from './applications/due.ts';
import { firstDocumentEndOn } from './documents/due.ts';
import { firstInclusionEndOn } from './inclusions/due.ts';
import { firstRefreshOn } from './list/refresh-due.ts';
import { firstLoanChangeOn } from './loans/due.ts';
import { firstActivationOn } from './policies/activate.ts';
import type { Services } from './services.ts';

/** The first day on which a night job will find something to do, or null: the nights before it may be skipped. */
export async function nextDueOn(services: Services): Promise<string | null> {
  const expiry = await firstExpiryOn(services);
  const refresh = await firstRefreshOn(services);
  const loan = await firstLoanChangeOn(services);
  const inclusion = await firstInclusionEndOn(services);
  const activation = await firstActivationOn(services);
  const setOff = await firstSetOffOn(services.database);
  const carryOver = await firstCarryOverOn(services.database, services.now());
  const document = await firstDocumentEndOn(services);
  const ended = expiry === null ? null : addDays(expiry, 1);
  const days = [activation, refresh, inclusion, ended, loan, setOff, carryOver, document].filter((day) => day !== null);
  return days.sort()[0] ?? null;
}
