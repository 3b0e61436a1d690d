import type { InstitutionApplied } from '../../domain/institution.ts';
import { reservedIds } from '../../domain/organisation.ts';
import { refusedBy } from '../../domain/refusal.ts';
import { institutionLayout } from '../../store/institutions.ts';
import { bookIn } from '../../store/policy-book.ts';
import { record, storedIn } from '../../store/resource.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { refusalOfOperator } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { standingKeys, standingOf } from './breaker-standing.ts';
import { institutionView } from './view.ts';

export type CreateInstitution = Omit<InstitutionApplied['data'], 'appliedOn'>;

/**
 * Enters an institution that has applied to take part (R9), under the id that the office chose. No unit of the conference, in
 * any version, and none of the `officials` has that id. Refusal: `already-exists`.
 */
export function createInstitution(
  services: Services,
  context: CommandContext,
  request: CreateInstitution,
  officials: readonly string[],
): Promise<Outcome> {
  const { institutionId, name, kind, creditCode } = request;
  return runCommand(services, context, {
    reads: standingKeys(institutionId),
    decide: (items) => {
      const refusal = refusalOfOperator(context);
      if (refusal) return refusal;
      if (storedIn(items, institutionLayout, institutionId)) {
        return refusedBy(null, 'already-exists', { institutionId });
      }
      const units = bookIn(items).flatMap(({ parameters }) => parameters.conferenceUnits);
      if ([...units, ...officials, ...reservedIds].includes(institutionId)) {
        return refusedBy(null, 'already-exists', { institutionId, takenBy: 'official' });
      }
      const data = { institutionId, name, kind, creditCode, appliedOn: context.today };
      const event: InstitutionApplied = { type: 'institution-applied', data };
      const { stored, writes } = record(institutionLayout, institutionId, null, [event], actOf(context));
      return {
        kind: 'change',
        writes,
        status: 201,
        body: institutionView(standingOf(stored, items, context.today), context.caller, context.today),
        version: stored.version,
        location: `/v1/institutions/${institutionId}`,
      };
    },
  });
}
