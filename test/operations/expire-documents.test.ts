import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AnnouncedFile } from '../../shared/domain/document.ts';
import { announceDocument } from '../../shared/operations/documents/announce.ts';
import { firstDocumentEndOn } from '../../shared/operations/documents/due.ts';
import { expireDueDocuments } from '../../shared/operations/documents/expire-due.ts';
import { readDocument } from '../../shared/operations/documents/read.ts';
import { addressesOf } from '../../shared/operations/documents/view.ts';
import { addEvidence } from '../../shared/operations/loans/add-evidence.ts';
import type { Services } from '../../shared/operations/services.ts';
import { documentLayout } from '../../shared/store/documents.ts';
import { readContent } from '../../shared/store/objects.ts';
import { readHistory } from '../../shared/store/trail.ts';
import { announcementOf, aPdf, upload } from '../support/documents.ts';
import { admit, bank, commandBy, creditCode, list } from '../support/fixtures.ts';
import { answerOf, lend } from '../support/lending.ts';
import { type OwnObjects, startObjects, testBucket, testSigner } from '../support/objects.ts';
import { faultsOfHistory } from '../support/replay.ts';
import { openStore, type TestStore } from '../support/store.ts';

const announcedAt = '2026-03-02T02:00:00.000Z';
/** Ten minutes into the day in Shanghai. */
const nightOf = (day: string) => new Date(Date.parse(`${day}T00:10:00.000+08:00`)).toISOString();
let objects: OwnObjects;
let store: TestStore;
let services: Services;
let loanId: string;
let count = 0;

beforeAll(async () => {
  objects = await startObjects(() => Date.parse(services?.now() ?? announcedAt));
});
afterAll(() => objects.stop());
beforeEach(async () => {
  store = await openStore(announcedAt);
  services = { ...store.services, objects: { signer: testSigner, address: `${objects.endpoint}/${testBucket}` } };
  await admit(services, 'rcb');
  await list(services, creditCode(62));
  loanId = await lend(services, creditCode(62), `expiry-${++count}`, { amountFen: 1_000 });
});

const by = () => commandBy(services, bank(), `expiry-key-${++count}`);

async function aPaper(): Promise<string> {
  const content = aPdf(1_000, String(++count));
  const announced = answerOf(await announceDocument(services, by(), announcementOf(content) as AnnouncedFile));
  expect((await upload(announced, content)).status).toBe(200);
  return String(announced.documentId);
}
const use = (documentId: string) =>
  addEvidence(services, by(), loanId, { kind: 'loan-contract', reference: null, documentId, datedOn: null });
const night = (day: string, hasTime = () => true) => {
  store.setNow(nightOf(day));
  return expireDueDocuments(services, services.now(), { hasTime });
};
const isStored = async (id: string) => (await readContent(services.objects, id, services.now())) !== null;
const typesOf = async (id: string) =>
  (await readHistory(services.database, 'documents', id, 0, 9)).map(({ type }) => type);

describe('a paper that nobody makes evidence of anything', () => {
  test('expires after its thirty days, and its content is gone a night later', async () => {
    const id = await aPaper();
    expect(await firstDocumentEndOn(services)).toBe('2026-04-02');
    expect(await night('2026-04-01')).toEqual({ expired: 0, removed: 0 });
    expect(await night('2026-04-02')).toEqual({ expired: 1, removed: 0 });
    expect(await isStored(id)).toBe(true);
    expect(await firstDocumentEndOn(services)).toBe('2026-04-03');
    expect(await night('2026-04-03')).toEqual({ expired: 0, removed: 1 });
    expect(await isStored(id)).toBe(false);
    expect(await firstDocumentEndOn(services)).toBeNull();
    expect(await night('2026-04-04')).toEqual({ expired: 0, removed: 0 });
    expect(await typesOf(id)).toEqual(['document-announced', 'document-expired', 'document-content-removed']);
    expect(await faultsOfHistory(services, documentLayout, id)).toEqual([]);
  });

  test('is evidence on its last day, and never expires then', async () => {
    const id = await aPaper();
    store.setNow('2026-04-01T15:59:59.000Z');
    answerOf(await use(id));
    expect(await firstDocumentEndOn(services)).toBeNull();
    for (const day of ['2026-04-02', '2026-04-03', '2027-01-01']) {
      expect(await night(day)).toEqual({ expired: 0, removed: 0 });
    }
    expect(await isStored(id)).toBe(true);
  });

  test('is no evidence a second after its last day, whether or not the night job has run', async () => {
    const id = await aPaper();
    store.setNow('2026-04-01T16:00:00.000Z');
    expect(await use(id)).toMatchObject({
      code: 'document-not-valid',
      facts: { documentId: id, state: 'expired', keptThrough: '2026-04-01' },
    });
    const reading = await readDocument(services, bank(), id, services.now());
    expect(reading && (await addressesOf(services.objects, reading, bank(), services.now()))).toEqual({});
  });

  test('is one or the other if a night and a command meet', async () => {
    const id = await aPaper();
    store.setNow('2026-04-01T15:59:59.000Z');
    const command = by();
    const evidence = { kind: 'loan-contract', reference: null, documentId: id, datedOn: null } as const;
    const [used] = await Promise.all([
      addEvidence(services, command, loanId, evidence),
      expireDueDocuments(services, nightOf('2026-04-02'), { hasTime: () => true }),
    ]);
    await night('2026-04-03');
    expect(await isStored(id)).toBe(used.kind === 'answered');
    expect((await typesOf(id)).includes('document-linked')).toBe(used.kind === 'answered');
  });
});

describe('a night of expired papers', () => {
  test('that the object store breaks for one ends the others, says so, and ends that one the next time', async () => {
    const ids = [await aPaper(), await aPaper()];
    await night('2026-04-02');
    objects.faults.push(403);
    await expect(night('2026-04-03')).rejects.toThrow('expire-documents: 1 failed, the others are done');
    expect((await Promise.all(ids.map(isStored))).filter(Boolean)).toHaveLength(1);
    expect(await night('2026-04-04')).toEqual({ expired: 0, removed: 1 });
    expect(await Promise.all(ids.map(isStored))).toEqual([false, false]);
  });

  test('that is cut off after the content went says so the next night, and once', async () => {
    const id = await aPaper();
    await night('2026-04-02');
    objects.faults.push('answer-lost', 403);
    await expect(night('2026-04-03')).rejects.toThrow();
    expect([await isStored(id), (await typesOf(id)).at(-1)]).toEqual([false, 'document-expired']);
    expect(await night('2026-04-04')).toEqual({ expired: 0, removed: 1 });
    expect((await typesOf(id)).at(-1)).toBe('document-content-removed');
  });

  test('leaves what it has no time for to the next', async () => {
    await aPaper();
    await aPaper();
    let steps = 1;
    expect(await night('2026-04-02', () => steps-- > 0)).toEqual({ expired: 1, removed: 0 });
    expect(await night('2026-04-03')).toEqual({ expired: 1, removed: 1 });
  });
});
