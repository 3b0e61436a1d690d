import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClaimTerms } from '../../shared/domain/claim-event.ts';
import { claimEvidenceMax } from '../../shared/domain/claim-submission.ts';
import type { AnnouncedFile } from '../../shared/domain/document.ts';
import type { Caller } from '../../shared/operations/caller.ts';
import { resubmitClaim } from '../../shared/operations/claims/resubmit.ts';
import { reviewClaim } from '../../shared/operations/claims/review.ts';
import { submitClaim } from '../../shared/operations/claims/submit.ts';
import type { CommandContext, Outcome } from '../../shared/operations/command.ts';
import { announceDocument } from '../../shared/operations/documents/announce.ts';
import { readDocument } from '../../shared/operations/documents/read.ts';
import { submitInclusion } from '../../shared/operations/inclusions/submit.ts';
import { addEvidence } from '../../shared/operations/loans/add-evidence.ts';
import type { Services } from '../../shared/operations/services.ts';
import { claimLayout } from '../../shared/store/claims.ts';
import { documentLayout } from '../../shared/store/documents.ts';
import { loanLayout } from '../../shared/store/loans.ts';
import { aClaim, storedClaim, storedLoan } from '../support/claiming.ts';
import { announcementOf, aPdf, upload } from '../support/documents.ts';
import { type FaultHook, faults, hookFaults, insist } from '../support/faults.ts';
import { admit, bank, commandBy, creditCode, finance, list, office } from '../support/fixtures.ts';
import { answerOf, lend } from '../support/lending.ts';
import { type OwnObjects, startObjects, testBucket, testSigner } from '../support/objects.ts';
import { faultsOfHistory } from '../support/replay.ts';
import { openStore, type TestStore } from '../support/store.ts';

const lentAt = '2026-03-02T02:00:00.000Z';
const claimedAt = '2027-06-15T02:00:00.000Z';
let objects: OwnObjects;
let store: TestStore;
let services: Services;
let hook: FaultHook;
let next = 4000;

beforeAll(async () => {
  objects = await startObjects(() => Date.parse(store.services.now()));
  store = await openStore(lentAt);
  const address = `${objects.endpoint}/${testBucket}`;
  services = { ...store.services, objects: { signer: testSigner, address } };
  hook = hookFaults(services.database.client);
  await admit(services, 'rcb');
});
afterAll(() => objects.stop());

const fresh = (caller: Caller = bank()): CommandContext => {
  next += 1;
  return commandBy(services, caller, `claim-paper-${next}`);
};

/** A loan long overdue. */
async function aBadLoan(): Promise<string> {
  next += 1;
  const code = creditCode(next);
  store.setNow(lentAt);
  await list(services, code);
  const loanId = await lend(services, code, code);
  store.setNow(claimedAt);
  return loanId;
}

async function aDocument({ isUploaded = true, by = bank() } = {}): Promise<string> {
  const context = fresh(by);
  const content = aPdf(1_000, context.key.key);
  const announced = answerOf(await announceDocument(services, context, announcementOf(content) as AnnouncedFile));
  if (isUploaded) expect((await upload(announced, content)).status).toBe(200);
  return String(announced.documentId);
}

/** A claim's papers, of which the first ones are these documents. */
const withDocuments = (...documentIds: readonly string[]): ClaimTerms => {
  const { evidence } = aClaim();
  const kinds = [...evidence.map(({ kind }) => kind), ...documentIds.slice(evidence.length).map(() => 'site-visit')];
  return aClaim({
    evidence: kinds.map((kind, place) => ({
      kind,
      reference: `档案-${place}`,
      documentId: documentIds[place] ?? null,
      datedOn: null,
    })),
  });
};

const readBy = async (caller: Caller, documentId: string) =>
  (await readDocument(services, caller, documentId, services.now()))?.stored;

const linked = async (documentId: string) =>
  (await readBy(office(), documentId))?.state.links.map(({ kind, id }) => `${kind} ${id}`);

describe('documents among a claim’s papers', () => {
  test('are linked to the claim with it, and are finance’s to fetch from then on', async () => {
    const loanId = await aBadLoan();
    const [once, twice] = [await aDocument(), await aDocument()];
    expect(await readBy(finance(), once)).toBeUndefined();
    const terms = withDocuments(once, twice, twice);
    const claim = answerOf(await submitClaim(services, fresh(), loanId, terms));
    expect(claim.evidence).toEqual(terms.evidence);
    for (const documentId of [once, twice]) {
      expect(await linked(documentId)).toEqual([`claims ${claim.claimId}`]);
      expect(await readBy(finance(), documentId)).toMatchObject({ version: 3, state: { uploadedAt: claimedAt } });
      expect(await readBy(bank('icbc'), documentId)).toBeUndefined();
      expect(await faultsOfHistory(services, documentLayout, documentId)).toEqual([]);
    }
  });

  test('that may not be are defects like all others, and nothing is linked', async () => {
    const loanId = await aBadLoan();
    await admit(services, 'icbc');
    const [good, awaited, foreign] = [
      await aDocument(),
      await aDocument({ isUploaded: false }),
      await aDocument({ by: bank('icbc') }),
    ];
    const refused = await submitClaim(services, fresh(), loanId, {
      ...withDocuments(good, awaited, foreign, 'doc-unknown'),
      principalLossFen: 200_000_000,
    });
    expect(refused).toMatchObject({
      code: 'claim-not-ready',
      facts: {
        missing: [
          { code: 'loss-exceeds-outstanding' },
          { code: 'document-not-valid', facts: { documentId: awaited, state: 'awaiting-upload' } },
          // Another's looks the same as none.
          { code: 'document-not-valid', facts: { documentId: foreign, state: null } },
          { code: 'document-not-valid', facts: { documentId: 'doc-unknown', state: null } },
        ],
      },
    });
    expect(await linked(good)).toEqual([]);
    const one = await submitClaim(services, fresh(), loanId, withDocuments(good, awaited));
    expect(one).toMatchObject({ code: 'document-not-valid', rule: 'R20', facts: { documentId: awaited } });
    expect(await storedLoan(services, loanId)).toMatchObject({ state: { claimId: null } });
  });

  test('may be as many as there are papers, none of them recorded as uploaded before', async () => {
    const loanId = await aBadLoan();
    const documentIds: string[] = [];
    for (let count = 0; count < claimEvidenceMax; count += 1) documentIds.push(await aDocument());
    const tooMany = await submitClaim(services, fresh(), loanId, withDocuments(...documentIds, await aDocument()));
    expect(tooMany).toMatchObject({ code: 'too-many-items', facts: { items: 26, itemsMax: claimEvidenceMax } });
    const claim = answerOf(await submitClaim(services, fresh(), loanId, withDocuments(...documentIds)));
    expect(JSON.stringify(claim).length).toBeLessThan(32_768);
    for (const documentId of documentIds) expect(await linked(documentId)).toEqual([`claims ${claim.claimId}`]);
  });

  test('are judged anew when it is filed again, and those that are linked already stay as they are', async () => {
    const loanId = await aBadLoan();
    const [first, second] = [await aDocument(), await aDocument({ isUploaded: false })];
    const { claimId } = answerOf(await submitClaim(services, fresh(), loanId, withDocuments(first)));
    answerOf(await reviewClaim(services, fresh(office()), String(claimId), { decision: 'return', note: '缺催收记录' }));
    const again = (...ids: readonly string[]): Promise<Outcome> =>
      resubmitClaim(services, fresh(), String(claimId), withDocuments(...ids));
    expect(await again(first, second)).toMatchObject({ code: 'document-not-valid', facts: { documentId: second } });
    const third = await aDocument();
    answerOf(await again(first, third));
    expect(await readBy(bank(), first)).toMatchObject({ version: 3 });
    expect(await linked(third)).toEqual([`claims ${claimId}`]);
  });

  test.each(faults)('%s: named in a claim, each is uploaded and linked once', async (fault) => {
    let sites = 3;
    const metBefore = hook.met;
    for (let site = 0; site <= sites; site += 1) {
      hook.arm(null, 0);
      const loanId = await aBadLoan();
      // One that is evidence of the loan already, and one that no command has relied on yet.
      const [known, unseen] = [await aDocument(), await aDocument()];
      const paper = { kind: 'loan-contract', reference: null, documentId: known, datedOn: null };
      answerOf(await addEvidence(services, fresh(), loanId, paper));
      // The first run is calm and counts the calls.
      hook.arm(site === 0 ? null : fault, site);
      const context = fresh();
      const claim = answerOf(
        await insist(hook, () => submitClaim(services, context, loanId, withDocuments(known, unseen))),
      );
      if (site === 0) sites = hook.calls.length;
      hook.arm(null, 0);
      expect(await storedClaim(services, String(claim.claimId))).toMatchObject({ version: 1 });
      // Disbursed, kept as evidence, overdue, non-performing, claimed.
      expect(await storedLoan(services, loanId)).toMatchObject({ version: 5, state: { claimId: claim.claimId } });
      expect(await linked(known)).toEqual([`loans ${loanId}`, `claims ${claim.claimId}`]);
      expect(await readBy(bank(), unseen)).toMatchObject({ version: 3, state: { links: [{ id: claim.claimId }] } });
      for (const id of [known, unseen]) expect(await faultsOfHistory(services, documentLayout, id)).toEqual([]);
      expect(await faultsOfHistory(services, claimLayout, String(claim.claimId))).toEqual([]);
      expect(await faultsOfHistory(services, loanLayout, loanId)).toEqual([]);
    }
    expect(sites).toBeGreaterThanOrEqual(2);
    expect(hook.met - metBefore, 'faults met').toBe(sites);
  });
});

describe('documents among an inclusion’s papers', () => {
  const request = (documentId: string) => {
    next += 1;
    return {
      creditCode: creditCode(next),
      name: '平湖特纳有限公司',
      innovationNeed: '研发新材料',
      financingLack: '缺乏抵押物',
      evidence: [{ kind: 'patent', reference: null, documentId, datedOn: null }],
      validUntil: null,
    };
  };

  test('are linked to it with it, or refuse it', async () => {
    const [good, awaited] = [await aDocument(), await aDocument({ isUploaded: false })];
    const { inclusionId, evidence } = answerOf(await submitInclusion(services, fresh(), request(good)));
    expect(evidence).toMatchObject([{ documentId: good }]);
    expect(await linked(good)).toEqual([`inclusions ${inclusionId}`]);
    expect(await submitInclusion(services, fresh(), request(awaited))).toMatchObject({
      code: 'document-not-valid',
      facts: { documentId: awaited, state: 'awaiting-upload' },
    });
  });
});
