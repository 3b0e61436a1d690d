import { decideWithdrawal } from '../../domain/application-ending.ts';
import { policyNamed } from '../../domain/policy.ts';
import { actOf, type CommandContext, type Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { changeApplication } from './change-application.ts';
import { recordApplication } from './record-application.ts';
import { applicationView } from './view.ts';

/**
 * Withdraws an application before its disbursement (R14), by the enterprise or the institution, whoever applied; what it
 * reserved is released at once (R11). Refusal: `state-conflict`.
 */
export function withdrawApplication(
  services: Services,
  context: CommandContext,
  applicationId: string,
  reason: string | null,
): Promise<Outcome> {
  return changeApplication(services, context, applicationId, {
    policyOf: (application, book) => policyNamed(book, application.policy),
    decide: (stored) => {
      const decision = decideWithdrawal(stored.state, reason, context.today);
      if (decision.kind === 'refused') return decision;
      const recorded = recordApplication(stored, applicationId, decision.events, actOf(context), {});
      return {
        kind: 'change',
        writes: recorded.writes,
        status: 200,
        body: applicationView(recorded.stored),
        version: recorded.stored.version,
      };
    },
  });
}
