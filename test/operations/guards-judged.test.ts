import { beforeEach, describe, expect, test } from 'vitest';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import { readRefresh, startRefresh } from '../../shared/operations/list/start-refresh.ts';
import { approvePolicy } from '../../shared/operations/policies/approve.ts';
import { draftPolicy } from '../../shared/operations/policies/draft.ts';
import { guardKey } from '../../shared/store/enterprises.ts';
import { before } from '../support/between.ts';
import { hookFaults } from '../support/faults.ts';
import { admit, anApplication, bank, commandBy, creditCode, list, office } from '../support/fixtures.ts';
import { answerOf, guardOf } from '../support/lending.ts';
import { approveVersion } from '../support/policies.ts';
import { openStore, type TestStore } from '../support/store.ts';
import { tamperingWith } from '../support/tampering.ts';
import { aRow, send, workAll, workRound } from './list/list-city.ts';

/** By which versions, and from which file, an enterprise's guards say that it is listed: an application may rest on them alone. */

const [known, other] = [creditCode(84), creditCode(85)];
const atOnce = ['TransactWriteItemsCommand'];
const afterReading = [...atOnce, 'BatchGetItemCommand', 'QueryCommand', ...atOnce];

let store: TestStore;
let keys = 0;

beforeEach(async () => {
  store = await openStore('2026-03-02T02:00:00.000Z');
  await admit(store.services, 'rcb');
  await list(store.services, known);
  await list(store.services, other);
  await readBank();
});

const by = (caller = office()) => commandBy(store.services, caller, `judged-${++keys}`);
const apply = (code: string) => submitApplication(store.services, by(bank()), anApplication(code, { amountFen: 1 }));
const readBank = async () => void answerOf(await apply(known));

/** What an application came to, and the calls that it took. */
async function tried(code: string) {
  const hook = hookFaults(store.services.database.client);
  hook.arm(null, 0);
  const outcome = await apply(code);
  return { said: outcome.kind === 'refused' ? outcome.code : outcome.answer.status, calls: [...hook.calls] };
}

async function refreshAll() {
  const { refreshId } = answerOf(await startRefresh(store.services, by(), { reason: null }));
  await workAll(store.services);
  return readRefresh(store.services, String(refreshId));
}

describe('guards that a release from before has left', () => {
  test('without the first day of the listing are read past until a refresh of all has put them in step', async () => {
    const tampering = tamperingWith(store.services);
    const { listedSince: _s, judgedOn: _o, judgedVersion: _v, ...older } = await tampering.read(guardKey(other));
    await tampering.put(guardKey(other), older);
    expect(await tried(other)).toEqual({ said: 201, calls: afterReading });
    expect(await refreshAll()).toMatchObject({ state: 'done', processed: 2, changed: 0 });
    expect(await tried(other)).toEqual({ said: 201, calls: atOnce });
  });

  test('and that say a first day of another file than the last day admit nobody unread', async () => {
    const ahead = creditCode(86);
    await list(store.services, ahead, { issuedOn: '2026-06-01' });
    // What is left of today's form when a release from before writes a listing that is still to come.
    await tamperingWith(store.services).change(guardKey(ahead), { listedSince: '2020-01-01', judgedVersion: 0 });
    expect((await tried(ahead)).said).toBe('not-listed');
  });
});

describe('the day by which guards were judged', () => {
  test('moves with the first refresh after a version has come into force, and stays where it is with the next', async () => {
    const judgedOn = async () => (await guardOf(store.services, other))?.judgedOn;
    await approveVersion(store.services, '2026-03-03', { enterpriseCapFen: 900_000_000 });
    await workAll(store.services);
    store.setNow('2026-03-03T02:00:00.000Z');
    expect(await judgedOn()).toBe('2026-03-02');
    await refreshAll();
    expect(await judgedOn()).toBe('2026-03-03');
    store.setNow('2026-03-09T02:00:00.000Z');
    await refreshAll();
    expect(await judgedOn()).toBe('2026-03-03');
  });

  test('is the day before in the first five minutes: a version approved at midnight may have been missed', async () => {
    const fresh = creditCode(87);
    const proposal = { name: 'late', source: { title: '修订', documentNumber: null, issuedOn: null } };
    store.setNow('2026-03-02T15:59:55.000Z');
    const unlisting = { ...proposal, effectiveFrom: '2026-03-03', parameters: { eligibleCategories: ['gazelle'] } };
    const { policyId } = answerOf(await draftPolicy(store.services, by(), unlisting));
    const approval = by(office('office-2'));
    await send(store.services, [aRow(fresh)]);
    store.setNow('2026-03-02T16:00:05.000Z');
    // Begun before midnight, committed between an import's reading of the book and its writing of the row.
    before(
      store.services,
      'TransactWriteItemsCommand',
      () => approvePolicy(store.services, approval, String(policyId)),
      2,
    );
    await workRound(store.services);
    // Judged by the book of before, which lists it, and saying no more than that.
    expect(await guardOf(store.services, fresh)).toMatchObject({ judgedOn: '2026-03-02', listedThrough: '2027-12-31' });
    store.setNow('2026-03-02T16:06:00.000Z');
    expect((await tried(known)).said).toBe('not-listed');
    expect((await tried(fresh)).said).toBe('not-listed');
  });
});
