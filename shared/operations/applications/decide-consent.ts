import { type ConsentDecision, decideConsent } from '../../domain/application-consent.ts';
import { policyNamed } from '../../domain/policy.ts';
import { actOf, type CommandContext, type Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { changeApplication } from './change-application.ts';
import { recordApplication } from './record-application.ts';
import { applicationView } from './view.ts';

/**
 * The enterprise says whether an institution applies in its name: confirmed once, or refused at any time before the
 * disbursement, which withdraws the application and releases at once what it reserved (R11, R14). The institution reads it in
 * the application and its history.
 *
 * Refusal: `state-conflict`.
 */
export function decideApplicationConsent(
  services: Services,
  context: CommandContext,
  applicationId: string,
  said: ConsentDecision,
): Promise<Outcome> {
  return changeApplication(services, context, applicationId, {
    policyOf: (application, book) => policyNamed(book, application.policy),
    decide: (stored) => {
      const decision = decideConsent(stored.state, said, context.today);
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
