import { useMemo } from 'react';
import type { Shape } from '../api/calls.ts';
import type { Problem } from '../api/problem.ts';
import { type ImportStage, importsOf } from './import-plan.ts';
import type { ImportedPart } from './imported-part.ts';
import { type ImportTotal, totalOf } from './total-of.ts';
import { useImports } from './use-imports.ts';
import type { PlannedImport } from './use-plan.ts';
import { type Sending, useSending } from './use-sending.ts';

export interface StageProgress {
  readonly sending: Sending;
  /** The imports made so far, each with its rows of the sheet. */
  readonly parts: readonly ImportedPart[];
  /** How each of them stands, where that has been read. */
  readonly values: ReadonlyMap<string, Shape<'Import'>>;
  readonly total: ImportTotal;
  /** Of all parts together: failed where one failed, done when all are. */
  readonly state: Shape<'Import'>['state'];
  readonly problem: Problem | null;
}

/** Sends a stage of a plan and follows what becomes of it. */
export function useStage(planned: PlannedImport, stage: ImportStage): StageProgress {
  const sending = useSending(planned, stage);
  const planParts = planned.plan[stage];
  const { values, problem } = useImports(importsOf(planParts));
  const parts = useMemo(
    () =>
      planParts.flatMap(({ importId }, index): ImportedPart[] =>
        importId === null ? [] : [{ importId, rows: planned.sheet.parts[index] ?? [] }],
      ),
    [planParts, planned.sheet],
  );
  const known = parts.flatMap(({ importId }) => values.get(importId) ?? []);
  return { sending, parts, values, total: totalOf(known), state: stateOf(known, planParts.length), problem };
}

type ImportState = Shape<'Import'>['state'];

function stateOf(known: readonly Shape<'Import'>[], parts: number): ImportState {
  const states = known.map(({ state }) => state);
  if (states.length < parts || states.some((state) => state === 'queued' || state === 'running')) return 'running';
  const notDone: readonly ImportState[] = ['failed', 'cancelled', 'awaiting-release'];
  return states.find((state) => notDone.includes(state)) ?? 'done';
}
