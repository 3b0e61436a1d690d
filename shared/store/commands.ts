import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
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
export interface IdempotencyKey {
  /** Keys are unique within the caller's organisation. */
  readonly org: string;
  readonly key: string;
  /** Hex SHA-256 of method, path and canonical body. */
  readonly requestHash: string;
}

interface CommandItem extends Answer {
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

export const commandKey = ({ org, key }: IdempotencyKey): ItemKey => ({
  table: 'commands',
  key: { pk: JSON.stringify([org, key]) },
});

/** Judges a key among items that were read at an instant. DynamoDB deletes late, so an expired record counts as none. */
export function keyStateIn(items: Items, key: IdempotencyKey, at: string): KeyState {
  const item = items.get<CommandItem>(commandKey(key));
  if (!item || item.expiresAt <= secondsOf(at)) return { kind: 'new' };
  if (item.requestHash !== key.requestHash) return { kind: 'reused' };
  return {
    kind: 'answered',
    answer: { status: item.status, body: item.body, headers: item.headers },
    runId: item.runId,
  };
}

/** Reads a key again, strongly. */
export async function readKeyState(database: Database, key: IdempotencyKey, at: string): Promise<KeyState> {
  return keyStateIn(await readItems(database, [commandKey(key)]), key, at);
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
