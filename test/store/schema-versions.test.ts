import { describe, expect, test } from 'vitest';
import { readDoorbell } from '../../shared/store/doorbell.ts';
import { firstDueAt, jobWrite, toJob } from '../../shared/store/outbox.ts';
import { toStored } from '../../shared/store/resource.ts';

const job = { jobId: 'job-1', queue: 'list', message: { kind: 'import' } } as const;
const dueAt = '2026-03-02T00:01:00.000Z';

describe('a job of the outbox', () => {
  const ofNow = jobWrite(job, dueAt);
  const item = ofNow.kind === 'put' ? ofNow.item : {};

  test('says since when it should have been done, however often it is rung for', () => {
    expect(item).toMatchObject({ schemaVersion: 2, firstDueAt: dueAt });
    expect(firstDueAt({ ...item, dueAt: '2026-03-02T09:00:00.000Z' })).toBe(dueAt);
  });

  test('of the version before is the same job, and counts from its next ring', () => {
    const { firstDueAt: _, ...before } = { ...item, schemaVersion: 1 } as Readonly<Record<string, unknown>>;
    expect(toJob(before)).toEqual(job);
    expect(firstDueAt(before)).toBe(dueAt);
  });

  test('is read by the version before, which takes no notice of what is new', () => {
    expect(toJob(item)).toEqual(job);
  });
});

describe('a message', () => {
  const doorbell = { jobId: 'job-1', message: { kind: 'import' } };
  test('is read as it was sent, and one of before messages had a version as the first', () => {
    const read = { schemaVersion: 1, ...doorbell };
    expect(readDoorbell(JSON.stringify(read))).toEqual(read);
    expect(readDoorbell(JSON.stringify(doorbell))).toEqual(read);
  });

  test('of a version to come is left in the queue', () => {
    expect(() => readDoorbell(JSON.stringify({ schemaVersion: 2, ...doorbell }))).toThrow('form 2');
  });
});

describe('a resource', () => {
  const item = { pk: 'rcb', version: 3, hash: 'h', data: { name: 'x' } };
  test('of before items had a version is read, and one of a version to come is not guessed at', () => {
    const stored = { version: 3, hash: 'h', state: { name: 'x' } };
    expect(toStored(item)).toEqual(stored);
    expect(toStored({ ...item, schemaVersion: 1 })).toEqual(stored);
    expect(() => toStored({ ...item, schemaVersion: 2 })).toThrow('form 2');
  });
});
