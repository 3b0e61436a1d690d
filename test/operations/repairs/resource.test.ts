import { beforeEach, describe, expect, test } from 'vitest';
import type { Finding } from '../../../shared/domain/check.ts';
import { verifyTrailStep } from '../../../shared/operations/checks/verify-trail.ts';
import { recordRepayment } from '../../../shared/operations/loans/repay.ts';
import { applyRepair, noteRestore } from '../../../shared/operations/repairs/apply.ts';
import type { Planned, RepairPlan } from '../../../shared/operations/repairs/plan.ts';
import { planResource } from '../../../shared/operations/repairs/plan-resource.ts';
import type { Item, ItemKey } from '../../../shared/store/database.ts';
import { enterpriseLayout, guardKey, memberKey } from '../../../shared/store/enterprises.ts';
import { contractGuardKey } from '../../../shared/store/loans.ts';
import { readItems } from '../../../shared/store/read.ts';
import { eventKey } from '../../../shared/store/trail.ts';
import { admit, bank, commandBy, creditCode, list } from '../../support/fixtures.ts';
import { answerOf, lend } from '../../support/lending.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { type Tampering, tamperingWith } from '../../support/tampering.ts';

const order = { by: 'office-1', second: 'office-2', reason: '恢复到 10:00 时撕裂' };
const code = creditCode(1);

let store: TestStore;
let tampering: Tampering;
let loanId: string;
let repayments: number;

beforeEach(async () => {
  store = await openStore();
  tampering = tamperingWith(store.services);
  await admit(store.services, 'rcb');
  await list(store.services, code);
  loanId = await lend(store.services, code, 'torn');
  repayments = 0;
  for (let count = 0; count < 2; count += 1) await repay();
});

async function repay() {
  repayments += 1;
  const context = commandBy(store.services, bank(), `repay-${repayments}`.padEnd(8, '-'));
  const terms = { principalFen: 100, interestFen: 0, paidOn: '2026-03-02' };
  return answerOf(await recordRepayment(store.services, context, loanId, terms));
}

const loanKey = (): ItemKey => ({ table: 'loans', key: { pk: loanId } });
const stateOf = async (key = loanKey()): Promise<Item | undefined> =>
  (await readItems(store.services.database, [key])).get(key);
const plan = (): Promise<Planned> => planResource(store.services, 'loans', loanId);

/** The whole trail against what is stored, as the check of the night sees it. */
async function findings(): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  let place: Item | null = null;
  do {
    const step = await verifyTrailStep(store.services, place);
    found.push(...step.findings);
    place = step.next;
  } while (place);
  return found;
}

const asPlan = (planned: Planned): RepairPlan => {
  if (planned.kind !== 'plan') throw new Error(`${planned.kind}: ${planned.notes.join(' ')}`);
  return planned;
};
const repair = async (): Promise<void> => {
  const { services } = store;
  expect(await applyRepair(services, asPlan(await plan()), order)).toMatchObject({ kind: 'repaired' });
};
const noteThe = async (restoredTo: string, lostUntil: string): Promise<void> => {
  store.setNow('2026-03-03T02:00:00.000Z');
  expect(await noteRestore(store.services, { restoredTo, lostUntil }, order)).toMatchObject({ kind: 'repaired' });
};

describe('a loan of which a restore has torn a repayment', () => {
  test('takes the next one again: the event is in the trail, the table was a second older', async () => {
    const older = await tampering.read(loanKey());
    await repay();
    await tampering.put(loanKey(), older);
    await expect(repay()).rejects.toThrow('contradicts itself');

    const planned = asPlan(await plan());
    expect(planned.notes).toEqual(['state-behind']);
    expect(planned.changes).toMatchObject([{ what: 'state', before: { version: 3 }, after: { version: 4 } }]);
    await repair();
    expect(await repay()).toMatchObject({ version: 5 });
    expect(await findings()).toEqual([]);
  }, 30_000);

  test('is there again as its events say, found and its number taken, where the table never had it', async () => {
    const whole = await tampering.read(loanKey());
    const { institutionId, contractNumber, noteNumber } = whole.data as Record<string, string>;
    const guard = contractGuardKey(String(institutionId), String(contractNumber), String(noteNumber));
    await tampering.remove(loanKey());
    await tampering.remove(guard);
    await repair();
    expect(await stateOf()).toEqual(whole);
    expect(await stateOf(guard)).toEqual({ ...guard.key, loanId });
    expect(await findings()).toEqual([]);
  });

  test.each<[what: string, change: Item]>([
    ['an amount', { data: { outstandingFen: 1 } }],
    ['what lists find it by', { institutionId: 'icbc' }],
    ['its hash', { hash: '0'.repeat(64) }],
  ])('becomes what its events say where a hand changed %s', async (_what, change) => {
    const whole = await tampering.read(loanKey());
    await tampering.change(loanKey(), change);
    await repair();
    expect(await stateOf()).toEqual(whole);
    expect((await plan()).kind).toBe('in-order');
  });
});

describe('a loan whose state has an event that the trail lacks', () => {
  const cut = async (): Promise<void> => tampering.remove(eventKey('loans', loanId, 3));

  test('is left as it is while no restore is noted, as a hand that cut the trail would look the same', async () => {
    await cut();
    expect(await plan()).toMatchObject({ kind: 'refused', notes: ['state-ahead', expect.stringContaining('auditor')] });
  });

  test('is set back to its trail after a noted restore, and what it said is kept in the repair’s event', async () => {
    const ahead = await tampering.read(loanKey());
    await cut();
    await noteThe('2026-03-02T02:00:00.000Z', '2026-03-02T03:00:00.000Z');
    const { changes } = asPlan(await plan());
    expect(changes[0]).toMatchObject({ what: 'state', before: ahead, after: { version: 2 } });
    await repair();
    expect(await repay()).toMatchObject({ version: 3 });
    expect(await findings()).toEqual([]);
  });

  test('is taken away with its number where the trail has no event of it at all', async () => {
    const { institutionId, contractNumber, noteNumber } = (await tampering.read(loanKey())).data as Record<
      string,
      string
    >;
    for (const sequence of [1, 2, 3]) await tampering.remove(eventKey('loans', loanId, sequence));
    expect(await plan()).toMatchObject({ kind: 'refused', notes: ['history-missing', expect.anything()] });
    await noteThe('2026-03-02T02:00:00.000Z', '2026-03-02T03:00:00.000Z');
    await repair();
    expect(await stateOf()).toBeUndefined();
    const guard = contractGuardKey(String(institutionId), String(contractNumber), String(noteNumber));
    expect(await stateOf(guard)).toBeUndefined();
    expect(await findings()).toEqual([]);
  });
});

describe('what a repair does not decide', () => {
  test('is a history with a gap: no state follows from it', async () => {
    await tampering.remove(eventKey('loans', loanId, 2));
    expect(await plan()).toMatchObject({ kind: 'refused', notes: ['history-broken', expect.anything()] });
  });

  test('is the other half of a command: it is named', async () => {
    const { applicationId } = (await tampering.read(loanKey())).data as { applicationId: string };
    for (const sequence of [1, 2, 3, 4]) await tampering.remove(eventKey('applications', applicationId, sequence));
    await tampering.change(loanKey(), { institutionId: 'icbc' });
    expect(asPlan(await plan()).notes).toContainEqual(expect.stringContaining(`applications/${applicationId}`));
  });

  test('is anything about what is in order', async () => {
    expect(await plan()).toMatchObject({ kind: 'in-order', notes: ['whole'] });
    expect(await planResource(store.services, 'loans', 'loan-none')).toMatchObject({ kind: 'refused' });
  });
});

describe('a repair', () => {
  test('writes nothing over what moved since it was planned', async () => {
    const whole = await tampering.read(loanKey());
    await tampering.change(loanKey(), { institutionId: 'icbc' });
    const planned = asPlan(await plan());
    await tampering.put(loanKey(), whole);
    await repay();
    const moved = await stateOf();
    expect(await applyRepair(store.services, planned, order)).toEqual({ kind: 'moved' });
    expect(await stateOf()).toEqual(moved);
    expect(await planResource(store.services, 'repairs', 'repair-none')).toMatchObject({ kind: 'refused' });
  });

  test('that two plan at once is done by one of them', async () => {
    await tampering.remove(loanKey());
    const [first, second] = [asPlan(await plan()), asPlan(await plan())];
    expect(await applyRepair(store.services, first, order)).toMatchObject({ kind: 'repaired' });
    expect(await applyRepair(store.services, second, order)).toEqual({ kind: 'moved' });
  });

  test('is an event of its own, with who and why, and leaves the loan’s history as it was', async () => {
    const whole = await tampering.read(loanKey());
    await tampering.remove(loanKey());
    const outcome = await applyRepair(store.services, asPlan(await plan()), order);
    const repairId = outcome.kind === 'repaired' ? outcome.repairId : '';
    expect(await stateOf(eventKey('repairs', repairId, 1))).toMatchObject({
      type: 'data-repaired',
      actor: { sub: 'tool:repair', causedBy: 'office-1' },
      data: {
        repairId,
        ...order,
        subject: `loans/${loanId}`,
        changes: [{ what: 'state', before: null, after: whole }],
      },
    });
    expect(await stateOf(eventKey('loans', loanId, 4))).toBeUndefined();
    expect(await findings()).toEqual([]);
  });
});

describe('an enterprise of which a restore has torn the listing', () => {
  const fileKey: ItemKey = { table: 'enterprises', key: enterpriseLayout.key(code) };

  test('is listed again with its guards and its places, and what it owes stays counted', async () => {
    const file = await tampering.read(fileKey);
    const guard = await tampering.read(guardKey(code));
    await tampering.remove(fileKey);
    await tampering.change(guardKey(code), { listedThrough: null, fileVersion: 0, judgedVersion: 0 });
    await tampering.remove(memberKey(code));
    const planned = asPlan(await planResource(store.services, 'enterprises', code));
    expect(planned.changes.map(({ what }) => what)).toEqual(['state', 'guard', 'members']);
    expect(await applyRepair(store.services, planned, order)).toMatchObject({ kind: 'repaired' });
    expect(await stateOf(fileKey)).toEqual(file);
    expect(await stateOf(guardKey(code))).toMatchObject(guard);
    expect(await findings()).toEqual([]);
  });
});
