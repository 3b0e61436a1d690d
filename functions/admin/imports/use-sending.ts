import { useCallback, useEffect, useState } from 'react';
import type { Problem } from '../api/problem.ts';
import { useApi } from '../api/use-api.ts';
import type { ImportStage } from './import-plan.ts';
import { sendParts } from './send-parts.ts';
import type { PlannedImport } from './use-plan.ts';

export interface Sending {
  readonly sent: number;
  readonly parts: number;
  /** Why it stopped; `goOn` sends the rest. */
  readonly problem: Problem | null;
  readonly goOn: () => void;
}

/** Sends what of a stage is not sent yet, also when the page is opened again in the middle. */
export function useSending(planned: PlannedImport, stage: ImportStage): Sending {
  const api = useApi();
  const [problem, setProblem] = useState<Problem | null>(null);
  const parts = planned.plan[stage];
  const sent = parts.filter(({ importId }) => importId !== null).length;
  const isWaiting = problem === null && sent < parts.length;

  useEffect(() => {
    if (!isWaiting) return;
    let isOver = false;
    const send = async (): Promise<void> => {
      const stopped = await sendParts(api, planned, stage);
      if (!isOver) setProblem(stopped);
    };
    void send();
    return () => {
      isOver = true;
    };
  }, [api, planned.plan.id, stage, isWaiting]);

  const goOn = useCallback(() => setProblem(null), []);
  return { sent, parts: parts.length, problem, goOn };
}
