import type { CheckName, CheckState, Finding } from '../domain/check.ts';
import type { Database, Item, ItemKey } from './database.ts';
import { type Items, readItems } from './read.ts';
import { absent, type Write } from './transaction.ts';

/** What a run of a check found, and how far it is. A run is no resource: it has no history of its own. */
export interface CheckRun {
  readonly checkId: string;
  readonly check: CheckName;
  /** Instants; `finishedAt` and `ok` are null until it is done. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly state: CheckState;
  readonly ok: boolean | null;
  /** How many things it has looked at; of which the check says. */
  readonly examined: number;
  /** How much it found to be wrong, and the first so much of it. */
  readonly findingsCount: number;
  readonly findings: readonly Finding[];
  /** How much differs for a reason that is known, such as a noted restore. */
  readonly knownCount: number;
}

/** A run as it is kept. */
export interface CheckItem extends CheckRun {
  /** Where to go on, as JSON; null at the beginning and at the end. */
  readonly place: string | null;
  /** Rises by one with every write. */
  readonly step: number;
  /** Chance, by which a run that got no answer knows its own write. */
  readonly token: string;
  /** When it was written last. */
  readonly savedAt: string;
  /** The check's run before this one; null in the first, and where an earlier version began it. */
  readonly previousId: string | null;
}

const keptForDays = 400;

export const checkKey = (checkId: string): ItemKey => ({ table: 'checks', key: { pk: checkId } });

/** Names the newest run of a check, so that an unfinished one is found strongly. */
const newestKey = (check: CheckName): ItemKey => ({ table: 'checks', key: { pk: `newest#${check}` } });

interface NewestItem {
  readonly checkId: string;
}

/** Writes a run over the one of the step before it; over none for the first. */
export const checkWrite = (run: CheckItem): Write => ({
  kind: 'put',
  table: 'checks',
  item: {
    ...checkKey(run.checkId).key,
    schemaVersion: 1,
    roster: 'checks',
    ...run,
    expiresAt: Math.floor(Date.parse(run.startedAt) / 1000) + keptForDays * 24 * 60 * 60,
  },
  condition:
    run.step === 0
      ? absent()
      : { expression: '#step = :before', names: { '#step': 'step' }, values: { ':before': run.step - 1 } },
});

/**
 * Makes a run its check's newest, unless another was made so since. `beforeId` is what the pointer named then: it outlives
 * the run, which goes after 400 days; null if there was no pointer.
 */
export const newestWrite = ({ check, checkId }: CheckRun, beforeId: string | null): Write => ({
  kind: 'put',
  table: 'checks',
  item: { ...newestKey(check).key, checkId },
  condition:
    beforeId === null
      ? absent()
      : { expression: '#id = :before', names: { '#id': 'checkId' }, values: { ':before': beforeId } },
});

/** A run among items that were read, or null. */
export function checkIn(items: Items, checkId: string): CheckItem | null {
  // What only the table's key and indexes need stays out of what is shown.
  const item = items.get<CheckItem>(checkKey(checkId));
  if (!item) return null;
  const { check, startedAt, finishedAt, state, ok, examined, findingsCount, findings, knownCount = 0 } = item;
  const { place, step, token, savedAt, previousId = null } = item;
  const shown = { checkId, check, startedAt, finishedAt, state, ok, examined, findingsCount, findings, knownCount };
  return { ...shown, place, step, token, savedAt, previousId };
}

export const readCheck = async (database: Database, checkId: string): Promise<CheckItem | null> =>
  checkIn(await readItems(database, [checkKey(checkId)]), checkId);

/** The id of a check's newest run, whether the run is still kept or not; null before the first. */
export async function readNewestCheckId(database: Database, check: CheckName): Promise<string | null> {
  const newest = (await readItems(database, [newestKey(check)])).get<NewestItem>(newestKey(check));
  return newest?.checkId ?? null;
}

/** The newest run of a check; null before the first, and if it is so old that it is not kept any more. */
export async function readNewestCheck(database: Database, check: CheckName): Promise<CheckItem | null> {
  const checkId = await readNewestCheckId(database, check);
  return checkId === null ? null : readCheck(database, checkId);
}

/** The range of an index that lists runs by their start: of one check, or of all. */
export const checkRange = (check: CheckName | undefined) => {
  const [index, attribute] = check ? (['byCheck', 'check'] as const) : (['roster', 'roster'] as const);
  const values: Item = { ':value': check ?? 'checks' };
  return { table: 'checks' as const, index, expression: '#list = :value', names: { '#list': attribute }, values };
};
