import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { admit, creditCode, list } from '../../support/fixtures.ts';
import { auditor, bankOf, claimsOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';

/** The instants of one Shanghai midnight, and of a day long before. */
const instants = {
  longAgo: '2025-06-15T04:00:00.000Z',
  lastOfMarch1: '2026-03-01T15:59:59.999Z',
  firstOfMarch2: '2026-03-01T16:00:00.000Z',
} as const;

let api: Handlers;
beforeAll(async () => {
  api = await openHandlers();
  api.setNow(instants.longAgo);
  await admit(api.services, 'rcb');
  api.setNow(instants.lastOfMarch1);
  await admit(api.services, 'icbc');
  api.setNow(instants.firstOfMarch2);
  await list(api.services, creditCode(41));
  // The functions' clock is the process's own.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(instants.firstOfMarch2) });
});
afterAll(() => {
  vi.useRealTimers();
});

interface Found {
  readonly kind: string;
  readonly id: string;
  readonly sequence: number;
}
const search = async (query: string, claims = auditor) => {
  const { status, body } = await api.get(claims, `/v1/audit?${query}`);
  const items = (body.items ?? []) as readonly Found[];
  const named = items.map(({ kind, id, sequence }) => `${kind}/${id}/${sequence}`);
  return { status, body, items, named, nextCursor: body.nextCursor as string | null };
};

const listed = `enterprises/${creditCode(41)}/1`;
const icbc = ['institutions/icbc/2', 'institutions/icbc/1'];
const rcb = ['institutions/rcb/2', 'institutions/rcb/1'];

describe('search of the trail', () => {
  test('shows the events of the last 31 days, newest first, as their histories do', async () => {
    const { items, named, nextCursor } = await search('');
    expect(named).toEqual([listed, ...icbc]);
    expect(nextCursor).toBeNull();
    const history = await api.get(auditor, '/v1/institutions/icbc/history');
    const [, second] = history.body.items as readonly object[];
    expect(items[1]).toEqual({ ...second, kind: 'institutions', id: 'icbc' });
  });

  test.each([
    ['from=2026-03-02&to=2026-03-02', [listed]],
    ['from=2026-03-01&to=2026-03-01', icbc],
    ['from=2026-03-01&to=2026-03-02', [listed, ...icbc]],
    ['to=2026-02-28', []],
    ['to=2025-07-15', rcb],
    ['to=2025-07-16', []],
    ['from=2025-06-15', [listed, ...icbc, ...rcb]],
    ['from=2026-03-01&to=2026-03-01&actor=fixture', icbc],
    ['from=2026-03-02&actor=fixture', [listed]],
    ['from=2025-06-15&actor=fixture', [listed, ...icbc, ...rcb]],
    ['actor=nobody', []],
    ['from=2025-06-15&type=admission-decided', ['institutions/icbc/2', 'institutions/rcb/2']],
    ['from=2025-06-15&actor=fixture&type=institution-applied', ['institutions/icbc/1', 'institutions/rcb/1']],
    ['type=nothing', []],
  ])('by day in Shanghai, person and type: %s', async (query, expected) => {
    const found: string[] = [];
    let cursor = '';
    for (let calls = 0; calls < 20; calls += 1) {
      const page = await search(`${query}${cursor}`);
      expect(page.status).toBe(200);
      found.push(...page.named);
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(found).toEqual(expected);
  });

  test.each(['from=2025-06-15', 'from=2025-06-15&actor=fixture'])('goes on page by page: %s', async (query) => {
    const found: string[] = [];
    let cursor = '';
    for (let calls = 0; calls < 50; calls += 1) {
      const page = await search(`${query}&limit=1${cursor}`);
      expect(page.items.length).toBeLessThanOrEqual(1);
      found.push(...page.named);
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(found).toEqual([listed, ...icbc, ...rcb]);
  });

  test('a cursor holds its range over midnight, and belongs to its query and caller', async () => {
    const first = await search('limit=1');
    vi.setSystemTime('2026-04-01T16:00:00.000Z');
    const second = await search(`limit=5&cursor=${first.nextCursor}`);
    vi.setSystemTime(instants.firstOfMarch2);
    expect(second.named).toEqual(icbc);
    expect((await search(`type=x&cursor=${first.nextCursor}`)).body.code).toBe('cursor-invalid');
    expect((await search(`cursor=${first.nextCursor}`, officer)).body.code).toBe('cursor-invalid');
  });

  test.each([
    ['from=2025-03-01&to=2026-03-02', 'range-too-long', '2026-03-01'],
    ['from=2026-03-02&to=2026-03-01', 'range-backwards', '2026-03-02'],
    ['from=2026-03-03', 'range-backwards', '2026-03-03'],
    ['from=2026-02-30', 'date-invalid', 'YYYY-MM-DD'],
  ])('a range that cannot be is refused with the day that would be right: %s', async (query, code, says) => {
    const { status, body } = await search(query);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ code, message: expect.stringContaining(says) }]);
    expect((await search('from=2025-03-01&to=2026-03-01')).status).toBe(200);
  });

  test('is for auditor and office alone', async () => {
    expect((await search('', officer)).status).toBe(200);
    for (const claims of [
      bankOf('rcb'),
      claimsOf('enterprise', creditCode(41)),
      claimsOf('finance', 'finance-bureau'),
    ]) {
      expect((await search('', claims)).status).toBe(403);
    }
  });
});
