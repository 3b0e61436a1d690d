import { useEffect, useSyncExternalStore } from 'react';
import type { ApiClient } from '../api/client.ts';
import { useApi } from '../api/use-api.ts';

/**
 * Names of enterprises by credit code, kept while the page is open: loans and claims name only the code. They are asked for
 * one by one, at most some at a time, and only those that are shown.
 */
class NameBook {
  readonly #names = new Map<string, string>();
  readonly #wanted: string[] = [];
  readonly #asked = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #running = 0;
  #version = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly version = (): number => this.#version;
  nameOf = (creditCode: string): string | null => this.#names.get(creditCode) ?? null;

  /** Takes in what another reading has brought along. */
  learn(enterprises: readonly { readonly creditCode: string; readonly name: string }[]): void {
    const before = this.#names.size;
    for (const { creditCode, name } of enterprises) this.#names.set(creditCode, name);
    if (this.#names.size !== before) this.#changed();
  }

  want(api: ApiClient, creditCode: string): void {
    if (this.#asked.has(creditCode) || this.#names.has(creditCode)) return;
    this.#asked.add(creditCode);
    this.#wanted.push(creditCode);
    while (this.#running < atOnceMax && this.#wanted.length > 0) void this.#askNext(api);
  }

  async #askNext(api: ApiClient): Promise<void> {
    this.#running += 1;
    for (let next = this.#wanted.shift(); next !== undefined; next = this.#wanted.shift()) {
      const outcome = await api.get('/v1/enterprises/{creditCode}', { params: { creditCode: next } });
      if (outcome.kind === 'done') this.learn([outcome.value]);
    }
    this.#running -= 1;
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

const atOnceMax = 4;
const book = new NameBook();

/** The names known so far, of whatever reading brought them. */
export const learnNames = (enterprises: readonly { readonly creditCode: string; readonly name: string }[]): void =>
  book.learn(enterprises);

/** The name of an enterprise; its code until the name is known. */
export function useEnterpriseName(creditCode: string | null): string {
  const api = useApi();
  useSyncExternalStore(book.subscribe, book.version);
  useEffect(() => {
    if (creditCode !== null) book.want(api, creditCode);
  }, [api, creditCode]);
  return creditCode === null ? '' : (book.nameOf(creditCode) ?? creditCode);
}

/** For sheets and sorting: the name if it is known by now. */
export const knownName = (creditCode: string): string => book.nameOf(creditCode) ?? creditCode;
