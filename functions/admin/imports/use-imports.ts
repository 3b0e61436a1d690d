import { useEffect, useRef, useState } from 'react';
import { importMoves, isEnd } from '../../../shared/contracts/moves.ts';
import type { Shape } from '../api/calls.ts';
import type { Problem } from '../api/problem.ts';
import { useApi } from '../api/use-api.ts';
import { hasStopped } from './has-stopped.ts';

type Import = Shape<'Import'>;

const soonMs = 1_000;
const laterMs = 5_000;

export interface FollowedImports {
  /** Those that have been read, by id. */
  readonly values: ReadonlyMap<string, Import>;
  readonly problem: Problem | null;
}

/**
 * Follows imports until there is nothing more to come. The imports of one category run one after another, so beyond the
 * first that is still running nothing has moved.
 */
export function useImports(importIds: readonly string[]): FollowedImports {
  const api = useApi();
  const [values, setValues] = useState<ReadonlyMap<string, Import>>(new Map());
  const [problem, setProblem] = useState<Problem | null>(null);
  const known = useRef(new Map<string, Import>()).current;
  const asText = importIds.join(' ');

  useEffect(() => {
    const stop = new AbortController();
    const ids = asText === '' ? [] : asText.split(' ');
    const round = async (): Promise<number | null> => {
      let nextMs: number | null = null;
      for (const importId of ids) {
        const before = known.get(importId);
        if (before && isEnd(importMoves, before.state)) continue;
        const outcome = await api.get('/v1/imports/{importId}', { params: { importId }, signal: stop.signal });
        setProblem(outcome.kind === 'refused' ? outcome.problem : null);
        if (outcome.kind === 'refused') return laterMs;
        known.set(importId, outcome.value);
        if (!hasStopped(outcome.value.state)) return soonMs;
        if (!isEnd(importMoves, outcome.value.state)) nextMs = laterMs;
      }
      return nextMs;
    };
    const follow = async (): Promise<void> => {
      for (;;) {
        const nextMs = await round();
        if (stop.signal.aborted) return;
        setValues(new Map(known));
        if (nextMs === null) return;
        await new Promise((resolve) => setTimeout(resolve, nextMs));
        if (stop.signal.aborted) return;
      }
    };
    follow().catch((error: unknown) => {
      if (!stop.signal.aborted) throw error;
    });
    return () => stop.abort();
  }, [api, asText, known]);

  return { values, problem };
}
