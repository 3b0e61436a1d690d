import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayAt } from '../../../shared/domain/calendar.ts';
import { auditor, claimsOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';

let api: Handlers;
const financier = claimsOf('finance', 'finance-bureau');
const member = claimsOf('member', 'science');
const today = dayAt(new Date().toISOString());
const million = { amountFen: 100_000_000, documentNumber: '平财〔2024〕12号', appropriatedOn: '2024-03-01' };

beforeAll(async () => {
  api = await openHandlers();
});

const appropriate = (change: object = {}, request = {}) =>
  api.post(financier, '/v1/fund/appropriations', { ...million, ...change }, request);

describe('an appropriation', () => {
  test('is answered with what was entered, and is in the fund and its ledger', async () => {
    const reply = await appropriate();
    expect(reply).toMatchObject({ status: 201, headers: { etag: '"1"' } });
    const { appropriationId } = reply.body;
    expect(reply.body).toEqual({ ...million, appropriationId, earlierUnderDocument: 0, version: 1 });
    expect((await api.get(financier, '/v1/fund')).body).toEqual({
      balanceFen: 100_000_000,
      cashFen: 100_000_000,
      appropriatedFen: 100_000_000,
      compensatedFen: 0,
      paidFen: 0,
      recoveredFen: 0,
      awaitingFen: 0,
      payableFen: 0,
      receivableFen: 0,
      spendableFen: 100_000_000,
    });
    const { items } = (await api.get(financier, '/v1/fund/entries')).body;
    expect(items).toHaveLength(1);
    expect((items as object[])[0]).toMatchObject({
      type: 'appropriation',
      bookedOn: '2024-03-01',
      document: { documentNumber: million.documentNumber, voucherNumber: null, claimId: null, meetingId: null },
      source: { kind: 'fund', id: appropriationId, sequence: 1 },
      lines: [
        { account: 'cash', debitFen: 100_000_000, creditFen: 0 },
        { account: 'appropriated', debitFen: 0, creditFen: 100_000_000 },
      ],
    });
  });

  test('may be of yesterday and today, not of tomorrow, and says so in both languages', async () => {
    for (const appropriatedOn of [addDays(today, -1), today]) {
      expect((await appropriate({ appropriatedOn })).status).toBe(201);
    }
    // Two days ahead, so that a midnight during the test changes nothing.
    const appropriatedOn = addDays(today, 2);
    const english = await appropriate({ appropriatedOn });
    expect(english).toMatchObject({ status: 422, body: { code: 'date-out-of-range', rule: 'R29' } });
    expect(english.body.detail).toContain(appropriatedOn);
    const chinese = await appropriate({ appropriatedOn }, { headers: { 'accept-language': 'zh-CN' } });
    expect(chinese.body.detail).toMatch(/^appropriatedOn 为 .*，应不晚于 /);
  });

  test.each([
    [{ amountFen: 0 }, 'amountFen'],
    [{ amountFen: -1 }, 'amountFen'],
    [{ amountFen: 0.5 }, 'amountFen'],
    [{ amountFen: '1' }, 'amountFen'],
    [{ amountFen: 1_000_000_000_001 }, 'amountFen'],
    [{ documentNumber: ' ' }, 'documentNumber'],
    [{ appropriatedOn: '2023-02-29' }, 'appropriatedOn'],
  ])('with %j is refused for its form', async (change, path) => {
    expect(await appropriate(change)).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });

  test('of ten billion yuan is the largest', async () => {
    expect((await appropriate({ amountFen: 1_000_000_000_000 })).status).toBe(201);
  });

  test('sent again under its key is the first answer, and nothing moves', async () => {
    const balance = async () => Number((await api.get(financier, '/v1/fund')).body.balanceFen);
    const before = await balance();
    const first = await appropriate({}, { key: 'appropriation-1' });
    const again = await appropriate({}, { key: 'appropriation-1' });
    expect(again).toMatchObject({ status: 201, text: first.text, headers: { 'idempotency-replayed': 'true' } });
    const other = await appropriate({ amountFen: 1 }, { key: 'appropriation-1' });
    expect(other.body.code).toBe('idempotency-key-reused');
    expect(await balance()).toBe(before + 100_000_000);
  });

  test('under a document named before is taken, and says how often it was named, however it is written', async () => {
    const written = ['A－1', ' A-1', 'A-1 ', 'A-2'];
    const earlier: unknown[] = [];
    for (const documentNumber of written) {
      earlier.push((await appropriate({ documentNumber })).body.earlierUnderDocument);
    }
    expect(earlier).toEqual([0, 1, 2, 0]);
  });

  test('needs two persons where the machine client names them', async () => {
    const operator = { handledBy: 'a', checkedBy: 'a' };
    expect((await appropriate({ operator })).body.code).toBe('four-eyes');
  });

  test.each(['bank', 'enterprise', 'guarantor', 'office', 'member', 'auditor'] as const)(
    'is not for the role %s',
    async (role) => {
      const reply = await api.post(claimsOf(role, 'rcb'), '/v1/fund/appropriations', million);
      expect(reply).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    },
  );
});

describe('the fund', () => {
  test('is shown to finance, office, members and auditors, and to nobody else', async () => {
    for (const claims of [financier, officer, member, auditor]) {
      expect((await api.get(claims, '/v1/fund')).status).toBe(200);
    }
    for (const role of ['bank', 'enterprise', 'guarantor'] as const) {
      expect((await api.get(claimsOf(role, 'rcb'), '/v1/fund')).status).toBe(403);
    }
  });

  test('has each appropriation in the trail, one by one and all together', async () => {
    const verify = async (query: string) => (await api.get(auditor, `/v1/audit/verification?kind=fund${query}`)).body;
    const before = Number((await verify('')).events);
    const ids = [(await appropriate()).body.appropriationId, (await appropriate()).body.appropriationId];
    for (const id of ids) expect(await verify(`&id=${id}`)).toEqual({ ok: true, events: 1, brokenAt: null });
    const whole = { ok: true, events: before + 2, brokenAt: null, broken: [], nextCursor: null };
    expect(await verify('')).toEqual(whole);
    expect((await api.get(auditor, '/v1/audit/verification?kind=fund&id=fund')).status).toBe(404);
  });
});
