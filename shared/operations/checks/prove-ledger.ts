import { emptyHead, type FundHead, headAfter } from '../../domain/fund-head.ts';
import type { LedgerEntry } from '../../domain/ledger.ts';
import { findingsOfEntry, findingsOfEvent, findingsOfHead, type LedgerFinding } from '../../domain/ledger-proof.ts';
import { bookedKinds, entriesOf } from '../../domain/ledger-source.ts';
import type { Database, Item } from '../../store/database.ts';
import { entryKey, isInPlace, queryEntries, toEntry } from '../../store/ledger.ts';
import { type Items, readItems } from '../../store/read.ts';
import { eventKey, readWholeHistory, toEvent } from '../../store/trail.ts';
import { listers } from '../audit/verify-kind.ts';
import { readFund } from '../fund/read.ts';
import type { Services } from '../services.ts';
import type { CheckedStep } from './run-check.ts';
import { secondLook } from './second-look.ts';

/** Where a proof stands: plain JSON, to be kept between two steps. */
export type LedgerCursor =
  | { readonly phase: 'events'; readonly kind: number; readonly after: Item | null }
  | {
      readonly phase: 'entries';
      /** Counts from 1: entries are counted again while the head moves under the count. */
      readonly round: number;
      readonly after: Item | null;
      /** The head when the round began. */
      readonly head: FundHead;
      readonly counted: FundHead;
    };

export interface LedgerStep {
  /** Histories or entries looked at. */
  readonly examined: number;
  readonly findings: readonly LedgerFinding[];
  /** What to ask next; null when the proof is done. */
  readonly next: LedgerCursor | null;
}

const entriesInStep = 100;

/** Rounds of counting until the head stands still: at night nothing moves it but the settlement worker. */
const roundsMax = 5;

/**
 * Proves the ledger (R29), a step at a time, from null to null: every event that moved money has its entries; every entry
 * is balanced and is what its event made; and all of them add up to the head, sum by sum and account by account.
 */
export function proveLedgerStep(services: Services, cursor: LedgerCursor | null): Promise<LedgerStep> {
  const at = cursor ?? { phase: 'events', kind: 0, after: null };
  return at.phase === 'events' ? proveEvents(services, at) : proveEntries(services, at);
}

/** A step of the proof as the check `prove-ledger`: each finding as one row of words and figures. */
export async function proveLedgerCheck(services: Services, place: Item | null): Promise<CheckedStep> {
  const { examined, findings, next } = await proveLedgerStep(services, place as LedgerCursor | null);
  const rows = findings.map(({ code, subject, facts }) => ({ what: code, subject, ...facts }));
  return { examined, findings: rows, next: next && { ...next } };
}

async function proveEvents(
  services: Services,
  { kind: index, after }: Extract<LedgerCursor, { phase: 'events' }>,
): Promise<LedgerStep> {
  const { database } = services;
  const kind = bookedKinds[index];
  if (kind === undefined) return { examined: 0, findings: [], next: await beginRound(services, 1) };
  const { ids, next } = await listers[kind](services, after ?? undefined);
  const expected: LedgerEntry[] = [];
  for (const id of ids) {
    for await (const event of readWholeHistory(database, kind, id)) expected.push(...entriesOf(kind, id, event));
  }
  const findings = await secondLook(async () => {
    const items = await readItems(database, expected.map(entryKey));
    return findingsOfEvent(expected, (entry) => items.get(entryKey(entry)) !== undefined);
  });
  const place = next ? { kind: index, after: next } : { kind: index + 1, after: null };
  return { examined: ids.length, findings, next: { phase: 'events', ...place } };
}

async function proveEntries(
  services: Services,
  cursor: Extract<LedgerCursor, { phase: 'entries' }>,
): Promise<LedgerStep> {
  const { round, after } = cursor;
  const { items, last } = await queryEntries(services.database, entriesInStep, after ?? undefined);
  const counted = headAfter(cursor.counted, items.map(toEntry));
  // What was looked at in the first round is only counted in the next.
  const findings = round === 1 ? await findingsIn(services.database, items) : [];
  const examined = items.length;
  if (last) return { examined, findings, next: { ...cursor, after: last, counted } };
  const head = await readFund(services);
  if (findingsOfHead(head, cursor.head).length === 0) {
    return { examined, findings: [...findings, ...findingsOfHead(head, counted)], next: null };
  }
  if (round < roundsMax) return { examined, findings, next: await beginRound(services, round + 1) };
  const inMotion: LedgerFinding = { code: 'ledger-in-motion', subject: 'head', facts: { rounds: round } };
  return { examined, findings: [...findings, inMotion], next: null };
}

const beginRound = async (services: Services, round: number): Promise<LedgerCursor> => ({
  phase: 'entries',
  round,
  after: null,
  head: await readFund(services),
  counted: emptyHead,
});

const eventKeyOf = ({ source: { kind, id, sequence } }: LedgerEntry) => eventKey(kind, id, sequence);

async function findingsIn(database: Database, items: readonly Item[]): Promise<readonly LedgerFinding[]> {
  const keys = items.map((item) => eventKeyOf(toEntry(item)));
  return secondLook(async () => findingsAgainst(await readItems(database, keys), items));
}

function findingsAgainst(events: Items, items: readonly Item[]): readonly LedgerFinding[] {
  return items.flatMap((item): readonly LedgerFinding[] => {
    const entry = toEntry(item);
    const { kind, id } = entry.source;
    const event = events.get(eventKeyOf(entry));
    const expected = event ? entriesOf(kind, id, toEvent(event)) : [];
    const misplaced: LedgerFinding = {
      code: 'entry-misplaced',
      subject: entry.entryId,
      facts: { at: String(item.sk) },
    };
    return [...(isInPlace(item) ? [] : [misplaced]), ...findingsOfEntry(entry, expected)];
  });
}
