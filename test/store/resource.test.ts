import { describe, expect, test } from 'vitest';
import { institutionLayout } from '../../shared/store/institutions.ts';
import { record, toStored } from '../../shared/store/resource.ts';
import { chainStart, hashOf } from '../../shared/store/trail.ts';
import type { Write } from '../../shared/store/transaction.ts';

const act = {
  at: '2026-03-02T00:00:00.000Z',
  actor: { sub: 's', name: 'n', org: 'office', role: 'office', operator: { handledBy: 'a', checkedBy: 'b' } },
};
const applied = {
  type: 'institution-applied',
  data: { institutionId: 'rcb', name: 'x', kind: 'bank', creditCode: 'X', appliedOn: '2026-03-02' },
} as const;
const admitted = {
  type: 'admission-decided',
  data: { state: 'admitted', from: '2026-03-02', reason: 'r' },
} as const;
const itemOf = (write: Write | undefined) => (write?.kind === 'put' ? write.item : {});

describe('what a command records of a resource', () => {
  test('new: its state where nothing is, and its first event after sixty-four zeros', () => {
    const { stored, writes } = record(institutionLayout, 'rcb', null, [applied], act);
    expect(writes).toHaveLength(2);
    expect(writes[0]).toMatchObject({
      table: 'institutions',
      item: { pk: 'rcb', roster: 'institutions', version: 1, data: stored.state },
      condition: { expression: 'attribute_not_exists(#absent)' },
    });
    expect(itemOf(writes[1])).toMatchObject({ pk: 'institutions#rcb', sequence: 1, previousHash: chainStart.hash });
    expect(toStored(itemOf(writes[0]))).toEqual(stored);
  });

  test('known: its state only where nobody wrote it since it was read', () => {
    const before = record(institutionLayout, 'rcb', null, [applied], act).stored;
    const { stored, writes } = record(institutionLayout, 'rcb', before, [admitted], act);
    expect(stored.version).toBe(2);
    expect(writes[0]).toMatchObject({
      condition: { expression: '#version = :readVersion', values: { ':readVersion': 1 } },
    });
    expect(itemOf(writes[1])).toMatchObject({ sequence: 2, previousHash: before.hash, hash: stored.hash });
  });

  test('with several events: one state, and the events in their order, each hashed with all that it says', () => {
    const { stored, writes } = record(institutionLayout, 'rcb', null, [applied, admitted], act);
    const events = writes
      .slice(1)
      .map((write) => itemOf(write) as unknown as Parameters<typeof hashOf>[0] & { hash: string });
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(events[1]?.previousHash).toBe(events[0]?.hash);
    expect(stored).toMatchObject({ version: 2, hash: events[1]?.hash });
    for (const event of events) {
      expect(hashOf(event)).toBe(event.hash);
      for (const change of [
        { at: '2026-03-03T00:00:00.000Z' },
        { sequence: 9 },
        { type: 'x' },
        { data: {} },
        { actor: { ...event.actor, name: 'm' } },
      ]) {
        expect(hashOf({ ...event, ...change })).not.toBe(event.hash);
      }
    }
  });

  test('of nothing is a defect', () => {
    expect(() => record(institutionLayout, 'rcb', null, [], act)).toThrow('nothing to record');
  });
});
