import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnnouncedFile } from '../../shared/domain/document.ts';
import type { CommandContext, Outcome } from '../../shared/operations/command.ts';
import { announceDocument } from '../../shared/operations/documents/announce.ts';
import { readDocument } from '../../shared/operations/documents/read.ts';
import { addEvidence } from '../../shared/operations/loans/add-evidence.ts';
import type { Services } from '../../shared/operations/services.ts';
import { documentLayout } from '../../shared/store/documents.ts';
import { Unavailable } from '../../shared/store/retry.ts';
import { announcementOf, aPdf, upload } from '../support/documents.ts';
import { faults, hookFaults, insist } from '../support/faults.ts';
import { admit, bank, commandBy, creditCode, list } from '../support/fixtures.ts';
import { answerOf, lend } from '../support/lending.ts';
import { type OwnObjects, startObjects, testBucket, testSigner } from '../support/objects.ts';
import { faultsOfHistory } from '../support/replay.ts';
import { openStore } from '../support/store.ts';

const now = '2026-03-02T02:00:00.000Z';
let objects: OwnObjects;
let services: Services;
let loanId: string;
let count = 0;

beforeAll(async () => {
  objects = await startObjects(() => Date.parse(now));
  const store = await openStore(now);
  const address = `${objects.endpoint}/${testBucket}`;
  services = { ...store.services, objects: { signer: testSigner, address } };
  await admit(services, 'rcb');
  await list(services, creditCode(61));
  loanId = await lend(services, creditCode(61), 'first', { amountFen: 1_000 });
});
afterAll(() => objects.stop());

const by = (key: string): CommandContext => commandBy(services, bank(), key.padEnd(8, '-'));

async function aDocument({ isUploaded = true } = {}): Promise<string> {
  count += 1;
  const content = aPdf(1_000, String(count));
  const announced = answerOf(
    await announceDocument(services, by(`announce-${count}`), announcementOf(content) as AnnouncedFile),
  );
  if (isUploaded) expect((await upload(announced, content)).status).toBe(200);
  return String(announced.documentId);
}

const evidence = (documentId: string, key: string, loan = loanId): Promise<Outcome> =>
  addEvidence(services, by(key), loan, { kind: 'loan-contract', reference: null, documentId, datedOn: null });

const linksOf = async (documentId: string) =>
  (await readDocument(services, bank(), documentId, now))?.stored.state.links.map(({ id }) => id).sort();

describe('while the object store fails', () => {
  test.each([[[500]], [[503, 429, 'hang-up']]] as const)('in passing (%j) a look at it is tried again', async (met) => {
    const documentId = await aDocument();
    objects.faults.push(...met);
    expect(await readDocument(services, bank(), documentId, now)).toMatchObject({ content: { bytes: 1_000 } });
    expect(objects.faults).toEqual([]);
  });

  test('for longer, evidence is told to come back, and leaves nothing behind', async () => {
    const documentId = await aDocument();
    objects.faults.push(500, 500, 'hang-up', 500);
    await expect(evidence(documentId, 'away')).rejects.toThrow(Unavailable);
    expect(objects.faults).toEqual([]);
    expect(await linksOf(documentId)).toEqual([]);
    expect((await evidence(documentId, 'away')).kind).toBe('answered');
  });

  test('a command that was answered is answered again without it', async () => {
    const documentId = await aDocument();
    const first = await evidence(documentId, 'replayed');
    objects.faults.push(500);
    expect(await evidence(documentId, 'replayed')).toEqual({ ...first, replayed: true });
    expect(objects.faults.splice(0)).toEqual([500]);
  });

  test('with a refusal of the system itself, that is an error and no missing upload', async () => {
    const documentId = await aDocument();
    objects.faults.push(403);
    await expect(readDocument(services, bank(), documentId, now)).rejects.toThrow('tells no checksum');
    objects.faults.push(200);
    await expect(readDocument(services, bank(), documentId, now)).rejects.toThrow('tells no checksum');
  });
});

describe('a document', () => {
  test('that two loans name at once is evidence of both', async () => {
    const documentId = await aDocument();
    const second = await lend(services, creditCode(61), 'second', { amountFen: 1_000 });
    const outcomes = await Promise.all([evidence(documentId, 'race-one'), evidence(documentId, 'race-two', second)]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['answered', 'answered']);
    expect(await linksOf(documentId)).toEqual([loanId, second].sort());
    expect(await faultsOfHistory(services, documentLayout, documentId)).toEqual([]);
  });

  test('announced and named under every single fault is announced, uploaded and linked once', async () => {
    const hook = hookFaults(services.database.client);
    const content = aPdf(1_000, 'faults');
    const file = announcementOf(content) as AnnouncedFile;
    // Each on a loan of its own, so that no loan gets more evidence than it takes.
    const serve = async (name: string, loan: string): Promise<string> => {
      const announced = answerOf(await insist(hook, () => announceDocument(services, by(`a-${name}`), file)));
      await upload(announced, content);
      answerOf(await insist(hook, () => evidence(String(announced.documentId), `e-${name}`, loan)));
      return String(announced.documentId);
    };
    const expectOnce = async (documentId: string, loan: string): Promise<void> => {
      hook.arm(null, 0);
      const reading = await readDocument(services, bank(), documentId, now);
      expect(reading).toMatchObject({ stored: { version: 3, state: { uploadedAt: now, links: [{ id: loan }] } } });
      expect(await faultsOfHistory(services, documentLayout, documentId)).toEqual([]);
    };
    hook.arm(null, 0);
    const calm = await serve('calm', loanId);
    const sites = hook.calls.length;
    await expectOnce(calm, loanId);
    for (const fault of faults) {
      for (let site = 1; site <= sites; site += 1) {
        hook.arm(null, 0);
        const name = `${fault}-${site}`;
        const loan = await lend(services, creditCode(61), name, { amountFen: 1_000 });
        hook.arm(fault, site);
        await expectOnce(await serve(name, loan), loan);
      }
    }
    expect(hook.met).toBe(sites * faults.length);
  });
});
