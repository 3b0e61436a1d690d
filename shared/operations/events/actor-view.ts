import type { Actor } from '../../domain/event.ts';
import type { TrailEvent } from '../../store/trail.ts';
import type { Caller } from '../caller.ts';
import type { Reader } from './event-view.ts';
import type { Names } from './names.ts';

/** Jobs, workers and what came with the system: no person acts for their organisation. */
export const isSystem = ({ org }: Pick<Actor, 'org'>): boolean => org === 'system';

/** Whose persons a caller sees: one's own organisation's; the office, the auditor and finance everybody's (R30). */
export const seesPersons = ({ role, org }: Caller, actor: Pick<Actor, 'org'>): boolean =>
  ['office', 'auditor', 'finance'].includes(role) || actor.org === org || isSystem(actor);

/** Who may not know which command, import or meeting set a worker to work: its id may be of what they do not see. */
const causesHiddenFrom: readonly Reader[] = ['enterprise', 'guarantor', 'outsider'];

/**
 * Who acted, as a caller may know it: organisation and role to all, the person to those who see persons. A `name` that
 * is null beside a `sub` was erased.
 */
export function actorView({ actor, at }: TrailEvent, caller: Caller, reader: Reader | null, names: Names) {
  const { sub, org, role, causedBy, operator } = actor;
  const seesPerson = seesPersons(caller, actor);
  const seesCause = causedBy !== undefined && !(reader && causesHiddenFrom.includes(reader));
  return {
    sub: seesPerson ? sub : null,
    name: seesPerson ? names.of(actor, at) : null,
    org,
    role,
    ...(seesCause && { causedBy }),
    ...(operator && seesPerson && operatorView(operator, org, at, names)),
  };
}

/** The operator by the names of that day, and by what stands for them in the chain. */
const operatorView = (operator: NonNullable<Actor['operator']>, org: string, at: string, names: Names) => ({
  operator: {
    handledBy: names.ofSub(org, operator.handledBy, at),
    checkedBy: names.ofSub(org, operator.checkedBy, at),
  },
  operatorSubs: operator,
});
