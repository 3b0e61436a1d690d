import { expect, test } from 'vitest';
import type { Consumer } from '../../infra/local/background/consumer.ts';
import { drain } from '../../infra/local/background/drain.ts';

const consumer = (isIdle: () => boolean): Consumer => ({ isIdle: async () => isIdle(), stop: async () => undefined });

test('draining waits for the queues first and for the outbox then', async () => {
  let busyFor = 3;
  let jobsFor = 2;
  const isIdle = (): boolean => {
    busyFor -= 1;
    return busyFor < 0;
  };
  const isOutboxEmpty = async (): Promise<boolean> => {
    expect(busyFor).toBeLessThan(0);
    jobsFor -= 1;
    return jobsFor < 0;
  };
  await drain([consumer(isIdle)], { isOutboxEmpty, ringAll: async () => undefined, nextDueOn: async () => null });
  expect([busyFor < 0, jobsFor]).toEqual([true, -1]);
});

test('a job whose doorbell was lost is rung for again', async () => {
  let rung = 0;
  const ringAll = async (): Promise<void> => {
    rung += 1;
  };
  await drain([consumer(() => true)], { isOutboxEmpty: async () => rung > 0, ringAll, nextDueOn: async () => null });
  expect(rung).toBe(1);
});
