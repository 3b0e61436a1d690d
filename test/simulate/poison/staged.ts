import type { Job } from '../../../shared/store/outbox.ts';
import type { Chance } from '../chance.ts';
import type { City } from '../model/city.ts';
import type { World } from '../world.ts';

/** What a history's end meets that the store refuses for good, and what follows from it. */
export interface Staged {
  /** What may be left undone meanwhile: the thing itself, and what must wait behind it. */
  readonly isHeld: (id: string) => boolean;
  /** Jobs that stay in the outbox meanwhile. */
  readonly isBehind: (job: Job) => boolean;
  /** Looks at what must show while it is so. */
  readonly look?: () => Promise<void> | void;
  /** Done by people once it is repaired. */
  readonly mend?: (seed: number) => Promise<unknown>;
}

/** Brings a history to where something is refused; null if it has nothing of the kind. */
export type Stage = (world: World, chance: Chance, seed: number) => Promise<Staged | null>;

/** From now on the store refuses this for good. */
export function refuse(world: World, chance: Chance, kind: string, id: string, names: readonly string[] = []): void {
  const how = chance.one(['refused', 'invalid'] as const);
  world.poisoned = { kind, id, how, names: [id, ...itemsAbout(world.city, id), ...names] };
  world.refusals.push(`${kind} ${how}`);
  world.tell(`the store refuses every event of ${kind} ${id} (${how})`);
}

/** Items of agendas that cannot be carried out either, as errors name them. */
const itemsAbout = ({ meetings, claims, inclusions }: City, id: string): readonly string[] =>
  [...meetings.values()].flatMap((meeting) =>
    meeting.items
      .filter(({ claimId, inclusionId }) => {
        const loanId = claims.get(claimId ?? '')?.loanId;
        return [claimId, inclusionId, loanId, inclusions.get(inclusionId ?? '')?.code].includes(id);
      })
      .map(({ itemId }) => `item ${itemId} of meeting ${meeting.id}`),
  );

export const nobody = (): boolean => false;
