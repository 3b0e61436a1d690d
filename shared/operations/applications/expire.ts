import { hasLapsed } from '../../domain/application.ts';
import { decideExpiry } from '../../domain/application-ending.ts';
import { dayAt } from '../../domain/calendar.ts';
import type { Actor } from '../../domain/event.ts';
import { applicationLayout } from '../../store/applications.ts';
import { queryAll, readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from '../../store/retry.ts';
import { commit } from '../../store/transaction.ts';
import type { CommandContext, Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { recordApplication } from './record-application.ts';

/**
 * Ends an application whose deadline has passed and releases what it held (R11, R14). Repeatable without effect: one
 * that has ended meanwhile, or has time again, stays as it is. Tells whether it expired now.
 *
 * @throws Unavailable when the store did not take it in time.
 */
export async function expireApplication(
  services: Services,
  applicationId: string,
  { at, causedBy }: { readonly at: string; readonly causedBy: string },
): Promise<boolean> {
  const actor: Actor = { sub: 'job:expire-applications', name: '到期处理', org: 'system', role: 'job', causedBy };
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const items = await readItems(services.database, [keyOfResource(applicationLayout, applicationId)]);
    const stored = storedIn(items, applicationLayout, applicationId);
    if (!stored) return false;
    const decision = decideExpiry(stored.state, dayAt(at));
    if (decision.kind === 'refused') return false;
    const { writes } = recordApplication(stored, applicationId, decision.events, { at, actor }, {});
    if ((await commit(services.database, writes)) === 'committed') return true;
    await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`application ${applicationId} was not expired in ${attemptsMax} attempts`);
}

/**
 * A deadline binds the command itself, whether or not the night job has run: what is refused for want of cap or quota is
 * decided again once the enterprise's own lapsed applications have been ended, which gives back what they held.
 */
export async function afterExpiringLapsed(
  services: Services,
  context: CommandContext,
  subject: { readonly creditCode: string } | { readonly applicationId: string },
  run: () => Promise<Outcome>,
): Promise<Outcome> {
  const outcome = await run();
  if (outcome.kind !== 'refused' || !['cap-exceeded', 'quota-exceeded'].includes(outcome.code)) return outcome;
  const creditCode =
    'creditCode' in subject ? subject.creditCode : await readCreditCode(services, subject.applicationId);
  const causedBy = `command:${context.caller.org}/${context.key.key}`;
  let expired = 0;
  for (const applicationId of await readLapsed(services, creditCode, context.today)) {
    if (await expireApplication(services, applicationId, { at: context.at, causedBy })) expired += 1;
  }
  return expired > 0 ? run() : outcome;
}

async function readCreditCode(services: Services, applicationId: string): Promise<string> {
  const items = await readItems(services.database, [keyOfResource(applicationLayout, applicationId)]);
  const stored = storedIn(items, applicationLayout, applicationId);
  if (!stored) throw new Error(`application ${applicationId} was refused by cap or quota and yet is not there`);
  return stored.state.creditCode;
}

async function readLapsed(services: Services, creditCode: string, today: string): Promise<readonly string[]> {
  const ids: string[] = [];
  const query = {
    table: 'applications' as const,
    index: 'byEnterprise',
    expression: '#code = :code',
    names: { '#code': 'creditCode' },
    values: { ':code': creditCode },
  };
  for await (const item of queryAll(services.database, query)) ids.push(String(item.pk));
  const items = await readItems(
    services.database,
    ids.map((id) => keyOfResource(applicationLayout, id)),
  );
  return ids.filter((id) => {
    const stored = storedIn(items, applicationLayout, id);
    return stored !== null && hasLapsed(stored.state, today);
  });
}
