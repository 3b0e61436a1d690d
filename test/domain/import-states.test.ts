import { describe, expect, test } from 'vitest';
import {
  type AnyImport,
  decideCancellation,
  evolveImport,
  type ImportEvent,
  importStates,
  lineOf,
} from '../../shared/domain/import.ts';
import { decideRelease } from '../../shared/domain/list-import.ts';
import { accepted as accept, stateConflict } from '../../shared/domain/refusal.ts';
import { source, today, verdict } from './cases.ts';

const common = { importId: 'imp-1', total: 3, ticket: 7, acceptedBy: 'office-1', acceptedOn: today };
const list = { ...common, category: 'gazelle', mode: 'replace', dryRun: false, source, set: null } as const;
const extent = { revocations: 5, certificates: 20, limitBp: 1000 };
const counts = { processed: 3, added: 1, updated: 1, unchanged: 0, rejected: 1, revoked: 2 };

const accepted: ImportEvent = { type: 'import-accepted', data: list };
const loansAccepted: ImportEvent = { type: 'loan-import-accepted', data: common };
const started: ImportEvent = { type: 'import-started', data: { on: today, extent } };
const awaits: ImportEvent = { type: 'import-awaits-release', data: extent };
const released: ImportEvent = { type: 'import-released', data: { by: 'office-2' } };
const done: ImportEvent = { type: 'import-done', data: counts };
const failed: ImportEvent = { type: 'import-failed', data: { ...counts, reason: '数据错误' } };

const after = (...events: readonly ImportEvent[]): AnyImport => {
  let state: AnyImport | null = null;
  for (const event of events) state = evolveImport(state, event);
  if (!state) throw new Error('an import needs an event');
  return state;
};

describe('an import along its way (R6)', () => {
  test('of a list is queued with nothing fixed yet', () => {
    expect(after(accepted)).toEqual({
      ...{ ...list, kind: 'list', state: 'queued', releasedBy: null, extent: null, counts: null, failure: null },
    });
  });

  test('of loans has neither extent nor release', () => {
    expect(after(loansAccepted)).toEqual({ ...common, kind: 'loans', state: 'queued', counts: null, failure: null });
    expect(after(loansAccepted, started)).toEqual({
      ...{ ...common, kind: 'loans', state: 'running', counts: null, failure: null },
    });
    expect(() => after(loansAccepted, released)).toThrow('waits for no release');
  });

  test('runs with what it would revoke, waits for a release, and goes on under who released it', () => {
    expect(after(accepted, started)).toMatchObject({ state: 'running', extent, releasedBy: null });
    expect(after(accepted, started, awaits)).toMatchObject({ state: 'awaiting-release', extent });
    expect(after(accepted, started, awaits, released)).toMatchObject({ state: 'running', releasedBy: 'office-2' });
  });

  test('ends with its counts, and where it failed with the reason beside them', () => {
    expect(after(accepted, started, done)).toMatchObject({ state: 'done', counts, failure: null });
    const end = after(accepted, started, failed);
    expect(end).toMatchObject({ state: 'failed', failure: '数据错误' });
    expect(end.counts).toEqual(counts);
  });

  test.each([started, awaits, released, done, failed])('does not begin with $type', (event) => {
    expect(() => evolveImport(null, event)).toThrow(`${event.type} before import-accepted`);
  });

  test('waits in the line of its category, and loans in one of their own, which no category can be', () => {
    expect(lineOf(after(accepted))).toBe('gazelle');
    expect(lineOf(after(loansAccepted))).toBe('#loans');
  });
});

describe('the cancellation of an import', () => {
  const cancellation = { by: 'office-2', reason: '发错了文件' };
  const cancelled: ImportEvent = { type: 'import-cancelled', data: { ...counts, ...cancellation } };

  test('fixes what was written by then, with who and why', () => {
    const end = after(accepted, started, cancelled);
    expect(end).toMatchObject({ state: 'cancelled', counts, failure: null, cancellation });
    expect(end.counts).toEqual(counts);
  });

  test.each(importStates)('of one that is %s', (state) => {
    const decision = decideCancellation({ ...after(accepted), state }, counts, cancellation);
    const allowed = ['queued', 'running', 'awaiting-release'];
    if (allowed.includes(state)) expect(decision).toEqual(accept(cancelled));
    else expect(decision).toEqual(stateConflict(state, allowed));
  });
});

describe('the release of a large replace (R6)', () => {
  const waiting = after(accepted, started, awaits);

  test('is another official’s', () => {
    expect(decideRelease(waiting, 'office-2')).toEqual(accept(released));
    expect(decideRelease(waiting, 'office-1')).toMatchObject({
      ...{ code: 'four-eyes', rule: 'R6', facts: { proposedBy: 'office-1' } },
    });
  });

  test('is of one that waits for it, after the four eyes', () => {
    const running = after(accepted, started);
    expect(decideRelease(running, 'office-2')).toEqual(stateConflict('running', ['awaiting-release']));
    expect(verdict(decideRelease(running, 'office-1'))).toBe('four-eyes');
  });
});
