import { useCallback, useEffect, useState } from 'react';
import type { GetPath, GetReply } from './calls.ts';
import type { Asked } from './client.ts';
import type { Problem } from './problem.ts';
import { useApi } from './use-api.ts';

export interface Reading<Value> {
  /** What was read last; kept while it is read again. */
  readonly value: Value | null;
  readonly problem: Problem | null;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

export interface ReadingOptions {
  /** Reads again and again after so long, while the tab is seen. */
  readonly everyMs?: number | null;
  /** Nothing is asked where this is true. */
  readonly isOff?: boolean;
}

/** Reads one thing, again when what is asked changes, and on `reload`. */
export function useRead<Path extends GetPath>(
  path: Path,
  asked: Omit<Asked<Path>, 'signal'> = {},
  { everyMs = null, isOff = false }: ReadingOptions = {},
): Reading<GetReply<Path>> {
  const api = useApi();
  const [turn, setTurn] = useState(0);
  const [value, setValue] = useState<GetReply<Path> | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isLoading, setLoading] = useState(!isOff);
  const asText = JSON.stringify(asked);
  const subject = `${path} ${asText}`;
  const [shown, setShown] = useState(subject);
  if (shown !== subject) {
    // Another thing is asked: what is shown of the last one must not pass for it.
    setShown(subject);
    setValue(null);
    setProblem(null);
  }

  useEffect(() => {
    if (isOff) return;
    const stop = new AbortController();
    setLoading(true);
    const read = async (): Promise<void> => {
      const outcome = await api.get(path, { ...(JSON.parse(asText) as Asked<Path>), signal: stop.signal });
      if (stop.signal.aborted) return;
      setLoading(false);
      setProblem(outcome.kind === 'refused' ? outcome.problem : null);
      if (outcome.kind === 'done') setValue(outcome.value);
    };
    read().catch((error: unknown) => {
      if (!stop.signal.aborted) throw error;
    });
    return () => stop.abort();
  }, [api, path, asText, turn, isOff]);

  const reload = useCallback(() => setTurn((last) => last + 1), []);
  useEffect(() => {
    if (everyMs === null || isOff) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && reload(), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, isOff, reload]);
  return { value, problem, isLoading, reload };
}
