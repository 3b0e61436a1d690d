import { type AnyImport, evolveImport, type ImportCounts, type ImportEvent } from '../domain/import.ts';
import type { ListImport } from '../domain/list-import.ts';
import type { ItemKey } from './database.ts';
import type { ResourceLayout } from './resource.ts';
import { absent, type Condition, type Write } from './transaction.ts';

/** An import's resource: what was asked, and how it stands. Progress lies beside it, unversioned. */
export const importLayout: ResourceLayout<AnyImport, ImportEvent> = {
  kind: 'imports',
  table: 'imports',
  key: (importId) => ({ pk: importId, sk: 'head' }),
  evolve: evolveImport,
  indexed: () => ({ roster: 'imports' }),
};

/** `waiting`: nothing is applied; then its rows, then a replace's revocations. */
export type ImportPhase = 'waiting' | 'rows' | 'revocations' | 'ended';

/**
 * How far the worker is. It moves in the very transaction that applies a group, under the condition that nobody moved it
 * since it was read, so that every count is exact whatever is delivered twice.
 */
export interface ImportProgress extends ImportCounts {
  /** Rises by one with every write. */
  readonly step: number;
  /** Chance, by which a worker that got no answer knows its own write. */
  readonly token: string;
  readonly phase: ImportPhase;
  /** How many of the phase's entries are done. */
  readonly cursor: number;
  /** The day by whose policy version the rows are judged; null while waiting. */
  readonly judgedOn: string | null;
  /** Its place in the line now: that of its acceptance until it is released. */
  readonly lineTicket: number | null;
  /** How often the work broke off for a reason that another try may not fix. */
  readonly failures: number;
}

/** What had become of the rows when progress was made. */
export function countsIn({ processed, added, updated, unchanged, rejected, revoked }: ImportProgress): ImportCounts {
  return { processed, added, updated, unchanged, rejected, revoked };
}

export const progressAtStart: ImportProgress = {
  step: 0,
  token: '',
  phase: 'waiting',
  cursor: 0,
  judgedOn: null,
  lineTicket: null,
  failures: 0,
  processed: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  revoked: 0,
};

export const progressKey = (importId: string): ItemKey => ({
  table: 'imports',
  key: { pk: importId, sk: 'progress' },
});

/** Writes progress over the one with the step before it; over none for the first. */
export const progressWrite = (importId: string, progress: ImportProgress): Write => ({
  kind: 'put',
  table: 'imports',
  item: { ...progressKey(importId).key, ...progress },
  condition: progress.step === 0 ? absent() : stepIs(progress.step - 1),
});

const stepIs = (step: number): Condition => ({
  expression: '#step = :step',
  names: { '#step': 'step' },
  values: { ':step': step },
});

/** The order of acceptance in a line: the number that was given last. */
export interface LineItem {
  readonly lastTicket: number;
}

const linePartition = (line: string): string => `line#${line}`;
const ticketText = (ticket: number): string => String(ticket).padStart(12, '0');

export const lineKey = (line: string): ItemKey => ({
  table: 'imports',
  key: { pk: linePartition(line), sk: 'counter' },
});

/** Takes the next number; refused where another import took it meanwhile. */
export function takeTicket(line: string, read: LineItem | undefined): { ticket: number; write: Write } {
  const ticket = (read?.lastTicket ?? 0) + 1;
  const names = { '#last': 'lastTicket' };
  const condition = read ? { expression: '#last = :last', names, values: { ':last': read.lastTicket } } : absent();
  return {
    ticket,
    write: { kind: 'put', table: 'imports', item: { ...lineKey(line).key, lastTicket: ticket }, condition },
  };
}

const waitingKey = (line: string, ticket: number): ItemKey => ({
  table: 'imports',
  key: { pk: linePartition(line), sk: `waiting#${ticketText(ticket)}` },
});

export interface LineEntry {
  readonly importId: string;
  readonly ticket: number;
}

/** Puts an import at the end of its line, or takes it out. */
export const waitingWrite = (line: string, { ticket, importId }: LineEntry): Write => ({
  kind: 'put',
  table: 'imports',
  item: { ...waitingKey(line, ticket).key, importId, ticket },
});

export const leaveLineWrite = (line: string, ticket: number): Write => ({
  kind: 'remove',
  ...waitingKey(line, ticket),
});

/** Notes an import's place in the order of acceptance for good: later ones protect what they name from a replace. */
export const acceptedWrite = (line: string, { ticket, importId }: LineEntry): Write => ({
  kind: 'put',
  table: 'imports',
  item: { pk: linePartition(line), sk: `accepted#${ticketText(ticket)}`, importId, ticket },
});

/** The range of a line: `waiting` imports in order, or `accepted` ones after a number. */
export const lineRange = (line: string, list: 'waiting' | 'accepted', afterTicket = 0) => ({
  table: 'imports' as const,
  expression: '#pk = :pk AND #sk BETWEEN :from AND :through',
  names: { '#pk': 'pk', '#sk': 'sk' },
  values: {
    ':pk': linePartition(line),
    ':from': `${list}#${ticketText(afterTicket + 1)}`,
    ':through': `${list}#~`,
  },
});

/** The parts of a replace that comes in several calls. */
export interface SetItem {
  readonly parts: number;
  readonly version: number;
  /** The import of each part that was accepted, by part. */
  readonly imports: Readonly<Record<string, string>>;
  readonly done: readonly number[];
  /** The first part's place: what was accepted after it is later than the replace. */
  readonly firstTicket: number;
}

/** Dry runs have sets of their own. */
export const setKey = ({ category, dryRun }: Pick<ListImport, 'category' | 'dryRun'>, setId: string): ItemKey => ({
  table: 'imports',
  key: { pk: `set#${dryRun ? 'dry' : 'real'}#${category}#${setId}`, sk: 'set' },
});

export const setWrite = (key: ItemKey, before: SetItem | undefined, after: Omit<SetItem, 'version'>): Write => ({
  kind: 'put',
  table: 'imports',
  item: { ...key.key, ...after, version: (before?.version ?? 0) + 1 },
  condition: before
    ? { expression: '#version = :read', names: { '#version': 'version' }, values: { ':read': before.version } }
    : absent(),
});
