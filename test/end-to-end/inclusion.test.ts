import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api, shanghai } from '../support/api.ts';
import { creditCode } from '../support/fixtures.ts';
import { type RunningSystem, removeFolder, startSystem } from '../support/system.ts';

let system: RunningSystem;
let api: Api;
const code = creditCode(81);
const members = ['science', 'economy', 'finance', 'market', 'talent', 'fdc', 'pboc'];

beforeAll(async () => {
  system = await startSystem({ now: shanghai('2026-03-02', '10:00:00') });
  api = new Api(system.url);
});
afterAll(async () => {
  await system.kill();
  removeFolder(system.folder);
});

const done = async (client: string, path: string, body: object, status = 200) => {
  const reply = await api.post(client, path, body);
  expect(reply.status, reply.text).toBe(status);
  return reply.body;
};
const eligible = async (on: string) =>
  (await api.get('office-1', `/v1/enterprises/${code}/eligibility?on=${on}`)).body.eligible;

test('an enterprise that no list knows asks for itself, seven units agree, and it is on the list until its last day', async () => {
  const request = {
    name: '平湖𠮷特别纳入有限公司',
    innovationNeed: '中试',
    financingLack: '无抵押物',
    evidence: [],
    validUntil: '2026-06-30',
  };
  const { inclusionId } = await done(`enterprise:${code}`, `/v1/enterprises/${code}/inclusions`, request, 201);
  expect(await eligible('2026-03-02')).toBe(false);
  const plan = { title: '第一次会议', convenesOn: '2026-03-02', claimIds: [], inclusionIds: [inclusionId] };
  const { meetingId } = await done('office-1', '/v1/meetings', plan, 201);
  const path = `/v1/meetings/${meetingId}`;
  for (const unit of members) await done(`member-${unit}`, `${path}/votes`, { itemId: 'item-1', vote: 'approve' });
  await done('office-1', `${path}/resolution`, { items: [] }, 202);
  // The clock answers when queues and outbox are empty: the worker has carried the resolution out.
  await api.moveClock(shanghai('2026-03-02', '11:00:00'));
  expect((await api.get('auditor-1', `/v1/inclusions/${inclusionId}`)).body).toMatchObject({
    state: 'approved',
    includedFrom: '2026-03-02',
  });
  expect((await api.get('office-1', `/v1/enterprises/${code}`)).body).toMatchObject({
    listed: true,
    basis: 'exceptional',
  });
  expect((await api.get('office-1', `/v1/enterprises?q=${encodeURIComponent('湖𠮷')}`)).body.items).toMatchObject([
    { creditCode: code },
  ]);
  expect([
    await eligible('2026-03-01'),
    await eligible('2026-03-02'),
    await eligible('2026-06-30'),
    await eligible('2026-07-01'),
  ]).toEqual([false, true, true, false]);
  const minutes = await api.get('member-fdc', `${path}/minutes`, { accept: 'text/html' });
  expect(minutes.text).toContain('平湖𠮷特别纳入有限公司');

  await api.moveClock(shanghai('2026-06-30', '23:00:00'));
  expect((await api.get('office-1', `/v1/enterprises/${code}`)).body).toMatchObject({ listed: true });
  await api.moveClock(shanghai('2026-07-01', '08:00:00'));
  expect((await api.get('office-1', `/v1/enterprises/${code}`)).body).toMatchObject({ listed: false, basis: null });
  expect((await api.get('auditor-1', `/v1/inclusions/${inclusionId}`)).body).toMatchObject({ state: 'ended' });
  for (const kind of ['enterprises', 'inclusions', 'meetings']) {
    expect((await api.get('auditor-1', `/v1/audit/verification?kind=${kind}`)).body).toMatchObject({ ok: true });
  }
});
