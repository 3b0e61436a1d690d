import { quickWithdrawalsOfDay, withdrawsQuickly } from '../../domain/alarm.ts';
import type { Application } from '../../domain/application.ts';
import { decideWithdrawal } from '../../domain/application-ending.ts';
import { policyNamed } from '../../domain/policy.ts';
import { quickWithdrawalsIn, quickWithdrawalsKey, quickWithdrawalWrite } from '../../store/quick-withdrawals.ts';
import { actOf, type CommandContext, type Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { changeApplication } from './change-application.ts';
import { recordApplication } from './record-application.ts';
import { applicationView } from './view.ts';

/**
 * Withdraws an application before its disbursement (R14), by the enterprise or the institution, whoever applied; what it
 * reserved is released at once (R11). Refusal: `state-conflict`.
 *
 * A bank that takes back what it applied for on the same day may have wanted to look at the cap: it is counted, and from
 * {@link quickWithdrawalsOfDay} a day on a person is called.
 */
export async function withdrawApplication(
  services: Services,
  context: CommandContext,
  applicationId: string,
  reason: string | null,
): Promise<Outcome> {
  const { caller, today, at } = context;
  const key = quickWithdrawalsKey(caller.org, today);
  const isQuick = ({ appliedBy, submittedOn }: Application): boolean =>
    caller.role === 'bank' && appliedBy === caller.org && submittedOn === today;
  let withdrawn = 0;
  const outcome = await changeApplication(services, context, applicationId, {
    policyOf: (application, book) => policyNamed(book, application.policy),
    alsoReads: (application) => (isQuick(application) ? [key] : []),
    decide: (stored, _lending, items) => {
      const decision = decideWithdrawal(stored.state, reason, today);
      if (decision.kind === 'refused') return decision;
      const recorded = recordApplication(stored, applicationId, decision.events, actOf(context), {});
      const quick = isQuick(stored.state);
      withdrawn = quick ? quickWithdrawalsIn(items, key) + 1 : 0;
      return {
        kind: 'change',
        writes: [...recorded.writes, ...(quick ? [quickWithdrawalWrite(key, at)] : [])],
        status: 200,
        body: applicationView(recorded.stored),
        version: recorded.stored.version,
      };
    },
  });
  if (outcome.kind === 'answered' && !outcome.replayed && withdrawn >= quickWithdrawalsOfDay) {
    services.log.warn(withdrawsQuickly, { institutionId: caller.org, on: today, withdrawn });
  }
  return outcome;
}
