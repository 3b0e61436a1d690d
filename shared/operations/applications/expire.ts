import { type Application, hasLapsed } from '../../domain/application.ts';
import { decideExpiry } from '../../domain/application-ending.ts';
import { dayAt } from '../../domain/calendar.ts';
import type { Actor } from '../../domain/event.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { applicationLayout } from '../../store/applications.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import { RefusedAgainAndAgain } from '../../store/retry.ts';
import { commit } from '../../store/transaction.ts';
import type { CommandContext, Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { untilCommitted } from '../until-committed.ts';
import { readDueIds } from './due.ts';
import { recordApplication } from './record-application.ts';

/**
 * Ends an application whose deadline has passed and releases what it held (R11, R14). Repeatable without effect: one
 * that has ended meanwhile, or has time again, stays as it is. Tells whether it expired now.
 *
 * @throws Unavailable if the store did not take it in time.
 */
export async function expireApplication(
  services: Services,
  applicationId: string,
  { at, causedBy }: { readonly at: string; readonly causedBy: string },
): Promise<boolean> {
  const actor: Actor = { sub: 'job:expire-applications', org: 'system', role: 'job', causedBy };
  return untilCommitted<boolean>(`application ${applicationId}`, async () => {
    const items = await readItems(services.database, [keyOfResource(applicationLayout, applicationId)]);
    const stored = storedIn(items, applicationLayout, applicationId);
    if (!stored) return { done: false };
    const decision = decideExpiry(stored.state, dayAt(at));
    if (decision.kind === 'refused') return { done: false };
    const { writes } = recordApplication(stored, applicationId, decision.events, { at, actor }, {});
    const outcome = await commit(services.database, writes);
    return outcome === 'committed' ? { done: true } : { outcome };
  });
}

/** The institution's open applications, then cap and quota may each be in the way (R10, R12). */
const roundsMax = 4;

/**
 * A deadline binds the command itself, whether or not the night job has run: what is refused for want of cap, quota or an open
 * place is decided again once the lapsed applications that hold it have been ended, which gives back what they held.
 */
export async function afterExpiringLapsed(
  services: Services,
  context: CommandContext,
  subject: { readonly creditCode: string } | { readonly applicationId: string },
  run: () => Promise<Outcome>,
): Promise<Outcome> {
  let outcome = await run();
  // Not the command: the application may be another bank's, whose history must not tell who applied elsewhere.
  const causedBy = `deadline:${context.today}`;
  for (let round = 1; round < roundsMax; round += 1) {
    if (outcome.kind !== 'refused') return outcome;
    const holds = await holderOf(services, subject, outcome);
    if (!holds) return outcome;
    let expired = 0;
    for (const applicationId of await readLapsed(services, context.today, holds)) {
      try {
        if (await expireApplication(services, applicationId, { at: context.at, causedBy })) expired += 1;
      } catch (error) {
        // One that cannot be ended gives nothing back, and stops neither the others nor the command.
        if (!(error instanceof RefusedAgainAndAgain)) throw error;
        services.log.error('a lapsed application was not ended', { applicationId, error: String(error) });
      }
    }
    if (expired === 0) return outcome;
    outcome = await run();
  }
  return outcome;
}

/**
 * Which applications hold what was wanting: the enterprise's its cap, the agreement's, whosever, its quota, the institution's
 * its open places.
 */
async function holderOf(
  services: Services,
  subject: Parameters<typeof afterExpiringLapsed>[2],
  { code, facts }: Refusal,
): Promise<((application: Application) => boolean) | null> {
  if (code === 'quota-exceeded') return ({ agreementId }) => agreementId === facts.agreementId;
  if (code === 'too-many-applications') return ({ institutionId }) => institutionId === facts.institutionId;
  if (code !== 'cap-exceeded') return null;
  const creditCode =
    'creditCode' in subject ? subject.creditCode : await readCreditCode(services, subject.applicationId);
  return (application) => application.creditCode === creditCode;
}

async function readCreditCode(services: Services, applicationId: string): Promise<string> {
  const items = await readItems(services.database, [keyOfResource(applicationLayout, applicationId)]);
  const stored = storedIn(items, applicationLayout, applicationId);
  if (!stored) throw new Error(`application ${applicationId} was refused by cap or quota and yet is not there`);
  return stored.state.creditCode;
}

/** The lapsed applications of a kind: what the night job will end, so there are few, and none once it has run. */
async function readLapsed(
  services: Services,
  today: string,
  holds: (application: Application) => boolean,
): Promise<readonly string[]> {
  const ids = await readDueIds(services, today);
  const items = await readItems(
    services.database,
    ids.map((id) => keyOfResource(applicationLayout, id)),
  );
  return ids.filter((id) => {
    const stored = storedIn(items, applicationLayout, id);
    return stored !== null && hasLapsed(stored.state, today) && holds(stored.state);
  });
}
