import { type Application, type ApplicationEvent, applicationMoves, hasLapsed, refusalOnDay } from './application.ts';
import type { Day } from './calendar.ts';
import { accepted, type Decision, stateConflict } from './refusal.ts';

/** Decides a withdrawal by the enterprise or the institution (R14): any time before disbursement, whoever applied. */
export function decideWithdrawal(
  application: Application,
  reason: string | null,
  today: Day,
): Decision<ApplicationEvent> {
  return (
    refusalOnDay(application, 'application-withdrawn', today) ??
    accepted({ type: 'application-withdrawn', data: { reason } })
  );
}

/** Decides whether an application has run out (R14): the day after its last valid day, and not before. */
export function decideExpiry(application: Application, today: Day): Decision<ApplicationEvent> {
  const { from } = applicationMoves['application-expired'];
  if (!hasLapsed(application, today)) return stateConflict(application.state, from);
  return accepted({ type: 'application-expired', data: { on: today } });
}
