import { useCallback } from 'react';
import { changeQuery, useAddress } from '../shell/address.ts';

export interface Filters<Name extends string> {
  readonly values: Readonly<Record<Name, string>>;
  readonly set: (name: Name, value: string | undefined) => void;
  readonly clear: () => void;
}

/** What a list is filtered by lies in the address bar: it survives a reload and can be sent to a colleague. */
export function useFilters<Name extends string>(...names: readonly Name[]): Filters<Name> {
  const { query } = useAddress();
  const values = Object.fromEntries(names.map((name) => [name, query.get(name) ?? ''])) as Record<Name, string>;
  const set = useCallback((name: Name, value: string | undefined) => changeQuery({ [name]: value }), []);
  const clear = useCallback(() => {
    const { hash } = location;
    const asked = new URLSearchParams(hash.split('?')[1]);
    changeQuery(Object.fromEntries([...asked.keys()].map((name) => [name, undefined])));
  }, []);
  return { values, set, clear };
}
