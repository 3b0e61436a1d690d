import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Services } from '../operations/services.ts';
import type { Item } from '../store/database.ts';
import { readOrKeepSetting } from '../store/settings.ts';

/** What a cursor is bound to: it continues this list of this caller, and no other. */
export interface CursorScope {
  readonly operationId: string;
  readonly sub: string;
  readonly org: string;
  readonly role: string;
  readonly path: object;
  readonly filter: object;
}

let secret: Promise<string> | undefined;

/** The key that signs cursors: made once for the city, kept in its settings, so that no environment carries it. */
function cursorSecret({ database }: Services): Promise<string> {
  secret ??= readOrKeepSetting(database, 'cursor-secret', () => randomBytes(32).toString('base64')).catch((error) => {
    secret = undefined;
    throw error;
  });
  return secret;
}

/** A place in a list as an opaque text. */
export async function encodeCursor(services: Services, scope: CursorScope, place: Item): Promise<string> {
  const payload = Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');
  return `${payload}.${signature(await cursorSecret(services), scope, payload)}`;
}

/** The place that a cursor names, or null where it was altered, is another's, or is none. */
export async function decodeCursor(services: Services, scope: CursorScope, cursor: string): Promise<Item | null> {
  const [payload, given, ...rest] = cursor.split('.');
  if (payload === undefined || given === undefined || rest.length > 0) return null;
  const expected = Buffer.from(signature(await cursorSecret(services), scope, payload), 'utf8');
  const presented = Buffer.from(given, 'utf8');
  if (expected.length !== presented.length || !timingSafeEqual(expected, presented)) return null;
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}

function signature(key: string, { operationId, sub, org, role, path, filter }: CursorScope, payload: string): string {
  const bound = JSON.stringify([operationId, sub, org, role, path, filter, payload]);
  return createHmac('sha256', key).update(bound, 'utf8').digest('base64url').slice(0, 32);
}
