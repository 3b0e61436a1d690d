import { BatchWriteItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { CreditCode } from '../domain/credit-code.ts';
import { type Database, nameOf } from './database.ts';
import { failureOf } from './failure.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from './retry.ts';

/** What a text is searched in: names as they are written, or the initials of their pinyin. */
export type SearchKind = 'name' | 'initials';

/**
 * A hint that an enterprise has had a name in which a text occurs: one for each ending part of the form. Hints are
 * written before the file; who reads one asks the file, so a stray one shows nothing.
 */
export interface NameHint {
  readonly kind: SearchKind;
  readonly creditCode: CreditCode;
  /** The name as the file has it. */
  readonly name: string;
  /** The name in the form that is searched. */
  readonly form: string;
  /** The forms of the names that it had before this one. */
  readonly olderForms: readonly string[];
}

export interface NameItem extends Pick<NameHint, 'name' | 'form'> {
  readonly pk: string;
  readonly sk: string;
  /** Left out where there are none. */
  readonly olderForms?: NameHint['olderForms'];
  /** Where in the form this ending part begins, in units of a string (as `indexOf` counts). */
  readonly at: number;
}

/** How many characters of a text are the partition; the shortest text that is searched. */
export const headLength = 2;

/** So many characters of a form are searched: of four bytes each they fit a sort key of 1,024 bytes with what follows. */
const searchedMax = 230;

/** Whole characters: one beyond U+FFFF, such as 𬭎, is two units of a string, and half of it is no text. */
const charactersOf = (text: string): readonly string[] => [...text].slice(0, searchedMax);

/** The range of the hints for a text of at least two characters. */
export function hintRange(kind: SearchKind, text: string) {
  const characters = charactersOf(text);
  const head = { ':pk': `${kind}#${characters.slice(0, headLength).join('')}` };
  const rest = characters.slice(headLength).join('');
  const range = { table: 'names' as const, expression: '#pk = :pk', names: { '#pk': 'pk' }, values: head };
  // DynamoDB takes no empty text in a key condition.
  if (rest === '') return range;
  return {
    ...range,
    expression: `${range.expression} AND begins_with(#sk, :rest)`,
    names: { ...range.names, '#sk': 'sk' },
    values: { ...head, ':rest': rest },
  };
}

/** Every ending part of a hint's form as an item. */
function hintItems({ kind, creditCode, name, form, olderForms }: NameHint): readonly NameItem[] {
  const items: NameItem[] = [];
  const characters = charactersOf(form);
  let at = 0;
  for (let index = 0; index + headLength <= characters.length; index += 1) {
    const head = characters.slice(index, index + headLength).join('');
    items.push({
      pk: `${kind}#${head}`,
      // Two names of one enterprise may end alike; each keeps its own hint.
      sk: `${characters.slice(index + headLength).join('')}#${creditCode}#${digestOf(name)}`,
      name,
      form,
      at,
      ...(olderForms.length > 0 && { olderForms }),
    });
    at += characters[index]?.length ?? 0;
  }
  return items;
}

/** Whose hint it is: forms have no mark in them, so the code stands between the two. */
export const creditCodeOf = ({ sk }: Pick<NameItem, 'sk'>): CreditCode => sk.split('#')[1] ?? '';

const itemsInOneCall = 25;
const callsAtOnce = 4;

/** Writes hints, 25 items a call; what DynamoDB leaves out is sent again. Written twice they are the same. */
export async function writeHints(database: Database, hints: readonly NameHint[]): Promise<void> {
  const items = hints.flatMap(hintItems);
  const distinct = [...new Map(items.map((item) => [`${item.pk} ${item.sk}`, item])).values()];
  const batches = Array.from({ length: Math.ceil(distinct.length / itemsInOneCall) }, (_, index) =>
    distinct.slice(index * itemsInOneCall, (index + 1) * itemsInOneCall),
  );
  const take = async (): Promise<void> => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) await writeBatch(database, batch);
  };
  await Promise.all(Array.from({ length: callsAtOnce }, take));
}

async function writeBatch(database: Database, items: readonly NameItem[]): Promise<void> {
  const table = nameOf(database, 'names');
  let left: Record<string, WriteRequest[]> = {
    [table]: items.map((item) => ({ PutRequest: { Item: marshall(item) } })),
  };
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    try {
      const answer = await database.client.send(new BatchWriteItemCommand({ RequestItems: left }));
      left = answer.UnprocessedItems ?? {};
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== 'busy' && failure !== 'unknown') throw error;
    }
    if (Object.keys(left).length === 0) return;
    await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`${items.length} name hints were not written in ${attemptsMax} attempts`);
}

/** Short and stable: tells one enterprise's few names apart (FNV-1a). */
function digestOf(name: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
