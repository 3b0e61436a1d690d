import { describe, expect, test } from 'vitest';
import { decideMove, isEnd, type Moves, mayMove, moved, refusalOfMove } from '../../shared/domain/graph.ts';
import { accepted, stateConflict } from '../../shared/domain/refusal.ts';
import { graphs } from './graph-cases.ts';

const moves: Moves<'new' | 'ready' | 'over', 'made' | 'changed' | 'ended'> = {
  made: { from: [], to: 'new' },
  changed: { from: ['ready', 'new'], to: null },
  ended: { from: ['ready', 'new'], to: 'over' },
};

describe('a move of a state graph', () => {
  test('that is legal is accepted, and leads to the state of the graph', () => {
    expect(mayMove(moves, 'new', 'ended')).toBe(true);
    expect(refusalOfMove(moves, 'new', 'ended')).toBeNull();
    expect(decideMove(moves, 'new', { type: 'ended' })).toEqual(accepted({ type: 'ended' }));
    expect(moved(moves, { state: 'new', id: 1 } as const, 'ended')).toEqual({ state: 'over', id: 1 });
    expect(moved(moves, { state: 'ready' }, 'changed')).toEqual({ state: 'ready' });
  });

  test('that is not legal is refused with the states that allow it, in the order of the graph', () => {
    expect(mayMove(moves, 'over', 'changed')).toBe(false);
    const refusal = stateConflict('over', ['ready', 'new']);
    expect(refusalOfMove(moves, 'over', 'changed')).toEqual(refusal);
    expect(decideMove(moves, 'over', { type: 'changed' })).toEqual(refusal);
  });

  test('of nothing throws, and names what should have come first', () => {
    expect(() => moved(moves, null as { state: 'new' } | null, 'ended')).toThrow('ended before made');
  });

  test('a state with no move is an end', () => {
    expect((['new', 'ready', 'over'] as const).filter((state) => isEnd(moves, state))).toEqual(['over']);
  });
});

describe.each(Object.entries(graphs))('the graph of the %s', (_, { states, moves, after }) => {
  test('reaches every state', () => {
    const begun = Object.values(moves).flatMap(({ from, to }) => (from.length === 0 && to !== null ? [to] : []));
    const reached = new Set(begun.length > 0 ? begun : states.slice(0, 1));
    for (let before = 0; before < reached.size; ) {
      before = reached.size;
      for (const { from, to } of Object.values(moves)) {
        if (to !== null && from.some((state) => reached.has(state))) reached.add(to);
      }
    }
    expect([...reached].sort()).toEqual([...states].sort());
  });

  test.each(Object.entries(moves))('%s leads where the graph says', (move, { from, to }) => {
    for (const state of from.length === 0 ? [null] : from) {
      const end = after(state, move);
      if (end !== null) expect(end, `from ${state}`).toBe(to ?? state);
    }
  });
});
