import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Api, shanghai as at } from '../support/api.ts';
import { importRows, prepareCity } from '../support/city.ts';
import { creditCode } from '../support/fixtures.ts';
import { type RunningSystem, removeFolder, startSystem } from '../support/system.ts';

/** One story along one clock, which only goes forward: each test begins where the one before ended. */
describe('a policy version from its draft to the day after it takes effect', () => {
  let system: RunningSystem;
  let api: Api;
  const [kept, returned, dropped, fresh] = [1, 2, 3, 4].map(creditCode) as [string, string, string, string];
  const ids = { policy: '', kept: '', returned: '' };

  const apply = (code: string, amountFen: number) =>
    api.post('bank-rcb', '/v1/applications', {
      creditCode: code,
      institutionId: 'rcb',
      amountFen,
      termMonths: 12,
      mode: 'credit',
      purpose: '研发投入',
    });
  const review = (client: string, id: string, body: object) => api.post(client, `/v1/applications/${id}/reviews`, body);
  const approve = (id: string) => review('bank-rcb', id, { decision: 'approve', annualRateBp: 385 });
  const resubmit = (amountFen: number) =>
    api.post('bank-rcb', `/v1/applications/${ids.returned}/resubmission`, { amountFen });
  const enterprise = async (code: string) => (await api.get('office-1', `/v1/enterprises/${code}`)).body;
  const policyInForce = async () => {
    const { items } = (await api.get('bank-rcb', '/v1/policies')).body;
    return (items as { policyId: string; inForce: boolean }[]).find(({ inForce }) => inForce)?.policyId;
  };

  beforeAll(async () => {
    system = await startSystem({ now: at('2026-03-02', '09:00:00') });
    api = new Api(system.url);
    await prepareCity(api, [kept, returned, fresh]);
    const gazelle = { creditCode: dropped, name: '平湖瞪羚科技有限公司', issuedOn: '2024-01-01' };
    await importRows(api, [gazelle], { category: 'gazelle' });
  });
  afterAll(async () => {
    await system?.stop();
    if (system) removeFolder(system.folder);
  });

  test('an official drafts it and another approves it; nothing changes yet but the day on which something will', async () => {
    const draft = await api.post('office-1', '/v1/policies', {
      name: '二〇二六年修订',
      effectiveFrom: '2026-04-01',
      source: { title: '修订通知' },
      parameters: { eligibleCategories: ['high-tech', 'little-giant'], enterpriseCapFen: 500_000_000 },
    });
    expect(draft).toMatchObject({ status: 201, body: { state: 'draft' } });
    ids.policy = String(draft.body.policyId);
    const approval = `/v1/policies/${ids.policy}/approval`;
    expect(await api.post('office-1', approval)).toMatchObject({ status: 403, body: { code: 'four-eyes' } });
    expect(await enterprise(dropped)).toMatchObject({ listed: true, nextChangeOn: null });
    expect(await api.post('office-2', approval)).toMatchObject({ status: 200, body: { state: 'approved' } });
    expect(await enterprise(dropped)).toMatchObject({ listed: true, nextChangeOn: '2026-04-01' });
    expect(await enterprise(kept)).toMatchObject({ listed: true, nextChangeOn: null, capFen: 1_000_000_000 });
  });

  test('on the day before, applications go by the version before it', async () => {
    await api.moveClock(at('2026-03-31', '23:59:00'));
    expect(await policyInForce()).toBe('measures-2024');
    const { items } = (await api.get('office-1', `/v1/enterprises/${dropped}/history`)).body;
    expect(items).toMatchObject([
      { type: 'certificate-imported' },
      { type: 'standing-refreshed', data: { standing: { listed: true, listedThrough: '2026-03-31' } } },
    ]);
    expect((await apply(dropped, 1_000_000)).status).toBe(201);
    ids.kept = String((await apply(kept, 600_000_000)).body.applicationId);
    ids.returned = String((await apply(returned, 600_000_000)).body.applicationId);
    const sentBack = await review('bank-rcb', ids.returned, { decision: 'return', reason: '请补充材料' });
    expect(sentBack).toMatchObject({ status: 200, body: { state: 'returned' } });
  });

  test('from its first minute it binds, though no job has run: list and cap', async () => {
    await api.moveClock(at('2026-04-01', '00:01:00'));
    expect(await policyInForce()).toBe(ids.policy);
    expect(await enterprise(dropped)).toMatchObject({ listed: false, basis: null, nextChangeOn: null });
    expect(await apply(dropped, 1_000_000)).toMatchObject({ status: 422, body: { code: 'not-listed', rule: 'R5' } });
    expect(await apply(fresh, 500_000_001)).toMatchObject({
      status: 422,
      body: { code: 'cap-exceeded', rule: 'R10', facts: { cap: 500_000_000, asked: 500_000_001 } },
    });
    expect((await apply(fresh, 500_000_000)).status).toBe(201);
  });

  test('what lies above the lower cap stays; nothing is left, and not one fen more is taken', async () => {
    expect(await enterprise(returned)).toMatchObject({ exposureFen: 600_000_000, capFen: 500_000_000, leftFen: 0 });
    expect(await apply(returned, 1)).toMatchObject({ status: 422, body: { code: 'cap-exceeded' } });
    expect(await resubmit(600_000_001)).toMatchObject({ status: 422, body: { code: 'cap-exceeded', rule: 'R10' } });
    expect(await resubmit(600_000_000)).toMatchObject({
      status: 200,
      body: { state: 'submitted', policy: ids.policy, amountFen: 600_000_000 },
    });
  });

  test('an application from before keeps its version; one resubmitted since is confirmed by an official', async () => {
    expect(await approve(ids.kept)).toMatchObject({
      status: 200,
      body: { state: 'confirmed', policy: 'measures-2024' },
    });
    expect(await approve(ids.returned)).toMatchObject({ status: 200, body: { state: 'approved-by-institution' } });
    expect(await review('office-1', ids.returned, { decision: 'approve' })).toMatchObject({
      status: 200,
      body: { state: 'confirmed', policy: ids.policy },
    });
  });

  test('the night has the whole list looked at, once', async () => {
    const refresh = `/v1/refreshes/activation-${ids.policy}`;
    expect((await api.get('office-1', refresh)).status).toBe(404);
    await api.moveClock(at('2026-04-01', '00:11:00'));
    const done = { state: 'done', total: 4, processed: 4 };
    expect((await api.get('office-1', refresh)).body).toMatchObject(done);
    const { items } = (await api.get('office-1', `/v1/enterprises/${dropped}/history`)).body;
    expect((items as { data: object }[]).at(-1)).toMatchObject({
      type: 'standing-refreshed',
      data: { standing: { on: '2026-04-01', listed: false, listedThrough: '2026-03-31', nextChangeOn: null } },
    });
    await api.post('office-1', '/local/jobs/activate-policies');
    await api.moveClock(at('2026-04-01', '00:12:00'));
    expect((await api.get('office-1', refresh)).body).toMatchObject(done);
  });

  test('on the day after, the earlier application is disbursed by its own version, and every history is whole', async () => {
    await api.moveClock(at('2026-04-02', '09:00:00'));
    const loan = await api.post('bank-rcb', `/v1/applications/${ids.kept}/disbursement`, {
      amountFen: 600_000_000,
      disbursedOn: '2026-04-02',
      maturesOn: '2027-04-01',
      contractNumber: 'HT-1',
      annualRateBp: 385,
    });
    expect(loan).toMatchObject({ status: 201, body: { policy: 'measures-2024' } });
    expect((await enterprise(dropped)).listed).toBe(false);
    for (const [kind, id] of [
      ['policies', ids.policy],
      ['applications', ids.returned],
      ['enterprises', dropped],
    ]) {
      const verified = await api.get('auditor-1', `/v1/audit/verification?kind=${kind}&id=${id}`);
      expect(verified.body).toMatchObject({ ok: true, brokenAt: null });
    }
  });
});
