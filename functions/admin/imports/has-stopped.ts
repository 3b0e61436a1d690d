import { importMoves, isEnd, mayMove } from '../../../shared/contracts/moves.ts';
import type { Shape } from '../api/calls.ts';

/** Over for now: another official's release may let it go on. */
export const hasStopped = (state: Shape<'Import'>['state']): boolean =>
  isEnd(importMoves, state) || mayMove(importMoves, state, 'import-released');
