import { decideErasure, decideErasureLifting, type Person, type PersonEvent } from '../../domain/person.ts';
import { type Decision, refusedBy } from '../../domain/refusal.ts';
import { namesWrite, personLayout } from '../../store/persons.ts';
import { record } from '../../store/resource.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { refusalOfOperator } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { personIn, personKeys } from './read.ts';
import { personView } from './view.ts';

export interface ErasureRequest {
  readonly reason: string;
}

/**
 * Erases all names of a person: every view shows none from then on, every chain still verifies, and what the person does
 * later brings none back. Refusal: `state-conflict` (erased already).
 */
export const eraseName = (services: Services, context: CommandContext, personId: string, { reason }: ErasureRequest) =>
  changePerson(services, context, personId, (state, who) => decideErasure(state, who, reason));

/** Lets names be kept again from the next act on; what was erased stays so. Refusal: `state-conflict` (not erased). */
export const liftErasure = (
  services: Services,
  context: CommandContext,
  personId: string,
  { reason }: ErasureRequest,
) => changePerson(services, context, personId, (state) => decideErasureLifting(state, reason));

function changePerson(
  services: Services,
  context: CommandContext,
  personId: string,
  decide: (state: Person | null, who: Pick<Person, 'personId' | 'org' | 'sub'>) => Decision<PersonEvent>,
): Promise<Outcome> {
  return runCommand(services, context, {
    reads: personKeys(personId),
    decide: (items) => {
      const person = personIn(items, personId);
      if (!person) return refusedBy(null, 'not-found');
      const { known, stored } = person;
      const { org, sub } = known;
      const current = stored?.version ?? 0;
      if (context.ifMatch !== null && context.ifMatch !== current)
        return refusedBy(null, 'version-mismatch', { given: context.ifMatch, current });
      const refusal = refusalOfOperator(context);
      if (refusal) return refusal;
      const decision = decide(stored?.state ?? null, { personId, org, sub });
      if (decision.kind === 'refused') return decision;
      const recorded = record(personLayout, personId, stored, decision.events, actOf(context));
      const isErased = recorded.stored.state.state === 'erased';
      const after = { org, sub, names: [], isErased };
      return {
        kind: 'change',
        // Whoever writes a name at the same time meets the version of the names, reads again and finds it erased.
        writes: [...recorded.writes, namesWrite(personId, after, known)],
        status: 200,
        body: personView({ personId, known: { ...known, ...after }, stored: recorded.stored }),
        version: recorded.stored.version,
      };
    },
  });
}
