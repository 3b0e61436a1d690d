import type { Caller } from '../../shared/operations/caller.ts';
import type { City } from './model/city.ts';

/** The first id in a text that belongs to another institution than the bank that it is answered to. */
export function strangersIn(city: City, { role, org }: Caller, text: string): string | undefined {
  if (role !== 'bank' && role !== 'enterprise') return undefined;
  const isOthers = (party: { readonly bank: string; readonly code: string }): boolean =>
    role === 'bank' ? party.bank !== org : party.code !== org;
  for (const found of [city.applications, city.loans, city.claims]) {
    for (const [id, party] of found) if (isOthers(party) && text.includes(id)) return id;
  }
  const banks = [...city.institutions.values()].filter(({ kind }) => kind === 'bank').map(({ id }) => id);
  return role === 'bank' ? banks.find((bank) => bank !== org && text.includes(`"${bank}"`)) : undefined;
}
