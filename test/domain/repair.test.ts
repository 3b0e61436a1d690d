import { describe, expect, test } from 'vitest';
import { evolveRepair, faultOfOrder, faultOfSpan, isKnownCut, isLost } from '../../shared/domain/repair.ts';
import { type Remedy, remedyOf, type Tear } from '../../shared/domain/tear.ts';

const order = { by: 'office-1', second: 'office-2', reason: '恢复' };
const span = { restoredTo: '2027-03-01T02:00:00.000Z', lostUntil: '2027-03-01T03:00:00.000Z' };

describe('who answers for a repair', () => {
  test.each([
    ['two officials and a reason', {}, null],
    ['the longest reason', { reason: 'x'.repeat(2_000) }, null],
    ['a reason of one character too many', { reason: 'x'.repeat(2_001) }, 'Say why'],
    ['no reason', { reason: ' ' }, 'Say why'],
    ['nobody', { by: '' }, 'Name two officials'],
    ['one official alone', { second: ' ' }, 'Name two officials'],
    ['one official twice', { second: 'office-1' }, 'one person'],
    ['one official in capitals', { second: 'OFFICE-1' }, 'one person'],
    ['one official in full width', { second: 'ｏｆｆｉｃｅ-1' }, 'one person'],
    ['one official with an invisible character', { second: 'office\u200b-1 ' }, 'one person'],
  ])('%s', (_what, change, fault) => {
    const found = faultOfOrder({ ...order, ...change });
    if (fault === null) expect(found).toBeNull();
    else expect(found).toContain(fault);
  });
});

describe('what a restore has lost', () => {
  test.each([
    ['the second restored to', span.restoredTo, false],
    ['the millisecond after', '2027-03-01T02:00:00.001Z', true],
    ['the last that was written', span.lostUntil, true],
    ['the millisecond after the last', '2027-03-01T03:00:00.001Z', false],
  ])('%s', (_what, at, lost) => {
    expect(isLost([{ restoredTo: '2026-01-01T00:00:00.000Z', lostUntil: '2026-01-01T00:00:01.000Z' }, span], at)).toBe(
      lost,
    );
  });

  test.each([
    ['as it is', {}, null],
    ['up to this very instant', { lostUntil: '2027-03-01T04:00:00.000Z' }, null],
    ['up to an instant to come', { lostUntil: '2027-03-01T04:00:00.001Z' }, 'after now'],
    ['nothing', { lostUntil: span.restoredTo }, 'Nothing is lost'],
    ['a day', { restoredTo: '2027-03-01' }, 'no instant'],
    ['no day of the calendar', { restoredTo: '2027-02-31T99:00:00.000Z' }, 'no instant'],
  ])('is told as a span: %s', (_what, change, fault) => {
    const found = faultOfSpan({ ...span, ...change }, '2027-03-01T04:00:00.000Z');
    if (fault === null) expect(found).toBeNull();
    else expect(found).toContain(fault);
  });
});

describe('what is done about a tear', () => {
  const told = { isRestoreNoted: true, standsAlone: true };
  test.each<[Tear, Partial<typeof told>, Remedy['kind']]>([
    ['whole', {}, 'nothing'],
    ['index-differs', { isRestoreNoted: false }, 'replay'],
    ['state-missing', { isRestoreNoted: false }, 'replay'],
    ['state-behind', { isRestoreNoted: false }, 'replay'],
    ['state-differs', { isRestoreNoted: false }, 'replay'],
    ['history-broken', {}, 'refused'],
    ['state-ahead', {}, 'replay'],
    ['state-ahead', { standsAlone: false }, 'replay'],
    ['state-ahead', { isRestoreNoted: false }, 'refused'],
    ['history-missing', {}, 'remove'],
    ['history-missing', { standsAlone: false }, 'refused'],
    ['history-missing', { isRestoreNoted: false }, 'refused'],
  ])('%s %j: %s', (tear, change, kind) => {
    expect(remedyOf(tear, { ...told, ...change }).kind).toBe(kind);
  });
});

describe('a repair as a resource', () => {
  test('is one event and no second', () => {
    const data = { repairId: 'repair-1', ...order, ...span };
    const noted = evolveRepair(null, { type: 'restore-noted', data });
    expect(noted).toEqual({ kind: 'restore-note', ...data });
    const repaired = { repairId: 'repair-2', ...order, subject: 'fund', changes: [] };
    const event = { type: 'data-repaired', data: repaired } as const;
    expect(evolveRepair(null, event)).toEqual({ kind: 'repair', ...repaired });
    expect(() => evolveRepair(noted, event)).toThrow('one event');
  });
});

describe('what a noted restore explains', () => {
  const lost = '2027-03-01T02:30:00.000Z';
  test.each([
    ['an event of the lost hour that is gone', lost, null, true],
    ['one in whose place is an event of after the loss', lost, '2027-03-01T03:00:00.001Z', true],
    ['not one in whose place is an event of the loss’s last instant', lost, span.lostUntil, false],
    ['not one of the second restored to', span.restoredTo, null, false],
    ['not one of a checkpoint that does not say when', undefined, null, false],
  ])('%s', (_what, anchoredAt, nowAt, isKnown) => {
    expect(isKnownCut([span], anchoredAt, nowAt)).toBe(isKnown);
    expect(isKnownCut([], anchoredAt, nowAt)).toBe(false);
  });
});
