import { useMemo } from 'react';
import type { Shape } from '../api/calls.ts';
import type { Problem } from '../api/problem.ts';
import { hasStopped } from './has-stopped.ts';
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

function stateOf(known: readonly Shape<'Import'>[], parts: number): StageProgress['state'] {
  const states = known.map(({ state }) => state);
  if (states.length < parts || !states.every(hasStopped)) return 'running';
  return states.find((state) => state !== 'done') ?? 'done';
}
