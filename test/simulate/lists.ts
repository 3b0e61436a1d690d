import { listApplications } from '../../shared/operations/applications/list.ts';
import type { Caller } from '../../shared/operations/caller.ts';
import { listClaims } from '../../shared/operations/claims/list.ts';
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

const idOf = (state: Readonly<Record<string, unknown>>, kind: string): string =>
  String(state[`${kind.slice(0, -1)}Id`]);
