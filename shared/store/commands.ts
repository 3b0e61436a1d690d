import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { isCreditCode } from '../domain/credit-code.ts';
import type { Family, Organisation } from '../domain/organisation.ts';
import type { Database, ItemKey } from './database.ts';
import { type Items, readItems } from './read.ts';
import type { Write } from './transaction.ts';

/** The first answer to a command, kept so that a retry gets it again byte for byte. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A caller's claim to have sent this request before or never. */
export interface IdempotencyKey extends Organisation {
  /** Unique within the caller's organisation. */
  readonly key: string;
  /** Hex SHA-256 of method, path and canonical body. */
  readonly requestHash: string;
}

interface CommandItem extends Answer {
  /** Not there in the records of versions before families were kept. */
  readonly family?: Family;
  readonly requestHash: string;
  readonly runId: string;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** What is known of a key: nothing, its first answer, or that it belongs to another request. */
export type KeyState =
  | { readonly kind: 'new' }
  | { readonly kind: 'answered'; readonly answer: Answer; readonly runId: string }
  | { readonly kind: 'reused' };

const keptForDays = 400;

export function requestHashOf(method: string, path: string, body: unknown): string {
  const canonical = canonicalize([method, path, body ?? null]) ?? '';
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}

const recordKey = (...parts: readonly string[]): ItemKey => ({
  table: 'commands',
  key: { pk: JSON.stringify(parts) },
});

/**
 * The id of an institution and a credit code cannot be the same, so that their keys are told apart by them and lie where they
 * always lay. An official's organisation is any word, and has its family beside it.
 */
const isToldById = ({ family, org }: Organisation): boolean =>
  isCreditCode(org) ? family === 'enterprise' : family === 'institution';

export const commandKey = (key: IdempotencyKey): ItemKey =>
  isToldById(key) ? recordKey(key.org, key.key) : recordKey(key.org, key.key, key.family);

/** Where officials' keys lay before families were kept: a retry sent across the upgrade finds its answer there. */
const earlierKeys = ({ family, org, key }: IdempotencyKey): readonly ItemKey[] =>
  family === 'official' ? [recordKey(org, key)] : [];

/** What must be read to judge a key. */
export const commandKeys = (key: IdempotencyKey): readonly ItemKey[] => [commandKey(key), ...earlierKeys(key)];

/** Judges a key among items that were read at an instant. DynamoDB deletes late, so an expired record counts as none. */
export function keyStateIn(items: Items, key: IdempotencyKey, at: string): KeyState {
  const item = items.get<CommandItem>(commandKey(key)) ?? earlierRecord(items, key);
  if (!item || item.expiresAt <= secondsOf(at)) return { kind: 'new' };
  if (item.requestHash !== key.requestHash) return { kind: 'reused' };
  return {
    kind: 'answered',
    answer: { status: item.status, body: item.body, headers: item.headers },
    runId: item.runId,
  };
}

/** The same request's record of before families were kept; anything else there is another organisation's. */
const earlierRecord = (items: Items, key: IdempotencyKey): CommandItem | undefined =>
  earlierKeys(key)
    .map((each) => items.get<CommandItem>(each))
    .find((item) => item?.family === undefined && item?.requestHash === key.requestHash);

/** Reads a key again, strongly. */
export async function readKeyState(database: Database, key: IdempotencyKey, at: string): Promise<KeyState> {
  return keyStateIn(await readItems(database, commandKeys(key)), key, at);
}

/**
 * Keeps the answer with the command's own writes; refused where another request was first. `runId` tells the run that
 * wrote it from one that finds it.
 */
export function answerWrite(key: IdempotencyKey, answer: Answer, runId: string, at: string): Write {
  const names = { '#pk': 'pk', '#expires': 'expiresAt' };
  return {
    kind: 'put',
    table: 'commands',
    item: {
      ...commandKey(key).key,
      schemaVersion: 1,
      family: key.family,
      requestHash: key.requestHash,
      runId,
      ...answer,
      at,
      expiresAt: secondsOf(at) + keptForDays * 24 * 60 * 60,
    },
    condition: {
      expression: 'attribute_not_exists(#pk) OR #expires <= :now',
      names,
      values: { ':now': secondsOf(at) },
    },
  };
}

const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000);
