import { type Application, type ApplicationEvent, hasLapsed, isOpen, openStates } from './application.ts';
import type { Day } from './calendar.ts';
import { accepted, type Decision, stateConflict } from './refusal.ts';

/** Decides a withdrawal by the enterprise or the institution (R14): any time before disbursement, whoever applied. */
export function decideWithdrawal(
  application: Application,
  reason: string | null,
  today: Day,
): Decision<ApplicationEvent> {
  if (hasLapsed(application, today)) return stateConflict('expired', openStates);
  if (!isOpen(application)) return stateConflict(application.state, openStates);
  return accepted({ type: 'application-withdrawn', data: { reason } });
}

/** Decides whether an application has run out (R14): the day after its last valid day, and not before. */
export function decideExpiry(application: Application, today: Day): Decision<ApplicationEvent> {
  if (!hasLapsed(application, today)) return stateConflict(application.state, openStates);
  return accepted({ type: 'application-expired', data: { on: today } });
}
