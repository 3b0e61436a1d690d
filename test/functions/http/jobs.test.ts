import { beforeAll, expect, test } from 'vitest';
import { ringsMax, sweepOutbox } from '../../../shared/operations/sweep-outbox.ts';
import { jobWrite, postponeWrite } from '../../../shared/store/outbox.ts';
import { commit } from '../../../shared/store/transaction.ts';
import { auditor, bankOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';

let api: Handlers;
beforeAll(async () => {
  api = await openHandlers();
  const { database, now } = api.services;
  const message = { kind: 'refresh-some', refreshId: 'refresh-1', creditCodes: ['a', 'b'] };
  await commit(database, [jobWrite({ jobId: 'refresh-1-1', queue: 'list', message }, now())]);
  for (let ring = 0; ring < ringsMax; ring += 1) await commit(database, [postponeWrite('refresh-1-1', now())]);
  await sweepOutbox(api.services, now());
});

test('parked work is shown to office and auditor, and retried by the office with a reason', async () => {
  expect((await api.get(bankOf('rcb'), '/v1/jobs?state=parked')).status).toBe(403);
  expect((await api.get(auditor, '/v1/jobs?state=done')).status).toBe(400);
  expect((await api.get(officer, '/v1/jobs')).body.items).toHaveLength(1);
  const { body } = await api.get(auditor, '/v1/jobs?state=parked');
  expect(body).toMatchObject({
    items: [
      {
        ...{ jobId: 'refresh-1-1', queue: 'list', task: 'refresh-some', about: { refreshId: 'refresh-1' } },
        ...{ state: 'parked', rings: ringsMax, parkedAt: expect.stringContaining('T') },
      },
    ],
    nextCursor: null,
  });
  const path = '/v1/jobs/refresh-1-1/retry';
  expect((await api.post(auditor, path, { reason: '已修复' })).status).toBe(403);
  expect((await api.post(officer, path, {})).status).toBe(400);
  expect(await api.post(officer, path, { reason: '已修复' })).toMatchObject({
    status: 200,
    body: { state: 'waiting', rings: 0, parkedAt: null },
  });
  expect((await api.get(officer, '/v1/jobs?state=parked')).body.items).toEqual([]);
  expect((await api.get(officer, '/v1/jobs?state=waiting')).body.items).toHaveLength(1);
});
