import { decideBreakerRelease } from '../../domain/breaker.ts';
import { policyOn } from '../../domain/policy.ts';
import { lossesCheck, lossesIn } from '../../store/institution-losses.ts';
import { bookIn } from '../../store/policy-book.ts';
import type { CommandContext, Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { changeInstitution } from './change-institution.ts';

/**
 * Lets an institution whose breaker is open receive applications again (R28). The write asks that nothing was compensated
 * since: what the release holds against are the figures that the office saw. Refusal: `state-conflict`.
 */
export const releaseBreaker = (
  services: Services,
  context: CommandContext,
  institutionId: string,
  request: { readonly reason: string },
): Promise<Outcome> =>
  changeInstitution(services, context, institutionId, {
    decide: (institution, items) => {
      const policy = policyOn(bookIn(items), context.today);
      return decideBreakerRelease(institution, lossesIn(items, institutionId), policy, request, context.today);
    },
    alongside: (items) => [lossesCheck(institutionId, lossesIn(items, institutionId))],
  });
