import { beforeEach, describe, expect, test } from 'vitest';
import type { AnnouncedFile } from '../../shared/domain/document.ts';
import { announcedMax } from '../../shared/domain/document-quota.ts';
import { type Caller, organisationOf } from '../../shared/operations/caller.ts';
import type { Outcome } from '../../shared/operations/command.ts';
import { announceDocument } from '../../shared/operations/documents/announce.ts';
import { announcedKey } from '../../shared/store/announced.ts';
import { readItems } from '../../shared/store/read.ts';
import { commit } from '../../shared/store/transaction.ts';
import { announcementOf, aPdf } from '../support/documents.ts';
import { bank, commandBy, creditCode } from '../support/fixtures.ts';
import { openStore, type TestStore } from '../support/store.ts';

/** Of a code that no list has ever named. */
const unlisted: Caller = { sub: 'somebody', name: '某人', org: creditCode(4_711), role: 'enterprise' };
const max = announcedMax.enterprise;
let store: TestStore;
let keys = 0;

beforeEach(async () => {
  store = await openStore('2026-03-02T02:00:00.000Z');
});

const announce = (caller = unlisted, key = `quota-${++keys}`, bytes = 1_000): Promise<Outcome> => {
  const file = announcementOf(aPdf(), { bytes }) as unknown as AnnouncedFile;
  return announceDocument(store.services, commandBy(store.services, caller, key.padEnd(8, '-')), file);
};
const key = announcedKey(organisationOf(unlisted));
const counted = async () => (await readItems(store.services.database, [key])).get(key);
const count = async (documents: number, bytes = 0, day = '2026-03-02') => {
  const item = { ...key.key, day, documents, bytes };
  expect(await commit(store.services.database, [{ kind: 'put', table: 'documents', item }])).toBe('committed');
};
const codes = (outcomes: readonly Outcome[]) =>
  outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.code : outcome.answer.status)).sort();

describe('announcing documents', () => {
  test('is counted by organisation and day, by document and byte', async () => {
    await announce();
    await announce(unlisted, undefined, 500);
    expect(await counted()).toMatchObject({ day: '2026-03-02', documents: 2, bytes: 1_500 });
  });

  test('ends for the day when an enterprise, though unlisted, has announced what it may', async () => {
    await count(max.documents - 1);
    expect(codes([await announce()])).toEqual([201]);
    expect(await announce()).toMatchObject({ code: 'too-many-requests', facts: { announced: max.documents } });
    // Another organisation is not concerned.
    expect(codes([await announce(bank())])).toEqual([201]);
    store.setNow('2026-03-02T16:00:00.000Z');
    expect(codes([await announce()])).toEqual([201]);
    expect(await counted()).toMatchObject({ day: '2026-03-03', documents: 1, bytes: 1_000 });
  });

  test('of so many bytes ends for the day likewise', async () => {
    await count(1, max.bytes - 1_000);
    expect(await announce(unlisted, undefined, 1_001)).toMatchObject({ code: 'too-many-requests' });
    expect(codes([await announce()])).toEqual([201]);
    expect(await announce(unlisted, undefined, 1)).toMatchObject({ code: 'too-many-requests' });
  });

  test('at once never passes the limit, which the write itself asks', async () => {
    await count(max.documents - 2);
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => announce()));
    const refused = 'too-many-requests';
    expect(codes(outcomes)).toEqual([201, 201, refused, refused, refused, refused]);
    expect(await counted()).toMatchObject({ documents: max.documents });
  });

  test('at once as the first of a day counts each', async () => {
    await count(max.documents, 0, '2026-03-01');
    expect(codes(await Promise.all(Array.from({ length: 5 }, () => announce())))).toEqual([201, 201, 201, 201, 201]);
    expect(await counted()).toMatchObject({ day: '2026-03-02', documents: 5, bytes: 5_000 });
  });

  test('again under the same key is the first answer and counts once', async () => {
    const first = await announce(unlisted, 'the-same');
    await count(max.documents);
    expect(await announce(unlisted, 'the-same')).toMatchObject({
      replayed: true,
      answer: (first as { answer: object }).answer,
    });
    expect(await counted()).toMatchObject({ documents: max.documents });
  });
});
