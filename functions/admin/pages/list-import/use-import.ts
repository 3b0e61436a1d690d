import { useState } from 'react';
import type { Shape } from '../../api/calls.ts';
import { type Reading, useRead } from '../../api/use-read.ts';
import { hasStopped } from '../../imports/has-stopped.ts';

/** Follows an import until there is nothing more to come. */
export function useImport(importId: string): Reading<Shape<'Import'>> {
  const [isOver, setOver] = useState(false);
  const reading = useRead('/v1/imports/{importId}', { params: { importId } }, { everyMs: isOver ? null : 1_000 });
  const over = reading.value !== null && hasStopped(reading.value.state);
  if (over !== isOver && reading.value !== null) setOver(over);
  return reading;
}
