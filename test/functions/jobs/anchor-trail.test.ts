import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { handler } from '../../../functions/jobs/anchor-trail.ts';
import { recordRepayment } from '../../../shared/operations/loans/repay.ts';
import { liveServices } from '../../../shared/platform/services.ts';
import { appendWrites, chain, chainStart, eventKey } from '../../../shared/store/trail.ts';
import { commit } from '../../../shared/store/transaction.ts';
import { auditedCheckpoints, checkpointFolder, endsOfTrail, inOrder } from '../../support/checkpoints.ts';
import { admit, bank, commandBy, creditCode, list } from '../../support/fixtures.ts';
import { auditor, type Handlers, openHandlers } from '../../support/handlers.ts';
import { answerOf, lend } from '../../support/lending.ts';
import { checkpointBucket, type OwnObjects, startObjects } from '../../support/objects.ts';
import { recording } from '../../support/recording.ts';
import { tamperingWith } from '../../support/tampering.ts';

const entry = 'functions/jobs/anchor-trail.ts';
let api: Handlers;
let objects: OwnObjects;
let loanId: string;

beforeAll(async () => {
  api = await openHandlers();
  objects = await startObjects();
  // A bucket of its own: others' checkpoints are of other tables.
  Object.assign(process.env, { S3_ENDPOINT: objects.endpoint, BUCKET_CHECKPOINTS: checkpointBucket });
  await admit(api.services, 'rcb');
  await list(api.services, creditCode(1));
  loanId = await lend(api.services, creditCode(1), 'anchored');
  const repayment = { principalFen: 100, interestFen: 0, paidOn: '2026-03-02' };
  answerOf(await recordRepayment(api.services, commandBy(api.services, bank(), 'repay-01'), loanId, repayment));
});
afterAll(() => objects.stop());

/** Runs the job and answers what an auditor then reads of it. */
async function anchored() {
  const context = { getRemainingTimeInMillis: () => 60_000 } as Context;
  const { checkId } = await recording(entry, () => handler({ job: 'anchor-trail' }, context));
  return (await api.get(auditor, `/v1/audit/checks/${checkId}`)).body;
}

describe('the check anchor-trail', () => {
  test('lays a checkpoint down of a sound city, and says so in the log with its hash', async () => {
    const said = vi.spyOn(liveServices().log, 'info');
    const run = await anchored();
    expect(run).toMatchObject({ check: 'anchor-trail', state: 'done', ok: true, findings: [] });
    const [checkpoint] = await auditedCheckpoints(checkpointFolder(objects.folder));
    expect(inOrder(checkpoint?.lines ?? [])).toEqual(await endsOfTrail(api.services));
    const facts = { checkpoint: checkpoint?.key, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) };
    expect(said.mock.calls).toContainEqual(['checkpoint written', facts]);
    said.mockRestore();
  });

  test('names the last event of a history that is longer than a page of the trail', async () => {
    // Four events of 300 kB: more than DynamoDB reads at a time.
    const long = { type: 'reason-given', data: { reason: '长'.repeat(100_000) } };
    const act = {
      at: '2026-03-02T03:00:00.000Z',
      actor: { sub: 'office-1', name: '甲', org: 'office', role: 'office' },
    };
    const events = chain(chainStart, [long, long, long, long], act);
    for (const event of events) {
      expect(await commit(api.services.database, appendWrites('institutions', 'long', [event]))).toBe('committed');
    }
    expect(await anchored()).toMatchObject({ state: 'done', ok: true });
    const checkpoints = await auditedCheckpoints(checkpointFolder(objects.folder));
    const line = checkpoints.flatMap(({ lines }) => lines).find(({ id }) => id === 'long');
    expect(line).toEqual({ kind: 'institutions', id: 'long', sequence: 4, hash: events.at(-1)?.hash, at: act.at });
  });

  test('shows an auditor which history was cut, since which checkpoint, and raises the alarm', async () => {
    await anchored();
    const tampering = tamperingWith(api.services);
    const { version } = await tampering.read({ table: 'loans', key: { pk: loanId } });
    await tampering.remove(eventKey('loans', loanId, Number(version)));
    const alarm = vi.spyOn(liveServices().log, 'error');
    const { ok, findings } = await anchored();
    const cut = { kind: 'loans', id: loanId, brokenAt: version, what: 'history-cut' };
    expect([ok, findings]).toEqual([false, expect.arrayContaining([expect.objectContaining(cut)])]);
    expect(alarm.mock.calls[0]?.[0]).toBe('check failed');
    alarm.mockRestore();
    for (const sequence of Array.from({ length: Number(version) - 1 }, (_, index) => index + 1)) {
      await tampering.remove(eventKey('loans', loanId, sequence));
    }
    const removed = expect.objectContaining({ id: loanId, what: 'history-removed' });
    expect((await anchored()).findings).toEqual(expect.arrayContaining([removed]));
  });
});
