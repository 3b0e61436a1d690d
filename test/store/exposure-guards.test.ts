import { expect, test } from 'vitest';
import { moveExposure } from '../../shared/store/enterprises.ts';
import { creditCode } from '../support/fixtures.ts';

const guards = { capFen: 1_000, listedOn: '2026-03-02', fileVersion: 7, noDefaults: true };
const conditionOf = (raiseFen: number) => {
  const write = moveExposure({ creditCode: creditCode(1), institutionId: 'rcb', raiseFen, guards });
  return write.kind === 'update' ? write.condition : undefined;
};

test('what raises exposure asks again at the write for room, listing, the file as it was judged, and no default', () => {
  expect(conditionOf(300)).toEqual({
    expression: [
      'attribute_exists(#exposure)',
      '#exposure <= :room',
      '#through >= :day',
      '#file = :file',
      '#defaults = :none',
    ].join(' AND '),
    names: { '#exposure': 'exposureFen', '#through': 'listedThrough', '#file': 'fileVersion', '#defaults': 'defaults' },
    values: { ':room': 700, ':day': '2026-03-02', ':file': 7, ':none': 0 },
  });
});

test('who has not read the file asks for a listing that holds the day, computed since the version came into force', () => {
  const asked = { capFen: 1_000, listedOn: '2026-03-02', judgedSince: '2024-01-01', noDefaults: true };
  const write = moveExposure({ creditCode: creditCode(1), institutionId: 'rcb', raiseFen: 300, guards: asked });
  expect(write.kind === 'update' && write.condition).toEqual({
    expression: [
      'attribute_exists(#exposure)',
      '#exposure <= :room',
      '#through >= :day',
      '#since <= :day',
      '#judged >= :inForce',
      '#judgedVersion = #file',
      '#defaults = :none',
    ].join(' AND '),
    names: {
      '#exposure': 'exposureFen',
      '#through': 'listedThrough',
      '#since': 'listedSince',
      '#judged': 'judgedOn',
      '#judgedVersion': 'judgedVersion',
      '#file': 'fileVersion',
      '#defaults': 'defaults',
    },
    values: { ':room': 700, ':day': '2026-03-02', ':inForce': '2024-01-01', ':none': 0 },
  });
});

test('what releases is never kept from it by a cap', () => {
  expect(conditionOf(-300)?.expression).not.toContain(':room');
});
