import { beforeAll, describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../../../shared/domain/ledger.ts';
import { fundWrites } from '../../../shared/store/fund.ts';
import { commit } from '../../../shared/store/transaction.ts';
import { booked, movements } from '../../domain/ledger-cases.ts';
import {
  auditor,
  bankOf,
  type Claims,
  claimsOf,
  type Handlers,
  officer,
  openHandlers,
} from '../../support/handlers.ts';

let api: Handlers;
const financier = claimsOf('finance', 'finance-bureau');
const member = claimsOf('member', 'science');

const appropriate = (amountFen: number, appropriatedOn: string) =>
  api.post(financier, '/v1/fund/appropriations', { amountFen, documentNumber: '平财〔2024〕12号', appropriatedOn });

/** What a settlement, a payment and a recovery will book, by their own commands. */
async function move(type: keyof typeof movements, fen: number, institutionId: string): Promise<void> {
  const outcome = await commit(api.services.database, fundWrites(booked(movements[type](institutionId, fen))));
  if (outcome !== 'committed') throw new Error(`${type} of ${fen} was ${outcome}`);
}

async function entriesFor(claims: Claims, query = ''): Promise<readonly LedgerEntry[]> {
  const reply = await api.get(claims, `/v1/fund/entries${query}`);
  expect(reply.status).toBe(200);
  return reply.body.items as LedgerEntry[];
}

describe('the ledger’s entries', () => {
  beforeAll(async () => {
    api = await openHandlers();
    await appropriate(1000, '2023-09-11');
    await move('settlement', 180, 'rcb');
    await move('payment', 180, 'rcb');
    await move('settlement', 60, 'icbc');
    await appropriate(5, '2024-01-01');
  });
  const typesFor = async (claims: Claims, query = '') => (await entriesFor(claims, query)).map(({ type }) => type);

  test('are listed by the day of booking, the newest first, each with balanced lines', async () => {
    for (const claims of [financier, officer, member, auditor]) {
      const entries = await entriesFor(claims);
      const days = entries.map(({ bookedOn }) => bookedOn);
      expect(days).toEqual(['2026-03-02', '2026-03-02', '2026-03-02', '2024-01-01', '2023-09-11']);
    }
  });

  test('are a bank’s own where a bank asks, also where it asks for another’s account', async () => {
    expect((await typesFor(bankOf('rcb'))).sort()).toEqual(['payment', 'settlement']);
    expect(await typesFor(bankOf('icbc'))).toEqual(['settlement']);
    expect(await typesFor(bankOf('new-bank'))).toEqual([]);
    expect(await typesFor(bankOf('icbc'), '?account=payable:rcb')).toEqual([]);
    expect(await typesFor(bankOf('rcb'), '?account=cash')).toEqual(['payment']);
    for (const role of ['enterprise', 'guarantor'] as const) {
      expect((await api.get(claimsOf(role, 'rcb'), '/v1/fund/entries')).status).toBe(403);
    }
  });

  test.each([
    ['?account=appropriated', 2],
    ['?account=payable:rcb', 2],
    ['?account=payable:icbc', 1],
    ['?account=receivable:rcb', 0],
    ['?from=2023-09-11&to=2023-09-11', 1],
    ['?from=2023-09-12&to=2024-01-01', 1],
    ['?from=2023-09-12&to=2023-12-31', 0],
    ['?to=2024-01-01', 2],
    ['?from=2024-01-01', 4],
    ['?from=2024-01-02&account=compensation', 2],
  ])('asked by %s are %i', async (query, count) => {
    expect(await typesFor(financier, query)).toHaveLength(count);
  });

  test('asked by days that run backwards or by no account are refused', async () => {
    const backwards = await api.get(financier, '/v1/fund/entries?from=2024-01-02&to=2024-01-01');
    expect(backwards).toMatchObject({ status: 400, body: { errors: [{ path: 'to', code: 'range-backwards' }] } });
    expect((await api.get(financier, '/v1/fund/entries?account=profit')).status).toBe(400);
  });

  test('come page by page, each once, and by a cursor that is the caller’s alone', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 10; page += 1) {
      const { body } = await api.get(financier, `/v1/fund/entries?limit=2${cursor}`);
      seen.push(...(body.items as LedgerEntry[]).map(({ entryId }) => entryId));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
    expect((await api.get(auditor, `/v1/fund/entries?limit=2${cursor}`)).body.code).toBe('cursor-invalid');
  });

  test('come to an account’s last page, however many others lie between', async () => {
    const { body } = await api.get(financier, '/v1/fund/entries?limit=1&account=appropriated');
    const rest = await api.get(financier, `/v1/fund/entries?limit=1&account=appropriated&cursor=${body.nextCursor}`);
    expect((body.items as LedgerEntry[])[0]?.bookedOn).toBe('2024-01-01');
    expect((rest.body.items as LedgerEntry[])[0]?.bookedOn).toBe('2023-09-11');
    expect(rest.body.nextCursor).toBeNull();
  });
});
