import { releaseLine } from '../../../shared/operations/settlement/release-line.ts';
import { office } from '../../support/fixtures.ts';
import { apply, bankReview, officeReview } from '../acts/applications.ts';
import type { Act } from '../acts/context.ts';
import { disburseLoan } from '../acts/disbursement.ts';
import { appropriate, recoveryOf } from '../acts/money.ts';
import { decideDraft, draft } from '../acts/office.ts';
import { type Chance, seedOf } from '../chance.ts';
import type { Command } from '../command.ts';
import type { City, Claim } from '../model/city.ts';
import { never } from '../model/days.ts';
import { perform } from '../perform.ts';
import { sceneOf } from '../scene.ts';
import type { World } from '../world.ts';
import { nobody, refuse, type Stage, type Staged } from './staged.ts';

/** What nights and the settlement's worker write to: an application, a loan, an inclusion, a claim. */
export const whatNightsWrite: Stage = async (world, chance) => {
  const { city } = world;
  const all = Object.entries(victims).map(([kind, of]) => ({ kind, ids: inOrder(of(city)) }));
  // Rather a kind of which there are others, which must not wait behind it.
  const several = all.filter(({ ids }) => ids.length > 1);
  const { kind, ids } = chance.oneOrNone(several.length > 0 ? several : all) ?? { ids: [] };
  // Mostly the first whose day comes: what stops at it, stops before all the others.
  const id = chance.isIn(85) ? ids[0] : chance.oneOrNone(ids);
  return kind === undefined || id === undefined ? null : refusing(world, chance, kind, id);
};

export function refusing(world: World, chance: Chance, kind: string, id: string): Staged {
  const { city } = world;
  // What a loan's claim is refused for, the claim's line waits for (R26).
  const claim = city.claims.get(kind === 'claims' ? id : (city.loans.get(id)?.claimId ?? ''));
  refuse(world, chance, kind, id, claim ? [claim.id] : []);
  return {
    isHeld: (other) => other === id || (holdsLine(claim) && city.claims.get(other)?.bank === claim?.bank),
    isBehind: nobody,
    mend: async (seed) => claim && perform(world, lineReleased(claim.id), { seed }),
  };
}

const holdsLine = (claim: Claim | undefined): boolean =>
  claim !== undefined && (isInLine(claim.state) || claim.uncoveredFen > 0);

export async function performAll(world: World, acts: readonly Act[], seed: number): Promise<void> {
  for (const [index, act] of acts.entries()) {
    const command = act(sceneOf(world, seedOf(seed, index)));
    if (command) await perform(world, command, { seed });
  }
}

/** Loans of which the days alone will make something. */
const servicedIn = ({ loans }: City): readonly Victim[] =>
  [...loans.values()].filter(({ state }) => isServiced(state)).map(({ id, maturesOn: order }) => ({ id, order }));

/** The first of several loans to become overdue. */
export const aLoan: Stage = async (world, chance, seed) => {
  const lending = [apply, bankReview, officeReview, disburseLoan];
  await performAll(world, [...lending, ...lending], seed);
  const [id] = inOrder(servicedIn(world.city));
  return id === undefined ? null : refusing(world, chance, 'loans', id);
};

export const isAnyInLine = ({ claims }: City): boolean => [...claims.values()].some(({ state }) => isInLine(state));

/** A claim in its institution's line, or the loan that it is for. */
export const aClaim: Stage = async (world, chance, seed) => {
  const inLine = [...world.city.claims.values()].filter(({ state }) => isInLine(state));
  const [first] = inOrder(inLine.map(({ id, place }) => ({ id, order: place ?? '' })));
  const claim = world.city.claims.get(first ?? '');
  if (!claim) return null;
  await performAll(world, [appropriate, appropriate], seed);
  if (chance.isIn(70)) return refusing(world, chance, 'claims', claim.id);
  return refusing(world, chance, 'loans', claim.loanId);
};

/** Two of a bank's losses that are to be paid, the first and another. */
export function pairToBePaid({ claims }: City): readonly [Claim, Claim] | null {
  const toBePaid = [...claims.values()].filter(
    (each) => each.state === 'settled' && each.payableFen > 0 && each.uncoveredFen === 0,
  );
  for (const one of toBePaid) {
    const other = toBePaid.find(({ id, bank }) => bank === one.bank && id > one.id);
    if (other) return [one, other];
  }
  return null;
}

/** The first of a bank's losses to be paid, against which what the bank owes cannot be set off: it is, against the next. */
export const aSetOff: Stage = async (world, chance, seed) => {
  const [victim, other] = pairToBePaid(world.city) ?? [];
  if (!victim || !other) return null;
  const amountFen = Math.floor(((other.lossFen ?? 0) - other.recoveredFen) / 2);
  const recoveredOn = other.lastRecoveredOn ?? world.today;
  const report = { amountFen, costsFen: 0, recoveredOn, final: false };
  await perform(world, recoveryOf(other, report), { seed });
  refuse(world, chance, 'claims', victim.id);
  return { isHeld: (id) => id === victim.id, isBehind: nobody };
};

interface Victim {
  readonly id: string;
  /** Where it comes among its kind: the day on which something becomes of it by itself, or its place. */
  readonly order: string;
}

export const inOrder = (all: readonly Victim[]): readonly string[] =>
  [...all].sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ id }) => id);

const isInLine = (state: string): boolean => state === 'approved' || state === 'awaiting-funds';
const isServiced = (state: string): boolean => state === 'active' || state === 'overdue';

const victims: Readonly<Record<string, (city: City) => readonly Victim[]>> = {
  applications: ({ applications }) =>
    [...applications.values()].flatMap(({ id, expiresOn: order }) => (order === null ? [] : [{ id, order }])),
  loans: ({ loans, claims }) =>
    [...loans.values()]
      .filter(({ state, claimId }) => isServiced(state) || isInLine(claims.get(claimId ?? '')?.state ?? ''))
      .map(({ id, maturesOn }) => ({ id, order: maturesOn })),
  inclusions: (city) => endingIn(city),
  documents: ({ documents }) =>
    [...documents.values()]
      .filter(({ links }) => links.size === 0)
      .map(({ id, keptThrough }) => ({ id, order: keptThrough })),
  claims: ({ claims }) =>
    [...claims.values()]
      .filter(({ state }) => isInLine(state) || state === 'settled')
      .map(({ id, place }) => ({ id, order: place ?? '' })),
};

/** Inclusions that will have run out. */
export const endingIn = ({ inclusions }: City): readonly Victim[] =>
  [...inclusions.values()]
    .filter(({ state, until }) => state === 'approved' && until !== never)
    .map(({ id, until }) => ({ id, order: until }));

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
  await performAll(world, [draft, decideDraft, decideDraft, draft, decideDraft], seed);
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
