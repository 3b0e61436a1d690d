import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Services } from '../operations/services.ts';
import { readCityKey } from '../store/city-keys.ts';
import type { Item } from '../store/database.ts';

/** What a cursor is bound to: it continues this list of this caller, and no other. */
export interface CursorScope {
  readonly operationId: string;
  readonly sub: string;
  readonly org: string;
  readonly role: string;
  readonly path: object;
  readonly filter: object;
}

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** The city's key for cursors, which lies in a table so that no environment carries it. */
const cursorSecret = async ({ database }: Services): Promise<Buffer> =>
  Buffer.from(await readCityKey(database, 'cursor-secret'), 'base64');

/**
 * A place in a list as an opaque text. Sealed and not only signed: the place is where reading stopped, which may be an
 * entry of another organisation that the filter passed over.
 */
export async function encodeCursor(services: Services, scope: CursorScope, place: Item): Promise<string> {
  return seal(await cursorSecret(services), scope, place);
}

/** The place that a cursor names, or null where it was altered, is another's, or is none. */
export async function decodeCursor(services: Services, scope: CursorScope, cursor: string): Promise<Item | null> {
  return open(await cursorSecret(services), scope, cursor);
}

export function seal(key: Buffer, scope: CursorScope, place: Item): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(boundTo(scope));
  const sealed = [sealing.update(JSON.stringify(place), 'utf8'), sealing.final()];
  return Buffer.concat([nonce, sealing.getAuthTag(), ...sealed]).toString('base64url');
}

export function open(key: Buffer, scope: CursorScope, cursor: string): Item | null {
  const bytes = Buffer.from(cursor, 'base64url');
  // Decoding passes over what is not base64url; a cursor that was altered so is still altered.
  if (bytes.length <= nonceBytes + tagBytes || bytes.toString('base64url') !== cursor) return null;
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(boundTo(scope))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const opened = opening.update(bytes.subarray(nonceBytes + tagBytes));
  try {
    return JSON.parse(Buffer.concat([opened, opening.final()]).toString('utf8'));
  } catch (error) {
    // The tag does not fit the key, the scope or the bytes: altered, foreign or forged.
    if (error instanceof Error) return null;
    throw error;
  }
}

const boundTo = ({ operationId, sub, org, role, path, filter }: CursorScope): Buffer =>
  Buffer.from(JSON.stringify([operationId, sub, org, role, path, filter]), 'utf8');
