import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Api, shanghai as at } from '../support/api.ts';
import { prepareCity } from '../support/city.ts';
import { creditCode } from '../support/fixtures.ts';
import { expected, Lender, refusalIn, ruledOut } from '../support/lender.ts';
import { type RunningSystem, removeFolder, startSystem } from '../support/system.ts';

const quotaFen = 100_000_000;

interface Named {
  readonly applicationId: string;
}

/** One story along one clock, which only goes forward: each test begins where the one before ended. */
describe('agreements and the quotas that their loans share', () => {
  let system: RunningSystem;
  let api: Api;
  let rcb: Lender;
  let icbc: Lender;
  const [one, two, three] = [1, 2, 3].map(creditCode) as [string, string, string];
  const agreements = { first: '', second: '', later: '' };

  const sign = async (parties: readonly string[], change: object = {}): Promise<string> => {
    const agreement = { kind: 'three-party', parties, signedOn: '2026-01-01', validUntil: '2026-06-30', quotaFen };
    return String(expected(await api.post('office-1', '/v1/agreements', { ...agreement, ...change }), 201).agreementId);
  };
  const under = (agreementId: string) => ({ mode: 'guarantee', guarantorId: 'talent-guarantee', agreementId });
  const readQuota = async (agreementId: string, client = 'office-1') => {
    const { usedFen, leftFen } = expected(await api.get(client, `/v1/agreements/${agreementId}`));
    return { usedFen, leftFen };
  };
  const expectUsed = async (usedFen: number, agreementId = agreements.first) =>
    expect(await readQuota(agreementId)).toEqual({ usedFen, leftFen: quotaFen - usedFen });
  const exceeded = (asked: number, left: number, agreementId = agreements.first) =>
    ruledOut('R12', 'quota-exceeded', { agreementId, quota: quotaFen, asked, left });
  const ended = (on: string) =>
    ruledOut('R12', 'agreement-not-valid', {
      agreementId: agreements.first,
      on,
      validUntil: '2026-06-30',
      institutionId: 'rcb',
      guarantorId: 'talent-guarantee',
    });

  beforeAll(async () => {
    system = await startSystem({ now: at('2026-03-02', '09:00:00') });
    api = new Api(system.url);
    rcb = new Lender(api);
    icbc = new Lender(api, 'icbc');
    await prepareCity(api, [one, two, three]);
    const holding = { institutionId: 'jinkong', name: '平湖市金控投资有限公司', kind: 'holding' };
    expected(await api.post('office-1', '/v1/institutions', { ...holding, creditCode: creditCode(9_000_004) }), 201);
    agreements.first = await sign(['rcb', 'talent-guarantee', 'jinkong']);
    agreements.second = await sign(['rcb', 'icbc', 'talent-guarantee']);
    agreements.later = await sign(['rcb', 'icbc', 'talent-guarantee'], { validUntil: '2027-12-31' });
  });
  afterAll(async () => {
    await system?.stop();
    if (system) removeFolder(system.folder);
  });

  test('enterprises share one quota to the fen, and another agreement has its own', async () => {
    const first = under(agreements.first);
    expect(refusalIn(await rcb.apply(one, quotaFen + 1, first))).toEqual(exceeded(quotaFen + 1, quotaFen));
    await rcb.applied(one, 60_000_000, first);
    expect(refusalIn(await rcb.apply(two, 40_000_001, first))).toEqual(exceeded(40_000_001, 40_000_000));
    await rcb.applied(two, 39_999_999, first);
    await expectUsed(99_999_999);
    await rcb.applied(three, 1, first);
    await expectUsed(quotaFen);
    expect(refusalIn(await rcb.apply(three, 1, first))).toEqual(exceeded(1, 0));
    await expectUsed(0, agreements.second);
    await icbc.applied(three, quotaFen, under(agreements.second));
    await expectUsed(quotaFen, agreements.second);
    await expectUsed(quotaFen);
  });

  test('office, auditor and parties see what is used and left; who is no party does not see the agreement', async () => {
    for (const client of ['office-1', 'auditor-1', 'bank-rcb', 'guarantor-talent', 'holding-1']) {
      expect(await readQuota(agreements.first, client)).toEqual({ usedFen: quotaFen, leftFen: 0 });
      const { items } = (await api.get(client, '/v1/agreements')).body;
      expect(items).toContainEqual(
        expect.objectContaining({ agreementId: agreements.first, usedFen: quotaFen, leftFen: 0 }),
      );
    }
    expect((await api.get('bank-icbc', `/v1/agreements/${agreements.first}`)).status).toBe(404);
    // Nor is it told what is left of it, or that there is such an agreement at all.
    const notParty = { ...ended('2026-03-02').facts, validUntil: null, institutionId: 'icbc' };
    expect(refusalIn(await icbc.apply(one, 1, under(agreements.first)))).toEqual(
      ruledOut('R12', 'agreement-not-valid', notParty),
    );
  });

  test('withdrawal, rejection and a lower approval give back what they free in that moment; a return keeps it', async () => {
    const items = (await api.get('guarantor-talent', '/v1/applications?institutionId=rcb')).body.items as Named[];
    const [small, second, first] = items.map(({ applicationId }) => applicationId) as [string, string, string];
    expected(await rcb.withdraw(small));
    await expectUsed(99_999_999);
    expected(await rcb.review(second, { decision: 'reject', reason: '用途不符' }));
    await expectUsed(60_000_000);
    expected(await rcb.giveBack(first));
    await expectUsed(60_000_000);
    // Twenty more than it holds fit; forty-one more do not.
    expect(refusalIn(await rcb.resubmit(first, { amountFen: quotaFen + 1 }))).toEqual(exceeded(40_000_001, 40_000_000));
    expected(await rcb.resubmit(first, { amountFen: 80_000_000 }));
    await expectUsed(80_000_000);
    expected(await rcb.approve(first, { approvedAmountFen: 70_000_000 }));
    await expectUsed(70_000_000);
    expected(await rcb.withdraw(first));
    await expectUsed(0);
  });

  test('a resubmission moves the whole amount to the agreement that it names, or out of all of them', async () => {
    const moving = await rcb.applied(one, 30_000_000, under(agreements.first));
    expected(await rcb.giveBack(moving));
    const full = await rcb.resubmit(moving, { agreementId: agreements.second });
    expect(refusalIn(full)).toEqual(exceeded(30_000_000, 0, agreements.second));
    await expectUsed(30_000_000);
    const [filling] = (await api.get('bank-icbc', '/v1/applications')).body.items as [Named];
    expected(await icbc.withdraw(filling.applicationId));
    expected(await rcb.resubmit(moving, { agreementId: agreements.second, amountFen: 20_000_000 }));
    await expectUsed(0);
    await expectUsed(20_000_000, agreements.second);
    expected(await rcb.giveBack(moving));
    expect((await rcb.resubmit(moving, { mode: 'credit' })).body).toMatchObject({
      guarantorId: null,
      agreementId: null,
    });
    await expectUsed(0, agreements.second);
    expected(await rcb.withdraw(moving));
  });

  test('a disbursement keeps what it lends and frees the rest; principal that comes back is free again', async () => {
    const applicationId = await rcb.applied(one, 50_000_000, under(agreements.first));
    expected(await rcb.approve(applicationId));
    const report = { amountFen: 40_000_000, disbursedOn: '2026-03-02', maturesOn: '2026-06-01' };
    const loanId = await rcb.lent(applicationId, report);
    await expectUsed(40_000_000);
    const paid = { principalFen: 15_000_000, interestFen: 9, paidOn: '2026-03-02' };
    expected(await rcb.service(loanId, 'repayments', paid));
    await expectUsed(25_000_000);
    expect(refusalIn(await rcb.apply(two, 75_000_001, under(agreements.first)))).toEqual(
      exceeded(75_000_001, 75_000_000),
    );
    expected(await rcb.withdraw(await rcb.applied(two, 75_000_000, under(agreements.first))));

    expect((await api.get('guarantor-talent', `/v1/loans/${loanId}`)).body).toMatchObject({
      outstandingFen: 25_000_000,
    });
    expect((await api.get('guarantor-talent', '/v1/loans')).body.items).toMatchObject([{ loanId }]);
    // The holding is a party of the agreement and guarantees no loan.
    for (const client of ['holding-1', 'bank-icbc', `enterprise:${two}`]) {
      expect((await api.get(client, `/v1/loans/${loanId}`)).status).toBe(404);
      expect((await api.get(client, '/v1/loans')).body.items).toEqual([]);
    }
    expected(await rcb.service(loanId, 'repayments', { ...paid, principalFen: 25_000_000 }));
    await expectUsed(0);
  });

  test('an application not decided in its sixty days gives its quota back the night after', async () => {
    await rcb.applied(one, 10_000_000, under(agreements.first));
    await api.moveClock(at('2026-05-01', '23:59:00'));
    await expectUsed(10_000_000);
    await api.moveClock(at('2026-05-02', '00:11:00'));
    await expectUsed(0);
  });

  const waiting = { confirmed: '', submitted: '', returned: '' };

  test('on the last day of an agreement it may still be named', async () => {
    await api.moveClock(at('2026-06-30', '23:59:00'));
    waiting.confirmed = await rcb.applied(one, 10_000_000, under(agreements.first));
    expect((await rcb.approve(waiting.confirmed)).body).toMatchObject({ state: 'confirmed' });
    waiting.submitted = await rcb.applied(two, 20_000_000, under(agreements.first));
    waiting.returned = await rcb.applied(three, 30_000_000, under(agreements.first));
    expected(await rcb.giveBack(waiting.returned));
    expected(await rcb.resubmit(waiting.returned, { amountFen: 31_000_000 }));
    expected(await rcb.giveBack(waiting.returned));
    await expectUsed(61_000_000);
  });

  test('the day after neither an application nor a resubmission may name it, and another may be named in its place', async () => {
    await api.moveClock(at('2026-07-01', '00:01:00'));
    expect(refusalIn(await rcb.apply(one, 1, under(agreements.first)))).toEqual(ended('2026-07-01'));
    expect(refusalIn(await rcb.resubmit(waiting.returned, {}))).toEqual(ended('2026-07-01'));
    await expectUsed(61_000_000);
    expected(await rcb.resubmit(waiting.returned, { agreementId: agreements.later }));
    await expectUsed(30_000_000);
    await expectUsed(31_000_000, agreements.later);
    expected(await rcb.withdraw(waiting.returned));
  });

  test('what it covered in time is decided by an official, and disbursed and serviced after its end', async () => {
    expect((await rcb.approve(waiting.submitted)).body).toMatchObject({ state: 'approved-by-institution' });
    const path = `/v1/applications/${waiting.submitted}/reviews`;
    const confirmation = expected(await api.post('office-1', path, { decision: 'approve' }));
    expect(confirmation).toMatchObject({ state: 'confirmed', agreementId: agreements.first });
    const report = { disbursedOn: '2026-07-01', maturesOn: '2026-09-30' };
    const loanId = await rcb.lent(waiting.confirmed, { ...report, amountFen: 10_000_000 });
    await rcb.lent(waiting.submitted, { ...report, amountFen: 20_000_000 });
    await expectUsed(30_000_000);
    expect(await rcb.loan(loanId)).toMatchObject({ guarantorId: 'talent-guarantee', agreementId: agreements.first });
    expected(
      await rcb.service(loanId, 'repayments', { principalFen: 10_000_000, interestFen: 0, paidOn: '2026-07-01' }),
    );
    await expectUsed(20_000_000);
  });
});
