import { reviewApplication as route } from '../../../shared/contracts/routes/applications.ts';
import { reviewApplication } from '../../../shared/operations/applications/review.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The institution, then the office, approves, rejects or returns. */
export const handler = commandEndpoint(route, (services, context, { path, body }) => {
  const { decision, approvedAmountFen, annualRateBp, annualRatePpm, reason } = body;
  const review =
    decision === 'approve'
      ? { decision, approvedAmountFen, annualRateBp, annualRatePpm }
      : { decision, reason: reason ?? '' };
  return reviewApplication(services, context, path.applicationId, review);
});
