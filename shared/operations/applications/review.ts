import { decideInstitutionReview, decideOfficeReview, type Review } from '../../domain/application-review.ts';
import { policyNamed } from '../../domain/policy.ts';
import { bookIn } from '../../store/policy-book.ts';
import { actOf, type CommandContext, type Outcome } from '../command.ts';
import { readUnmarked } from '../loans/unmarked.ts';
import type { Services } from '../services.ts';
import { changeApplication } from './change-application.ts';
import { institutionChecks, listingGuards } from './guards.ts';
import { recordApplication } from './record-application.ts';
import { applicationView } from './view.ts';

/**
 * Records a review (R13): the institution's by its own people, then the office's where it is not automatic.
 *
 * Refusals: `state-conflict`; for an approval by the institution also `institution-not-admitted` (R9),
 * `amount-exceeds-applied` and `rate-too-high`; for one by the office `amount-exceeds-approved`.
 */
export function reviewApplication(
  services: Services,
  context: CommandContext,
  applicationId: string,
  review: Review,
): Promise<Outcome> {
  return changeApplication(services, context, applicationId, {
    policyOf: (application, book) => policyNamed(book, application.policy),
    look: async ({ creditCode }, items) => {
      // Only what is confirmed by itself asks whether the enterprise is in default (R13).
      if (context.caller.role !== 'bank' || review.decision !== 'approve') return {};
      const { defaults } = await readUnmarked(services, creditCode, bookIn(items), context.today);
      return { unmarkedDefaults: defaults };
    },
    decide: (stored, lending) => {
      const decideReview = context.caller.role === 'bank' ? decideInstitutionReview : decideOfficeReview;
      const decision = decideReview(stored.state, review, lending.facts, context.today);
      if (decision.kind === 'refused') return decision;
      // One that nobody looks at rests on the list and on there being no default, so the write asks again (R13).
      const automatic = decision.events.some((event) => event.type === 'application-confirmed' && event.data.automatic);
      const { capFen: _capFen, ...guards } = listingGuards(lending, context.today);
      const recorded = recordApplication(stored, applicationId, decision.events, actOf(context), {
        ...(automatic && { guards }),
      });
      // An approval rests on the institution's admission; turning down rests on nothing but the application.
      const checks = review.decision === 'approve' ? institutionChecks(lending) : [];
      return {
        kind: 'change',
        writes: [...recorded.writes, ...checks],
        status: 200,
        body: applicationView(recorded.stored),
        version: recorded.stored.version,
      };
    },
  });
}
