import { useCallback, useState } from 'react';
import { newKey } from '../api/use-command.ts';
import { type Draft, forgetDraft, keepDraft, readDraft } from './draft-store.ts';

export interface DraftForm<Values> {
  /** What the form begins with: what was typed before, or nothing. */
  readonly initial: Partial<Values>;
  /** Whether something typed before was found. */
  readonly isRestored: boolean;
  /** The key of the intent: kept with what was typed, so that sending again after a new sign-in is the same intent. */
  readonly key: string;
  readonly keep: (values: Partial<Values>) => void;
  /** The intent is over: accepted, or given up. */
  readonly finish: () => void;
}

/** Keeps what is typed into a form through errors, reloads and a lost session. */
export function useDraft<Values>(name: string, unlessTyped: Partial<Values> = {}): DraftForm<Values> {
  const begin = (): Draft<Partial<Values>> => ({ values: unlessTyped, key: newKey() });
  const [found] = useState(() => readDraft<Partial<Values>>(name));
  const [start, setStart] = useState(() => found ?? begin());
  const keep = useCallback((values: Partial<Values>) => keepDraft(name, { values, key: start.key }), [name, start.key]);
  const finish = useCallback(() => {
    forgetDraft(name);
    setStart({ values: {}, key: newKey() });
  }, [name]);
  return { initial: start.values, isRestored: found !== null, key: start.key, keep, finish };
}
