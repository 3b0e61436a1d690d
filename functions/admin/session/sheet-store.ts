import type { TableSheet } from '../sheets/table-format.ts';

/** A sheet that is being imported, with which of its rows go into which call. */
export interface KeptSheet extends TableSheet<string, object> {
  readonly id: string;
  readonly keptAt: number;
  readonly parts: readonly (readonly number[])[];
}

const storeName = 'sheets';
/** Of a tab that was closed without signing out. */
const staleAfterMs = 24 * 3_600_000;
/** Of this page load, so that an import also runs where the browser keeps nothing. */
const held = new Map<string, KeptSheet>();

/**
 * Keeps a sheet in the browser's database, because the tab's own store is too small for a large one; sheets of yesterday are
 * forgotten. False where the browser keeps none: then it does not survive a reload.
 */
export async function keepSheet(sheet: KeptSheet): Promise<boolean> {
  held.set(sheet.id, sheet);
  return attempt(async (database) => {
    const store = database.transaction(storeName, 'readwrite').objectStore(storeName);
    const stale = IDBKeyRange.upperBound(sheet.keptAt - staleAfterMs);
    for (const id of await answered(store.index('keptAt').getAllKeys(stale))) store.delete(id);
    await answered(store.put(sheet));
    return true;
  }, false);
}

export async function readSheet(id: string): Promise<KeptSheet | null> {
  const here = held.get(id);
  if (here) return here;
  const sheet = await attempt<KeptSheet | null>(async (database) => {
    const found = await answered(database.transaction(storeName).objectStore(storeName).get(id));
    return (found as KeptSheet | undefined) ?? null;
  }, null);
  if (sheet) held.set(id, sheet);
  return sheet;
}

/** On signing out: the next one at this machine must not find them. */
export async function forgetSheets(): Promise<void> {
  held.clear();
  await attempt(async (database) => {
    await answered(database.transaction(storeName, 'readwrite').objectStore(storeName).clear());
    return true;
  }, false);
}

/** Works on the database; `otherwise` where the browser has none for this page, or no room in it. */
async function attempt<Value>(work: (database: IDBDatabase) => Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    const database = await open();
    try {
      return await work(database);
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof DOMException) return otherwise;
    throw error;
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('imports', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(storeName, { keyPath: 'id' }).createIndex('keptAt', 'keptAt');
  };
  return answered(request);
}

const answered = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
