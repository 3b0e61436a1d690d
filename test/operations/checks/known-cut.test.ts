import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Finding } from '../../../shared/domain/check.ts';
import { anchorTrailStep } from '../../../shared/operations/checks/anchor-trail.ts';
import { runCheck } from '../../../shared/operations/checks/run-check.ts';
import { recordRepayment } from '../../../shared/operations/loans/repay.ts';
import { noteRestore } from '../../../shared/operations/repairs/apply.ts';
import type { Log, Services } from '../../../shared/operations/services.ts';
import { type CheckItem, readNewestCheck } from '../../../shared/store/checks.ts';
import type { ItemKey } from '../../../shared/store/database.ts';
import { eventKey } from '../../../shared/store/trail.ts';
import { admit, bank, commandBy, creditCode, list } from '../../support/fixtures.ts';
import { answerOf, lend } from '../../support/lending.ts';
import { checkpointBucket, type OwnObjects, startObjects, testSigner } from '../../support/objects.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { type Tampering, tamperingWith } from '../../support/tampering.ts';

const order = { by: 'office-1', second: 'office-2', reason: '表被误删，恢复到 10:00' };
const [restoredTo, anchoredAt, lostUntil] = ['02:00', '02:30', '03:00'].map((time) => `2026-03-02T${time}:00.000Z`) as [
  string,
  string,
  string,
];

let store: TestStore;
let objects: OwnObjects;
let services: Services;
let tampering: Tampering;
let loanId: string;
let loan: ItemKey;
let errors: string[];
let repayments: number;

async function repay(at: string): Promise<void> {
  store.setNow(at);
  repayments += 1;
  const context = commandBy(services, bank(), `repay-${repayments}`.padEnd(8, '-'));
  answerOf(await recordRepayment(services, context, loanId, { principalFen: 1, interestFen: 0, paidOn: '2026-03-02' }));
}

/** A loan with events of before, a repayment of the hour that is going to be lost, and a checkpoint in that hour. */
beforeEach(async () => {
  store = await openStore(restoredTo);
  objects = await startObjects(() => Date.parse(store.services.now()));
  errors = [];
  const log: Log = { ...store.services.log, error: (message) => errors.push(message) };
  const address = `${objects.endpoint}/${checkpointBucket}`;
  services = { ...store.services, log, checkpoints: { signer: testSigner, address } };
  tampering = tamperingWith(services);
  repayments = 0;
  await admit(services, 'rcb');
  await list(services, creditCode(1));
  loanId = await lend(services, creditCode(1), 'anchored');
  loan = { table: 'loans', key: { pk: loanId } };
  await repay(restoredTo);
  const restored = await tampering.read(loan);
  await repay(anchoredAt);
  await anchor(anchoredAt);
  await tampering.put(loan, restored);
});
afterEach(() => objects.stop());

async function anchor(at: string): Promise<CheckItem> {
  store.setNow(at);
  const task = { check: 'anchor-trail', at, hasTime: () => true, goOn: false, step: anchorTrailStep } as const;
  await runCheck(services, task);
  const run = await readNewestCheck(services.database, 'anchor-trail');
  if (!run) throw new Error('no run was kept');
  return run;
}
const lose = (sequence: number): Promise<void> => tampering.remove(eventKey('loans', loanId, sequence));
async function note(span = { restoredTo, lostUntil }): Promise<void> {
  store.setNow('2026-03-02T04:00:00.000Z');
  expect(await noteRestore(services, span, order)).toMatchObject({ kind: 'repaired' });
}
const night = () => anchor('2026-03-02T18:00:00.000Z');
const cut: Finding = expect.objectContaining({ kind: 'loans', what: 'history-cut', brokenAt: 3 });

describe('a checkpoint of an hour that a restore has lost', () => {
  test('raises the alarm while nobody has noted the restore', async () => {
    await lose(3);
    expect(await night()).toMatchObject({ ok: false, findings: [cut], knownCount: 0 });
    expect(errors).toEqual(['check failed']);
  });

  test('is told as a known cut once it is noted, and raises none', async () => {
    await lose(3);
    await note();
    expect(await night()).toMatchObject({ ok: true, findings: [], knownCount: 1 });
    expect(errors).toEqual([]);
  });

  test('is known too where the loan has gone on since with another event at that place', async () => {
    await lose(3);
    await note();
    await repay('2026-03-02T05:00:00.000Z');
    expect(await night()).toMatchObject({ ok: true, findings: [], knownCount: 1 });
  });

  test('still raises the alarm of an event of before the restore that a hand took away', async () => {
    await note();
    const before = eventKey('enterprises', creditCode(1), 1);
    await tampering.remove(before);
    expect(await night()).toMatchObject({
      ok: false,
      findings: [expect.objectContaining({ kind: 'enterprises', what: 'history-removed' })],
    });
    expect(errors).toEqual(['check failed']);
  });

  test('still raises the alarm of an event of the lost hour that was not lost but rewritten', async () => {
    await note();
    await tampering.change(eventKey('loans', loanId, 3), { hash: '0'.repeat(64) });
    expect(await night()).toMatchObject({
      ok: false,
      findings: [expect.objectContaining({ what: 'history-rewritten', brokenAt: 3 })],
      knownCount: 0,
    });
  });

  test.each([
    ['ends before the event', { restoredTo, lostUntil: '2026-03-02T02:29:59.999Z' }],
    ['begins at the event', { restoredTo: anchoredAt, lostUntil }],
  ])('still raises the alarm where the noted span %s', async (_what, span) => {
    await lose(3);
    await note(span);
    expect(await night()).toMatchObject({ ok: false, findings: [cut], knownCount: 0 });
  });
});
