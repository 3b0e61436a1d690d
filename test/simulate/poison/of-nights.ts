import { releaseLine } from '../../../shared/operations/settlement/release-line.ts';
import { office } from '../../support/fixtures.ts';
import { decideDraft, draft } from '../acts/office.ts';
import { seedOf } from '../chance.ts';
import type { Command } from '../command.ts';
import type { City } from '../model/city.ts';
import { perform } from '../perform.ts';
import { sceneOf } from '../scene.ts';
import { nobody, refuse, type Stage } from './staged.ts';

/** What nights and the settlement's worker write to: an application, a loan, an inclusion, a claim. */
export const whatNightsWrite: Stage = async (world, chance) => {
  const { city } = world;
  // Every history has applications, and few have claims: whatever there is of the later kinds comes first.
  const kinds = Object.keys(victims).filter((each) => victims[each]?.(city).length);
  const kind = chance.isIn(50) ? kinds.at(-1) : chance.oneOrNone(kinds);
  const id = chance.oneOrNone(victims[kind ?? '']?.(city) ?? []);
  if (kind === undefined || id === undefined) return null;
  // What a loan's claim is refused for, the claim's line waits for (R26).
  const claim = city.claims.get(kind === 'claims' ? id : (city.loans.get(id)?.claimId ?? ''));
  refuse(world, chance, kind, id, claim ? [claim.id] : []);
  return {
    isHeld: (other) => other === id || (claim !== undefined && city.claims.get(other)?.bank === claim.bank),
    isBehind: nobody,
    mend: async (seed) => claim && perform(world, lineReleased(claim.id), { seed }),
  };
};

const isInLine = (state: string): boolean => state === 'approved' || state === 'awaiting-funds';

const victims: Readonly<Record<string, (city: City) => readonly string[]>> = {
  applications: ({ applications }) => [...applications.keys()],
  loans: ({ loans, claims }) =>
    [...loans.values()]
      .filter(({ claimId }) => claimId === null || isInLine(claims.get(claimId)?.state ?? ''))
      .map(({ id }) => id),
  inclusions: ({ inclusions }) =>
    [...inclusions.values()].filter(({ state }) => state === 'approved').map(({ id }) => id),
  claims: ({ claims }) =>
    [...claims.values()].filter(({ state }) => isInLine(state) || state === 'settled').map(({ id }) => id),
};

/** The office lets a claim be tried again, if it holds its line by now. */
const lineReleased = (claimId: string): Command => ({
  kind: 'release-line',
  caller: office(),
  says: `the office lets ${claimId} be tried again`,
  on: ['claims', claimId],
  send: (services, context) => releaseLine(services, context, claimId, '已修复'),
  against: () => [],
  may: () => ['state-conflict'],
  apply: () => undefined,
});

/** One of two versions to come, of which the refresh of the list cannot be started when it comes into force. */
export const aVersion: Stage = async (world, chance, seed) => {
  for (const [index, act] of [draft, decideDraft, decideDraft, draft, decideDraft].entries()) {
    const command = act(sceneOf(world, seedOf(seed, index)));
    if (command) await perform(world, command, { seed });
  }
  const { city, today } = world;
  const coming = city.versions.filter(({ from }) => from > today);
  const victim = chance.oneOrNone(coming);
  if (!victim) return null;
  refuse(world, chance, 'refreshes', `activation-${victim.id}`, [victim.id]);
  // A later version's refresh looks at the same list.
  const isLast = coming.every(({ from }) => from <= victim.from);
  return {
    isHeld: (id) => id === victim.id || (isLast && city.enterprises.has(id)),
    isBehind: nobody,
  };
};
