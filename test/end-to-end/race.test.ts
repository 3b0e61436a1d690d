import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Api, type Reply } from '../support/api.ts';
import { prepareCity } from '../support/city.ts';
import { creditCode } from '../support/fixtures.ts';
import { capOf, expected, Lender, refusalIn } from '../support/lender.ts';
import { type RunningSystem, removeFolder, startSystem } from '../support/system.ts';

const anApplication = (code: string, institutionId: string, amountFen: number) => ({
  creditCode: code,
  institutionId,
  amountFen,
  termMonths: 12,
  mode: 'credit',
  purpose: '研发投入',
});

interface Held {
  readonly applicationId: string;
  readonly institutionId: string;
  readonly state: string;
  readonly reservedFen: number;
}

describe('over HTTP, many at once', () => {
  let system: RunningSystem;
  let api: Api;
  beforeAll(async () => {
    system = await startSystem();
    api = new Api(system.url);
    await prepareCity(api, [1, 2, 3, 4, 5, 6].map(creditCode));
  });
  afterAll(async () => {
    await system?.stop();
    if (system) removeFolder(system.folder);
  });

  test('sixty applications racing from two banks use the cap to the fen and never pass it', async () => {
    const code = creditCode(1);
    // 20,000,000 fen fit fifty times into 1,000,000,000: fifty are taken, ten refused, nothing is left.
    const replies = await Promise.all(
      Array.from({ length: 60 }, (_, index) => {
        const institutionId = index % 2 === 0 ? 'rcb' : 'icbc';
        return api.post(`bank-${institutionId}`, '/v1/applications', anApplication(code, institutionId, 20_000_000));
      }),
    );
    const statuses = replies.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(50).fill(201), ...Array(10).fill(422)]);
    for (const { status, body } of replies) if (status === 422) expect(body.code).toBe('cap-exceeded');
    const enterprise = await api.get('office-1', `/v1/enterprises/${code}`);
    expect(enterprise.body).toMatchObject({ exposureFen: 1_000_000_000, capFen: 1_000_000_000, leftFen: 0 });
  });

  test('the same request sent 25 times at once is one application with one answer', async () => {
    const code = creditCode(2);
    const body = anApplication(code, 'rcb', 300_000_000);
    const replies = await Promise.all(
      Array.from({ length: 25 }, () => api.post('bank-rcb', '/v1/applications', body, { key: 'one-key-for-all' })),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    const firsts = replies.filter(({ headers }) => headers.get('idempotency-replayed') === null);
    expect(firsts).toHaveLength(1);
    const listed = await api.get('bank-rcb', `/v1/applications?creditCode=${code}`);
    expect(listed.body.items).toHaveLength(1);
    const again = await api.post('bank-rcb', '/v1/applications', { ...body, amountFen: 1 }, { key: 'one-key-for-all' });
    expect(again).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  describe('on the quota of one agreement', () => {
    const quotaFen = 100_000_000;
    const codes = [3, 4, 5, 6].map(creditCode);
    let agreementId: string;
    let rcb: Lender;
    let icbc: Lender;
    beforeAll(async () => {
      rcb = new Lender(api);
      icbc = new Lender(api, 'icbc');
      const parties = ['rcb', 'icbc', 'talent-guarantee'];
      const agreement = { kind: 'guarantee', parties, signedOn: '2024-11-11', validUntil: '2999-11-10', quotaFen };
      agreementId = String(expected(await api.post('office-1', '/v1/agreements', agreement), 201).agreementId);
    });
    /** 4,000,000 fen fit twenty-five times into 100,000,000. */
    const ask = (lender: Lender, code: string): Promise<Reply> =>
      lender.apply(code, 4_000_000, { mode: 'guarantee', guarantorId: 'talent-guarantee', agreementId });
    const held = async (): Promise<readonly Held[]> => {
      const { items } = (await api.get('guarantor-talent', '/v1/applications?limit=200')).body;
      return (items as Held[]).filter(({ state }) => state === 'submitted');
    };
    /** The counter is the sum of what holds it. */
    const expectHeld = async (count: number) => {
      const applications = await held();
      expect(applications).toHaveLength(count);
      const usedFen = applications.reduce((sum, { reservedFen }) => sum + reservedFen, 0);
      const { body } = await api.get('office-1', `/v1/agreements/${agreementId}`);
      expect(body).toMatchObject({ usedFen, leftFen: quotaFen - usedFen });
    };
    const expectRefusedByQuota = (replies: readonly Reply[]) => {
      for (const reply of replies.filter(({ status }) => status !== 201)) {
        expect(refusalIn(reply)).toMatchObject({ status: 422, code: 'quota-exceeded', rule: 'R12' });
      }
    };

    test('forty applications of four enterprises from two banks use it to the fen and never pass it', async () => {
      const replies = await Promise.all(
        Array.from({ length: 40 }, (_, index) => ask(index % 2 === 0 ? rcb : icbc, String(codes[index % 4]))),
      );
      expect(replies.filter(({ status }) => status === 201)).toHaveLength(25);
      expectRefusedByQuota(replies);
      await expectHeld(25);
      const exposures = await Promise.all(codes.map(async (code) => Number((await capOf(api, code)).exposureFen)));
      expect(exposures.reduce((sum, exposureFen) => sum + exposureFen, 0)).toBe(quotaFen);
    });

    test('what withdrawals give back while others race for it is taken once and never twice', async () => {
      const freed = (await held()).filter(({ institutionId }) => institutionId === 'rcb').slice(0, 8);
      const [withdrawals, replies] = await Promise.all([
        Promise.all(freed.map(({ applicationId }) => rcb.withdraw(applicationId))),
        Promise.all(Array.from({ length: 16 }, (_, index) => ask(icbc, String(codes[index % 4])))),
      ]);
      expect(new Set(withdrawals.map(({ status }) => status))).toEqual(new Set([200]));
      const taken = replies.filter(({ status }) => status === 201).length;
      expect(taken).toBeLessThanOrEqual(freed.length);
      expectRefusedByQuota(replies);
      await expectHeld(25 - freed.length + taken);
    });
  });
});
