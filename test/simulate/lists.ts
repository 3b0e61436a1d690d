import { listApplications } from '../../shared/operations/applications/list.ts';
import type { Caller } from '../../shared/operations/caller.ts';
import { listClaims } from '../../shared/operations/claims/list.ts';
import { listEnterprises } from '../../shared/operations/enterprises/list-enterprises.ts';
import { listLoans } from '../../shared/operations/loans/list.ts';
import { bank, office } from '../support/fixtures.ts';
import { enterpriseCaller } from './acts/people.ts';
import type { World } from './world.ts';

type Party = { readonly bank: string; readonly code: string };

/** Every list shows its caller exactly what is the caller's. */
export async function lookAtLists(world: World): Promise<void> {
  const { services, city } = world;
  const [code] = city.enterprises.keys();
  const callers: readonly Caller[] = [bank('rcb'), office(), ...(code ? [enterpriseCaller(code)] : [])];
  const page = { limit: 200, after: undefined };
  for (const caller of callers) {
    const isOwn = (party: Party): boolean =>
      caller.role === 'office' || (caller.role === 'bank' ? party.bank === caller.org : party.code === caller.org);
    const lists = [
      ['applications', await listApplications(services, caller, {}, page), city.applications],
      ['loans', await listLoans(services, caller, {}, page), city.loans],
      ['claims', await listClaims(services, caller, {}, page), city.claims],
    ] as const;
    for (const [kind, { items }, all] of lists) {
      const shown = items.map(({ state }) => idOf(state as unknown as Readonly<Record<string, unknown>>, kind)).sort();
      const own = [...all].filter(([, party]) => isOwn(party)).map(([id]) => id);
      world.check(shown.join() === own.sort().join(), `${caller.org} is shown ${shown} of ${kind}, its own are ${own}`);
    }
  }
}

/**
 * Every enterprise is found by two characters of its name that stand together, rare ones too, and by more of them. Names of
 * fixtures are left out, and what only digits say, which those names have too: a fixture writes no hints for a search.
 */
export async function lookAtSearch(world: World): Promise<void> {
  for (const { code, name } of world.city.enterprises.values()) {
    if (name.startsWith('平湖测试')) continue;
    const characters = [...name].slice(0, 8);
    const texts = [characters.slice(1, 3), characters.slice(2, 4), characters.slice(1)].map((part) => part.join(''));
    for (const q of texts.filter((text) => /[^0-9]/.test(text))) {
      const found = await codesFoundBy(world, q);
      world.check(found.includes(code), `${code}, ${name}, is not found by ${q}: ${found}`);
    }
  }
}

/** What the store refuses is a fault of this history, and stops no other. */
async function codesFoundBy({ services, today }: World, q: string): Promise<readonly string[]> {
  try {
    const { items } = await listEnterprises(services, { q }, today, { limit: 200, after: undefined });
    return items.map(({ stored }) => stored.state.creditCode);
  } catch (error) {
    return [String(error)];
  }
}

const idOf = (state: Readonly<Record<string, unknown>>, kind: string): string =>
  String(state[`${kind.slice(0, -1)}Id`]);
