import { useMemo, useSyncExternalStore } from 'react';

/**
 * Where in the page one is lies behind the `#`: any static host serves it without rules of its own, a reload comes back to
 * the same place, and what is filtered can be sent to a colleague.
 */
export interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
}

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};
const read = (): string => location.hash;

/** The present address. */
export function useAddress(): Address {
  const hash = useSyncExternalStore(subscribe, read);
  return useMemo(() => {
    const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
    return { path: path === '' ? '/' : path, query: new URLSearchParams(query) };
  }, [hash]);
}

/** Goes to a place in the page. */
export function go(path: string, query: Readonly<Record<string, string>> = {}): void {
  location.hash = hrefOf(path, query);
}

/** The link to a place in the page. */
export function hrefOf(path: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') asked.set(name, value);
  const text = asked.toString();
  return text === '' ? `#${path}` : `#${path}?${text}`;
}

/** Changes some of what is asked, in place: filtering makes no steps to go back by. */
export function changeQuery(changes: Readonly<Record<string, string | undefined>>): void {
  const [path = '', query = ''] = location.hash.replace(/^#/, '').split('?');
  const asked = Object.fromEntries(new URLSearchParams(query));
  history.replaceState(null, '', hrefOf(path, { ...asked, ...changes }));
  dispatchEvent(new HashChangeEvent('hashchange'));
}
