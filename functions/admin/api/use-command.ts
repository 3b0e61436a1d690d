import { useCallback, useRef, useState } from 'react';
import type { BodyOf, ParamsOf, PostPath, PostReply } from './calls.ts';
import type { Problem } from './problem.ts';
import { useApi } from './use-api.ts';

export interface Command<Path extends PostPath> {
  readonly isBusy: boolean;
  /** Why it was refused the last time; stays until dismissed or tried again. */
  readonly problem: Problem | null;
  readonly dismiss: () => void;
  /** Answers what was made, or null when it was refused; a call while one is under way does nothing. */
  readonly run: (sent: {
    readonly params?: ParamsOf<Path>;
    readonly body: BodyOf<Path>;
    readonly version?: number;
    /** The key of an intent that began before, such as a draft's. */
    readonly key?: string;
  }) => Promise<PostReply<Path> | null>;
}

/**
 * A command that the user means once. Its key stays the same until it is accepted: sent again after a lost answer it is
 * answered as the first time, and a refusal leaves the key free.
 */
export function useCommand<Path extends PostPath>(path: Path): Command<Path> {
  const api = useApi();
  const ownKey = useRef<string>('');
  const running = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const run = useCallback<Command<Path>['run']>(
    async ({ key, ...sent }) => {
      if (running.current) return null;
      running.current = true;
      setBusy(true);
      setProblem(null);
      if (ownKey.current === '') ownKey.current = newKey();
      const outcome = await api.send(path, { ...sent, key: key ?? ownKey.current });
      running.current = false;
      setBusy(false);
      if (outcome.kind === 'refused') {
        setProblem(outcome.problem);
        return null;
      }
      ownKey.current = '';
      return outcome.value;
    },
    [api, path],
  );
  const dismiss = useCallback(() => setProblem(null), []);
  return { isBusy, problem, dismiss, run };
}

/** The key of a new intent. */
export const newKey = (): string => crypto.randomUUID();
