import { beforeAll, expect, test } from 'vitest';
import { creditCode } from '../../support/fixtures.ts';
import { auditor, bankOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';

let api: Handlers;
let path: string;
beforeAll(async () => {
  api = await openHandlers();
  const row = { creditCode: creditCode(1), name: '平湖测试科技有限公司', issuedOn: '2025-01-01' };
  const list = { category: 'high-tech', mode: 'merge', source: { title: '认定名单' }, rows: [row] };
  path = `/v1/imports/${(await api.post(officer, '/v1/imports', list)).body.importId}/cancellation`;
});

test('the office cancels an import with a reason, and nobody else', async () => {
  expect((await api.post(bankOf('rcb'), path, { reason: '错' })).status).toBe(403);
  expect((await api.post(auditor, path, { reason: '错' })).status).toBe(403);
  expect((await api.post(officer, path, {})).body).toMatchObject({ status: 400, errors: [{ path: 'reason' }] });
  const { status, body } = await api.post(officer, path, { reason: '发错了文件' });
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { state: 'cancelled', processed: 0, cancellation: { reason: '发错了文件' }, version: 2 },
  });
  expect((await api.post(officer, path, { reason: '再来' })).body).toMatchObject({
    code: 'state-conflict',
    facts: { state: 'cancelled', allowed: 'queued, running, awaiting-release' },
  });
});
