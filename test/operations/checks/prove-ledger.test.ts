import { DeleteItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../../../shared/domain/ledger.ts';
import { proveLedgerCheck, proveLedgerStep } from '../../../shared/operations/checks/prove-ledger.ts';
import { runCheck } from '../../../shared/operations/checks/run-check.ts';
import { appropriateFund } from '../../../shared/operations/fund/appropriate.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { readNewestCheck } from '../../../shared/store/checks.ts';
import type { Item } from '../../../shared/store/database.ts';
import { headKey } from '../../../shared/store/fund.ts';
import { entryKey, entryWrite, queryEntries, toEntry } from '../../../shared/store/ledger.ts';
import type { TableName } from '../../../shared/store/tables.ts';
import { eventKey } from '../../../shared/store/trail.ts';
import { commandBy, finance } from '../../support/fixtures.ts';
import { hideOnce } from '../../support/half-visible.ts';
import { answerOf } from '../../support/lending.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { proof } from '../fund/proof.ts';

let store: TestStore;
let services: Services;
let items: readonly Item[];
const entryOf = (index: number): LedgerEntry => toEntry(items[index] ?? {});

async function appropriate(key: string, amountFen: number): Promise<void> {
  const request = { amountFen, documentNumber: key, appropriatedOn: '2026-03-01' };
  answerOf(await appropriateFund(services, commandBy(services, finance(), `appropriate-${key}`), request));
}

beforeEach(async () => {
  store = await openStore();
  services = store.services;
  for (const [index, amountFen] of [100, 200, 400].entries()) {
    // Each at an instant of its own: the ledger's order is theirs.
    store.setNow(`2026-03-02T02:00:0${index}.000Z`);
    await appropriate(`d-${index}`, amountFen);
  }
  ({ items } = await queryEntries(services.database, 10, undefined));
});

/** Behind the system's back: no function of it has the right to do this to the ledger. */
const tamper = {
  async put(table: TableName, item: object) {
    const { client, tableNames } = services.database;
    await client.send(new PutItemCommand({ TableName: tableNames[table], Item: marshall(item) }));
  },
  async remove(entry: LedgerEntry) {
    const { client, tableNames } = services.database;
    const Key = marshall(entryKey(entry).key);
    await client.send(new DeleteItemCommand({ TableName: tableNames.ledger, Key }));
  },
  async addToHead(figure: string, by: number) {
    const { client, tableNames } = services.database;
    await client.send(
      new UpdateItemCommand({
        TableName: tableNames.fund,
        Key: marshall(headKey.key),
        UpdateExpression: 'ADD #figure :by',
        ExpressionAttributeNames: { '#figure': figure },
        ExpressionAttributeValues: marshall({ ':by': by }),
      }),
    );
  },
};
const linesOf = (debitFen: number, creditFen: number) => [
  { account: 'cash', debitFen, creditFen: 0 },
  { account: 'appropriated', debitFen: 0, creditFen },
];

describe('the proof of the ledger', () => {
  test('finds nothing where all is well, and says how much it looked at', async () => {
    expect(await proof(services)).toEqual([]);
    const events = await proveLedgerStep(services, null);
    expect(events).toMatchObject({ examined: 3, next: { phase: 'events', kind: 1, after: null } });
    const claims = await proveLedgerStep(services, events.next);
    expect(claims).toMatchObject({ examined: 0, next: { phase: 'events', kind: 2, after: null } });
    const began = await proveLedgerStep(services, claims.next);
    expect(await proveLedgerStep(services, began.next)).toEqual({ examined: 3, findings: [], next: null });
  });

  test('holds for a fund without any entry', async () => {
    ({ services } = await openStore());
    expect(await proof(services)).toEqual([]);
  });

  test.each([
    ['an entry', () => entryKey(entryOf(1))],
    ['the event of an entry', () => eventKey('fund', entryOf(1).source.id, 1)],
  ])('raises no alarm of %s that becomes visible a moment after the rest of its transaction', async (_, keyOf) => {
    const seen = hideOnce(services, keyOf());
    expect(await proof(services)).toEqual([]);
    expect(seen.hidden).toBe(1);
    expect(seen.shown).toBeGreaterThan(0);
  });

  test('names an entry of which one side was changed, and the sums that no longer fit', async () => {
    const { entryId, source } = entryOf(1);
    await tamper.put('ledger', { ...items[1], lines: linesOf(200, 201) });
    expect(await proof(services)).toEqual([
      { code: 'entry-unbalanced', subject: entryId, facts: { debitFen: 200, creditFen: 201 } },
      {
        code: 'entry-differs',
        subject: entryId,
        facts: { ...source, debitFen: 200, creditFen: 201, expectedFen: 200 },
      },
      { code: 'head-differs', subject: 'appropriatedFen', facts: { stored: 700, counted: 701 } },
    ]);
  });

  test('names an entry of which both sides were changed, by what its event says', async () => {
    await tamper.put('ledger', { ...items[2], lines: linesOf(4, 4) });
    const findings = await proof(services);
    expect(findings[0]).toMatchObject({ code: 'entry-differs', subject: entryOf(2).entryId });
    expect(findings.slice(1).map(({ subject }) => subject)).toEqual(['appropriatedFen', 'cashFen', 'spendableFen']);
  });

  test.each([
    ['day', { bookedOn: '2026-02-28' }],
    ['document', { document: { documentNumber: 'X', voucherNumber: null, claimId: null, meetingId: null } }],
    ['kind', { type: 'remittance' }],
  ])('names an entry of which the %s was changed, though all sums still fit', async (_, change) => {
    await tamper.put('ledger', { ...items[0], ...change });
    expect(await proof(services)).toMatchObject([{ code: 'entry-differs', subject: entryOf(0).entryId }]);
  });

  test('names an entry that is missing, by its event, also the first and the last', async () => {
    for (const index of [0, 1, 2]) {
      const { entryId, source } = entryOf(index);
      await tamper.remove(entryOf(index));
      const findings = await proof(services);
      expect(findings[0]).toEqual({ code: 'entry-missing', subject: entryId, facts: source });
      expect(findings.at(-1)).toMatchObject({ code: 'head-differs', subject: 'entries' });
      await tamper.put('ledger', items[index] ?? {});
    }
    expect(await proof(services)).toEqual([]);
  });

  test('names an entry that no event made', async () => {
    const source = { kind: 'fund' as const, id: 'apr-forged', sequence: 1 };
    const forged = entryWrite({ ...entryOf(0), entryId: 'apr-forged-1-1', source });
    await tamper.put('ledger', forged.kind === 'put' ? forged.item : {});
    const findings = await proof(services);
    expect(findings[0]).toEqual({ code: 'entry-unexplained', subject: 'apr-forged-1-1', facts: source });
    expect(findings.at(-1)).toEqual({ code: 'head-differs', subject: 'entries', facts: { stored: 3, counted: 4 } });
  });

  test('names an entry that its event made only once', async () => {
    const second = entryWrite({ ...entryOf(0), entryId: `${entryOf(0).source.id}-1-2` });
    await tamper.put('ledger', second.kind === 'put' ? second.item : {});
    expect((await proof(services))[0]).toMatchObject({
      code: 'entry-unexplained',
      subject: `${entryOf(0).source.id}-1-2`,
    });
  });

  test('names a copy of an entry that lies elsewhere, and counts it', async () => {
    await tamper.put('ledger', { ...items[0], sk: '2026-03-02T09:00:00.000Z#copy' });
    const findings = await proof(services);
    expect(findings[0]).toEqual({
      code: 'entry-misplaced',
      subject: entryOf(0).entryId,
      facts: { at: '2026-03-02T09:00:00.000Z#copy' },
    });
    expect(findings.at(-1)).toMatchObject({ code: 'head-differs', subject: 'entries' });
  });

  test.each(['cashFen', 'spendableFen', 'paidFen', 'entries', 'payable:rcb'])(
    'names the sum %s of the head where it is not what the entries add up to',
    async (figure) => {
      await tamper.addToHead(figure, 1);
      expect(await proof(services)).toMatchObject([{ code: 'head-differs', subject: figure }]);
    },
  );
});

describe('the check prove-ledger', () => {
  const run = () =>
    runCheck(services, {
      check: 'prove-ledger',
      at: services.now(),
      hasTime: () => true,
      goOn: false,
      step: proveLedgerCheck,
    });

  test('is well where the ledger is', async () => {
    // Three histories and three entries.
    expect(await run()).toMatchObject({ state: 'done', ok: true, examined: 6, findingsCount: 0 });
  });

  test('keeps what it found, a row each', async () => {
    await tamper.addToHead('paidFen', 1);
    expect(await run()).toMatchObject({ state: 'done', ok: false, findingsCount: 1 });
    const { findings } = (await readNewestCheck(services.database, 'prove-ledger')) ?? {};
    expect(findings).toEqual([{ what: 'head-differs', subject: 'paidFen', stored: 1, counted: 0 }]);
  });

  test('begun with time for one step at a time, is seen through by those who go on', async () => {
    const task = { check: 'prove-ledger', hasTime: () => false, step: proveLedgerCheck } as const;
    const states: string[] = [];
    for (let minute = 0; minute < 50 && states.at(-1) !== 'done'; minute += 10) {
      store.setNow(`2026-03-02T03:${String(minute).padStart(2, '0')}:00.000Z`);
      states.push((await runCheck(services, { ...task, at: services.now(), goOn: minute > 0 })).state);
    }
    expect(states).toEqual(['running', 'running', 'running', 'done']);
    expect(await readNewestCheck(services.database, 'prove-ledger')).toMatchObject({ ok: true, examined: 6 });
  });
});

describe('the proof of a ledger that goes on', () => {
  test('counts again what moved under the count, and finds nothing wrong in it', async () => {
    let moves = 0;
    const findings = await proof(services, async (cursor) => {
      if (cursor?.phase !== 'entries' || moves === 3) return;
      moves += 1;
      await appropriate(`between-${moves}`, 10);
    });
    expect({ moves, findings }).toEqual({ moves: 3, findings: [] });
  });

  test('says so where the head never stands still', async () => {
    let moves = 0;
    const findings = await proof(services, async (cursor) => {
      if (cursor?.phase !== 'entries') return;
      moves += 1;
      await appropriate(`between-${moves}`, 10);
    });
    expect(moves).toBe(5);
    expect(findings).toEqual([{ code: 'ledger-in-motion', subject: 'head', facts: { rounds: 5 } }]);
  });

  test('goes through hundreds of entries page by page', async () => {
    for (let start = 0; start < 250; start += 25) {
      await Promise.all(Array.from({ length: 25 }, (_, index) => appropriate(`more-${start + index}`, 1)));
    }
    let steps = 0;
    const findings = await proof(services, async () => {
      steps += 1;
    });
    expect(findings).toEqual([]);
    // Eleven pages of 25 histories, one of no claims, the turn to the entries, three pages of 100 entries.
    expect(steps).toBe(16);
  });
});
