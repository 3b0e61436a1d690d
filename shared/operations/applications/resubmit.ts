import type { ApplicationTerms } from '../../domain/application.ts';
import { decideResubmission, resubmittedTerms } from '../../domain/application-submission.ts';
import { policyNamed, policyOn } from '../../domain/policy.ts';
import { refusedBy } from '../../domain/refusal.ts';
import { bookIn } from '../../store/policy-book.ts';
import { actOf, type CommandContext, type Outcome } from '../command.ts';
import { readUnmarked } from '../loans/unmarked.ts';
import type { Services } from '../services.ts';
import { changeApplication } from './change-application.ts';
import { afterExpiringLapsed } from './expire.ts';
import { institutionChecks, listingGuards } from './guards.ts';
import { withoutOthersFigures } from './others-figures.ts';
import { recordApplication } from './record-application.ts';
import { applicationView } from './view.ts';

/**
 * Submits a returned application again under the same id (R13), judged by the version in force today (R2); the
 * reservation moves by the difference in the same transaction.
 *
 * Refusals: `forbidden` (another organisation applied), `state-conflict`, then those of a submission.
 */
export function resubmitApplication(
  services: Services,
  context: CommandContext,
  applicationId: string,
  change: Partial<ApplicationTerms>,
): Promise<Outcome> {
  const { today, caller } = context;
  return afterExpiringLapsed(services, context, { applicationId }, () =>
    changeApplication(services, context, applicationId, {
      partiesOf: (application) => ({ ...application, ...resubmittedTerms(application, change) }),
      policyOf: (application, book) => policyOn(book, today) ?? policyNamed(book, application.policy),
      look: async ({ creditCode }, items) => ({
        unmarkedDefaults: (await readUnmarked(services, creditCode, bookIn(items), today)).defaults,
      }),
      decide: (stored, lending) => {
        if (stored.state.appliedBy !== caller.org) {
          return refusedBy('R13', 'forbidden', { appliedBy: stored.state.appliedBy, own: caller.org });
        }
        const decision = decideResubmission(stored.state, change, lending.facts, today);
        if (decision.kind === 'refused') return withoutOthersFigures(decision, context, lending);
        const recorded = recordApplication(stored, applicationId, decision.events, actOf(context), {
          guards: listingGuards(lending, today),
          quotaFen: lending.agreement?.state.quotaFen,
        });
        return {
          kind: 'change',
          writes: [...recorded.writes, ...institutionChecks(lending)],
          status: 200,
          body: applicationView(recorded.stored),
          version: recorded.stored.version,
        };
      },
    }),
  );
}
