import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Api, shanghai as at } from '../support/api.ts';
import { importRows, prepareCity } from '../support/city.ts';
import { creditCode } from '../support/fixtures.ts';
import { type RunningSystem, removeFolder, startSystem } from '../support/system.ts';

type Codes = [string, string, string, string, string];

/** One story along one clock, which only goes forward: each test begins where the one before ended. */
describe('deadlines by the system’s clock, at the day before, the day and the day after', () => {
  let system: RunningSystem;
  let api: Api;
  const [waiting, confirmed, late, expiring, tooLate] = [1, 2, 3, 4, 5].map(creditCode) as Codes;
  const ids: Record<string, string> = {};

  const apply = (code: string, amountFen: number) =>
    api.post('bank-rcb', '/v1/applications', {
      creditCode: code,
      institutionId: 'rcb',
      amountFen,
      termMonths: 12,
      mode: 'credit',
      purpose: '研发投入',
    });
  const approve = (id: string) =>
    api.post('bank-rcb', `/v1/applications/${id}/reviews`, { decision: 'approve', annualRateBp: 385 });
  const disburse = (id: string, report: object) =>
    api.post('bank-rcb', `/v1/applications/${id}/disbursement`, {
      amountFen: 400_000_000,
      disbursedOn: '2026-03-02',
      maturesOn: '2027-03-01',
      contractNumber: `HT-${id}`,
      annualRateBp: 385,
      ...report,
    });
  const stateOf = async (id = '') => (await api.get('office-1', `/v1/applications/${id}`)).body.state;

  beforeAll(async () => {
    system = await startSystem({ now: at('2026-03-02', '09:00:00') });
    api = new Api(system.url);
    await prepareCity(api, [waiting, confirmed, late, tooLate]);
    await importRows(api, [
      { creditCode: expiring, name: '平湖到期科技有限公司', issuedOn: '2023-06-30', validUntil: '2026-06-29' },
    ]);
  });
  afterAll(async () => {
    await system?.stop();
    if (system) removeFolder(system.folder);
  });

  test('an application confirmed on 2 March may be disbursed through 31 May, its ninetieth day after', async () => {
    for (const [name, code] of Object.entries({ waiting, confirmed, late, tooLate })) {
      const applied = await apply(code, 600_000_000);
      expect(applied).toMatchObject({ status: 201, body: { state: 'submitted', expiresOn: '2026-05-01' } });
      ids[name] = String(applied.body.applicationId);
    }
    for (const name of ['confirmed', 'late', 'tooLate']) {
      const reply = await approve(ids[name] ?? '');
      expect(reply).toMatchObject({ status: 200, body: { state: 'confirmed', expiresOn: '2026-05-31' } });
    }
  });

  test('an enterprise listed for exactly ninety days more is confirmed by itself; for one day less an official is asked', async () => {
    const early = await apply(expiring, 1_000_000);
    expect((await approve(String(early.body.applicationId))).body.state).toBe('confirmed');
    // 29 June is the last day of its certificate, and the ninetieth day after 31 March.
    await api.moveClock(at('2026-03-31', '09:00:00'));
    const last = await apply(expiring, 1_000_000);
    expect((await approve(String(last.body.applicationId))).body.state).toBe('confirmed');
    await api.moveClock(at('2026-04-01', '09:00:00'));
    const official = String((await apply(expiring, 1_000_000)).body.applicationId);
    expect((await approve(official)).body.state).toBe('approved-by-institution');
    const confirmation = await api.post('office-1', `/v1/applications/${official}/reviews`, { decision: 'approve' });
    expect(confirmation).toMatchObject({ status: 200, body: { state: 'confirmed', expiresOn: '2026-06-30' } });
  });

  test('on the sixtieth day an application may still be decided; a minute after it no more, though no job has run', async () => {
    await api.moveClock(at('2026-05-01', '23:59:00'));
    expect(await stateOf(ids.waiting)).toBe('submitted');
    await api.moveClock(at('2026-05-02', '00:01:00'));
    expect(await approve(ids.waiting ?? '')).toMatchObject({
      status: 409,
      body: { code: 'state-conflict', facts: { state: 'expired' } },
    });
  });

  test('before the night job has run, what a lapsed application holds gives way to the next one', async () => {
    const next = await apply(waiting, 1_000_000_000);
    expect(next.status).toBe(201);
    expect(await stateOf(ids.waiting)).toBe('expired');
    const { body } = await api.get('office-1', `/v1/enterprises/${waiting}`);
    expect(body).toMatchObject({ exposureFen: 1_000_000_000, leftFen: 0 });
  });

  test('a certificate that ends on 29 June still lists its enterprise on that day, and not on the next', async () => {
    await api.moveClock(at('2026-05-31', '23:59:00'));
    expect(await disburse(ids.confirmed ?? '', { disbursedOn: '2026-05-31' })).toMatchObject({ status: 201 });
    await api.moveClock(at('2026-06-29', '23:59:00'));
    expect(await apply(expiring, 1_000_000)).toMatchObject({ status: 201 });
    await api.moveClock(at('2026-06-30', '00:01:00'));
    expect(await apply(expiring, 1_000_000)).toMatchObject({ status: 422, body: { code: 'not-listed', rule: 'R5' } });
    await api.moveClock(at('2026-06-30', '00:11:00'));
    const { body } = await api.get('office-1', `/v1/enterprises/${expiring}`);
    expect(body).toMatchObject({ listed: false, basis: null });
    const history = await api.get('office-1', `/v1/enterprises/${expiring}/history`);
    expect((history.body.items as { type: string }[]).map(({ type }) => type)).toEqual([
      'certificate-imported',
      'standing-refreshed',
    ]);
  });

  test('a disbursement made in time may be reported through the thirtieth day after the expiry, and not on the next', async () => {
    expect(await stateOf(ids.late)).toBe('expired');
    const outOfTime = await disburse(ids.late ?? '', { disbursedOn: '2026-06-01' });
    expect(outOfTime).toMatchObject({ status: 422, body: { code: 'date-out-of-range', rule: 'R15' } });
    const other = await apply(late, 700_000_000);
    expect(other.status).toBe(201);
    // 400 of 1,000 million are asked again, 300 are left.
    expect(await disburse(ids.late ?? '', { disbursedOn: '2026-05-31' })).toMatchObject({
      status: 422,
      body: { code: 'cap-exceeded', rule: 'R10' },
    });
    await api.post('bank-rcb', `/v1/applications/${other.body.applicationId}/withdrawal`, {});
    // 30 June is the thirtieth day after 31 May.
    expect(await disburse(ids.late ?? '', { disbursedOn: '2026-05-31' })).toMatchObject({
      status: 201,
      body: { disbursedOn: '2026-05-31', state: 'active', outstandingFen: 400_000_000 },
    });
    expect(await stateOf(ids.late)).toBe('disbursed');
    await api.moveClock(at('2026-07-01', '00:01:00'));
    expect(await disburse(ids.tooLate ?? '', { disbursedOn: '2026-05-31' })).toMatchObject({
      status: 409,
      body: { code: 'state-conflict', facts: { state: 'expired', allowed: 'confirmed' } },
    });
  });

  test('an idle year passes in the blink of an eye, and leaves every history whole', async () => {
    const startedAt = performance.now();
    await api.moveClock(at('2027-06-30', '12:00:00'));
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    for (const id of Object.values(ids)) {
      const verified = await api.get('auditor-1', `/v1/audit/verification?kind=applications&id=${id}`);
      expect(verified.body).toMatchObject({ ok: true, brokenAt: null });
    }
  });
});
