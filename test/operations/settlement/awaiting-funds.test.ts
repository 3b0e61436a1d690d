import { beforeEach, describe, expect, test } from 'vitest';
import { readFund } from '../../../shared/operations/fund/read.ts';
import { recordRepayment } from '../../../shared/operations/loans/repay.ts';
import { readSettlementLine } from '../../../shared/operations/settlement/read-line.ts';
import { claimLayout } from '../../../shared/store/claims.ts';
import { carriedOutWrite, toCarryOutWrite } from '../../../shared/store/resolved-meetings.ts';
import { commit } from '../../../shared/store/transaction.ts';
import { admit, bank } from '../../support/fixtures.ts';
import { answerOf } from '../../support/lending.ts';
import { faultsOfHistory } from '../../support/replay.ts';
import { fill } from '../../support/settling.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { proof } from '../fund/proof.ts';
import {
  anew,
  approvedClaim,
  claimOf,
  resolvedOn,
  settleAll,
  settlementDoorbells,
  standings,
  wan,
} from './settlement-city.ts';

let store: TestStore;
beforeEach(async () => {
  store = await openStore('2026-01-02T02:00:00.000Z');
  await admit(store.services, 'rcb');
  await admit(store.services, 'icbc');
});

const awaitingFen = async () => (await readSettlementLine(store.services)).awaitingFen;
const stateOf = async (claim: { readonly claimId: string }) => (await claimOf(store, claim)).state;

test('a claim whose meeting was resolved after the line was looked at waits for its own ring', async () => {
  await fill(store, wan(10));
  const claim = await approvedClaim(store, { lossFen: wan(1) });
  const resolved = store.services.now();
  // One whose resolution comes before it may still be missing in what is read.
  store.setNow(new Date(Date.parse(resolved) - 1).toISOString());
  await settleAll(store.services);
  expect(await claimOf(store, claim)).toMatchObject({ state: 'approved' });
  expect(await settlementDoorbells(store.services)).not.toEqual([]);
  store.setNow(resolved);
  await settleAll(store.services);
  expect(await claimOf(store, claim)).toMatchObject({ state: 'settled' });
  expect(await settlementDoorbells(store.services)).toEqual([]);
});

describe('when the fund cannot meet a claim', () => {
  test('the first that it cannot meet waits for all of it, and nobody else takes money meanwhile', async () => {
    await fill(store, wan(17));
    const first = await approvedClaim(store, { lossFen: wan(30) });
    const small = await approvedClaim(store, { lossFen: wan(10), institutionId: 'icbc' });
    await settleAll(store.services);
    expect(await claimOf(store, first)).toMatchObject({ state: 'awaiting-funds', neededFen: wan(18) });
    // 17 万元 would do for it, but they are kept for the one that is first.
    expect(await stateOf(small)).toBe('approved');
    expect(await awaitingFen()).toBe(wan(24));
    expect(await standings(store)).toEqual([
      [first.claimId, 'awaiting-funds'],
      [small.claimId, 'behind-funds'],
    ]);
    expect(await settlementDoorbells(store.services)).toEqual([]);

    // Each credit moves the line on: one fen short, then enough for the first, then for both.
    await fill(store, wan(1) - 1);
    await settleAll(store.services);
    expect(await stateOf(first)).toBe('awaiting-funds');
    await fill(store, 1);
    await settleAll(store.services);
    expect([await stateOf(first), await stateOf(small)]).toEqual(['settled', 'awaiting-funds']);
    expect(await awaitingFen()).toBe(wan(6));
    await fill(store, wan(6));
    await settleAll(store.services);
    expect([await stateOf(small), await awaitingFen()]).toEqual(['settled', 0]);
    expect(await readFund(store.services)).toMatchObject({ spendableFen: 0, compensatedFen: wan(24) });
    expect(await faultsOfHistory(store.services, claimLayout, first.claimId)).toEqual([]);
    expect(await proof(store.services)).toEqual([]);
  });

  test('a claim whose fund part is nothing passes', async () => {
    await fill(store, wan(1000));
    // The year's cap of the one bank, to the fen, which is all that the fund has.
    await approvedClaim(store, { lossFen: wan(1000), institutionId: 'icbc' });
    await approvedClaim(store, { lossFen: 666_666_667, institutionId: 'icbc' });
    await settleAll(store.services);
    const first = await approvedClaim(store, { lossFen: wan(30) });
    const nothingDue = await approvedClaim(store, { lossFen: wan(10), institutionId: 'icbc' });
    await settleAll(store.services);
    expect(await stateOf(first)).toBe('awaiting-funds');
    expect(await claimOf(store, nothingDue)).toMatchObject({ state: 'settled', shares: { fundFen: 0 } });
  });

  test('a claim that needs no more, because its loan was repaid, makes way for the next', async () => {
    await fill(store, wan(6));
    const first = await approvedClaim(store, { lossFen: wan(30) });
    const small = await approvedClaim(store, { lossFen: wan(10), institutionId: 'icbc' });
    await settleAll(store.services);
    const paid = { principalFen: wan(30), interestFen: 0, paidOn: resolvedOn };
    answerOf(await recordRepayment(store.services, anew(store.services, bank()), first.loanId, paid));
    expect(await stateOf(first)).toBe('withdrawn');
    await settleAll(store.services);
    expect([await stateOf(small), await standings(store)]).toEqual(['settled', []]);
  });
});

describe('the order of the line', () => {
  test('is that of resolution and agenda, whatever doorbell rings first', async () => {
    await fill(store, wan(6));
    const second = await approvedClaim(store, { lossFen: wan(10), index: 8, institutionId: 'icbc' });
    const first = await approvedClaim(store, { lossFen: wan(10), index: 7 });
    await settleAll(store.services);
    expect([await stateOf(first), await stateOf(second)]).toEqual(['settled', 'awaiting-funds']);
  });

  test('waits for the claims of a resolution that is still being carried out, and not for later ones', async () => {
    await fill(store, wan(1000));
    const earlierAt = '2027-06-15T01:00:00.000Z';
    const { database } = store.services;
    const marks = [toCarryOutWrite(earlierAt, 'mtg-0'), toCarryOutWrite('2027-06-15T03:00:00.000Z', 'mtg-2')];
    expect(await commit(database, marks)).toBe('committed');
    const early = await approvedClaim(store, { resolvedAt: earlierAt, meetingId: 'mtg-0' });
    const late = await approvedClaim(store, {});
    await settleAll(store.services);
    expect([await stateOf(early), await stateOf(late)]).toEqual(['settled', 'approved']);
    expect(await standings(store)).toEqual([[late.claimId, 'behind-meeting']]);
    expect(await commit(database, [carriedOutWrite(earlierAt, 'mtg-0')])).toBe('committed');
    await fill(store, 1);
    await settleAll(store.services);
    expect(await stateOf(late)).toBe('settled');
  });
});
