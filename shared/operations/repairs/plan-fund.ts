import { emptyHead, type FundHead, headAfter } from '../../domain/fund-head.ts';
import { findingsOfHead } from '../../domain/ledger-proof.ts';
import type { Database, Item } from '../../store/database.ts';
import { headIn, headKey } from '../../store/fund.ts';
import { type Correction, correctionWrite } from '../../store/guard-places.ts';
import { queryEntries, toEntry } from '../../store/ledger.ts';
import { readItems } from '../../store/read.ts';
import { scanHistories } from '../../store/trail-scan.ts';
import { missingEntries } from './missing-entries.ts';
import type { Planned, RepairServices } from './plan.ts';

const entriesInPage = 1_000;
/** Counts until the head stands still under one. */
const roundsMax = 5;

/**
 * Plans the repair of the fund's head (R29): each sum and account becomes what all entries of the ledger add up to, where none
 * of those that differ, nor the number of entries, has moved since. Writes nothing.
 */
export async function planFund({ database }: RepairServices): Promise<Planned> {
  const owners = await ownersOfMissingEntries(database);
  if (owners.length > 0) {
    const notes = owners.map(
      (owner) => `An entry of ${owner} is missing: repair that first, or the head would follow the gap.`,
    );
    return { kind: 'refused', subject: 'fund', notes };
  }
  for (let round = 1; round <= roundsMax; round += 1) {
    const before = await readHead(database);
    const counted = await countEntries(database);
    const after = await readHead(database);
    if (findingsOfHead(before, after).length > 0) continue;
    return planOf(after, counted);
  }
  return {
    kind: 'refused',
    subject: 'fund',
    notes: ['Money moved during every count: stop payments, or try at night.'],
  };
}

/** Whose events moved money without an entry of it. */
async function ownersOfMissingEntries(database: Database): Promise<readonly string[]> {
  const owners: string[] = [];
  for await (const { kind, id, events } of scanHistories(database)) {
    const { changes } = await missingEntries(database, kind, id, events);
    if (changes.length > 0) owners.push(`${kind}/${id}`);
  }
  return owners;
}

const readHead = async (database: Database): Promise<FundHead> => headIn(await readItems(database, [headKey]));

async function countEntries(database: Database): Promise<FundHead> {
  let head = emptyHead;
  let after: Item | undefined;
  do {
    const page = await queryEntries(database, entriesInPage, after);
    head = headAfter(head, page.items.map(toEntry));
    after = page.last;
  } while (after);
  return head;
}

function planOf(head: FundHead, counted: FundHead): Planned {
  const differences = findingsOfHead(head, counted);
  if (differences.length === 0) {
    return { kind: 'in-order', subject: 'fund', notes: ['The head is what all entries add up to.'] };
  }
  const corrections = differences.map(({ subject, facts }) =>
    correctionOf(subject, Number(facts.stored), Number(facts.counted)),
  );
  // Every movement of money counts an entry: that none came in between is asked by it, whichever sums differ.
  const isEntriesAmong = differences.some(({ subject }) => subject === 'entries');
  const entries = isEntriesAmong ? [] : [correctionOf('entries', head.entries, head.entries)];
  return {
    kind: 'plan',
    subject: 'fund',
    notes: [],
    changes: differences.map(({ subject, facts }) => ({
      what: `head/${subject}`,
      before: Number(facts.stored),
      after: Number(facts.counted),
    })),
    writes: [correctionWrite([...corrections, ...entries] as [Correction, ...Correction[]])],
  };
}

const correctionOf = (attribute: string, before: number, after: number): Correction => ({
  place: { ...headKey, attribute, zero: 'number' },
  before,
  after,
});
