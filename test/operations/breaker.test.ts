import { beforeAll, describe, expect, test } from 'vitest';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import type { Caller } from '../../shared/operations/caller.ts';
import { submitClaim } from '../../shared/operations/claims/submit.ts';
import type { CommandContext, Outcome } from '../../shared/operations/command.ts';
import { readInstitution } from '../../shared/operations/institutions/read.ts';
import { releaseBreaker } from '../../shared/operations/institutions/release-breaker.ts';
import { institutionView } from '../../shared/operations/institutions/view.ts';
import { institutionLayout } from '../../shared/store/institutions.ts';
import { before } from '../support/between.ts';
import { aClaim } from '../support/claiming.ts';
import { type FaultHook, faults, hookFaults, insist } from '../support/faults.ts';
import { admit, anApplication, bank, commandBy, creditCode, list, office } from '../support/fixtures.ts';
import { answerOf, lend } from '../support/lending.ts';
import { approveVersion } from '../support/policies.ts';
import { faultsOfHistory } from '../support/replay.ts';
import { fill, settle, settledClaim, settledOn } from '../support/settling.ts';
import { openStore, type TestStore } from '../support/store.ts';

/** From 2027 on a bank of which more than a tenth was compensated receives no new applications. */
describe('the circuit breaker of an institution (R28)', () => {
  let store: TestStore;
  let hook: FaultHook;
  let next = 6_000;
  let limited: string;
  beforeAll(async () => {
    store = await openStore('2026-03-01T02:00:00.000Z');
    hook = hookFaults(store.services.database.client);
    await admit(store.services, 'rcb');
    await fill(store, 10_000_000_000);
    limited = await approveVersion(store.services, '2027-01-01', { suspendAtLossRatioBp: 1_000 });
    await lendAt2026(900_000_000);
  });

  const context = (caller: Caller): CommandContext => {
    next += 1;
    return commandBy(store.services, caller, `breaker-${next}`);
  };
  const newCode = async (): Promise<string> => {
    next += 1;
    await list(store.services, creditCode(next));
    return creditCode(next);
  };
  async function lendAt2026(amountFen: number): Promise<string> {
    store.setNow('2026-03-02T02:00:00.000Z');
    const code = await newCode();
    const loanId = await lend(store.services, code, code, { amountFen });
    store.setNow(`${settledOn}T03:00:00.000Z`);
    return loanId;
  }
  /** Lends, and settles the whole as a loss. */
  const lose = async (lossFen: number): Promise<void> => {
    next += 1;
    await settledClaim(store, next, { lossFen });
    store.setNow(`${settledOn}T03:00:00.000Z`);
  };
  const apply = async (caller: Caller = bank()): Promise<Outcome> => {
    const code = caller.role === 'enterprise' ? caller.org : await newCode();
    return submitApplication(store.services, context(caller), anApplication(code, { amountFen: 100 }));
  };
  const breaker = async (caller: Caller = office()) => {
    const standing = await readInstitution(store.services, 'rcb', settledOn);
    return standing && institutionView(standing, caller, settledOn).breaker;
  };
  const release = (reason = '风控整改完成') => releaseBreaker(store.services, context(office()), 'rcb', { reason });

  test('at a tenth to the fen is closed, and one fen above opens it with the settlement that passes', async () => {
    await lose(100_000_000);
    expect(await breaker()).toMatchObject({ isOpen: false, ratioBp: 1_000, limitBp: 1_000, openedOn: null });
    answerOf(await apply());
    await lose(1);
    expect(await breaker()).toEqual({
      isOpen: true,
      openedOn: settledOn,
      releasedOn: null,
      reason: null,
      ratioBp: 1_000,
      limitBp: 1_000,
      compensatedFen: 100_000_001,
      disbursedFen: 1_000_000_001,
    });
    expect(await apply()).toMatchObject({
      code: 'breaker-open',
      rule: 'R28',
      facts: {
        institutionId: 'rcb',
        openedOn: settledOn,
        compensated: 100_000_001,
        disbursed: 1_000_000_001,
        ratioBp: 1_000,
        limitBp: 1_000,
        policy: limited,
      },
    });
  });

  test('open, it tells an enterprise the limit alone, and others nothing of it', async () => {
    const code = await newCode();
    const refused = await apply({ sub: code, name: code, org: code, role: 'enterprise' });
    expect(refused).toMatchObject({ code: 'breaker-open' });
    expect(refused.kind === 'refused' && Object.keys(refused.facts).sort()).toEqual([
      'institutionId',
      'limitBp',
      'openedOn',
      'policy',
    ]);
    expect(await breaker(bank())).toMatchObject({ isOpen: true });
    expect(await breaker(bank('icbc'))).toBeNull();
  });

  test('open, it stops neither claims nor settlements, and what is disbursed does not close it', async () => {
    const loanId = await lendAt2026(500_000_000);
    expect(await breaker()).toMatchObject({ isOpen: true, ratioBp: 666 });
    const filed = await submitClaim(store.services, context(bank()), loanId, aClaim({ principalLossFen: 1_000 }));
    await settle(store.services, String(answerOf(filed).claimId), { lossFen: 1_000 });
    expect(await breaker()).toMatchObject({ isOpen: true, compensatedFen: 100_001_001 });
  });

  test.each(faults)('%s: is released once, and opens again by the loss that passes the limit anew', async (fault) => {
    let sites = 2;
    const metBefore = hook.met;
    for (let site = 0; site <= sites; site += 1) {
      hook.arm(site === 0 ? null : fault, site);
      const by = context(office());
      const released = answerOf(
        await insist(hook, () => releaseBreaker(store.services, by, 'rcb', { reason: '整改完成' })),
      );
      if (site === 0) sites = hook.calls.length;
      hook.arm(null, 0);
      expect(released.breaker).toMatchObject({ isOpen: false, releasedOn: settledOn, reason: '整改完成' });
      answerOf(await apply());
      await lose(100_000_000);
      expect(await breaker()).toMatchObject({ isOpen: true, openedOn: settledOn, reason: null });
      expect(await apply()).toMatchObject({ code: 'breaker-open' });
    }
    expect(sites).toBeGreaterThanOrEqual(2);
    expect(hook.met - metBefore, 'faults met').toBe(sites);
    expect(await faultsOfHistory(store.services, institutionLayout, 'rcb')).toEqual([]);
  });

  test('cannot be released twice, nor without having opened', async () => {
    answerOf(await release());
    expect(await release()).toMatchObject({ code: 'state-conflict', facts: { state: 'breaker-closed' } });
  });

  test('a settlement between the reading and the writing of an application stops it', async () => {
    const code = await newCode();
    before(store.services, 'TransactWriteItemsCommand', () => lose(100_000_000));
    const outcome = await submitApplication(store.services, context(bank()), anApplication(code, { amountFen: 100 }));
    expect(outcome).toMatchObject({ code: 'breaker-open' });
  });

  test('a settlement between the reading and the writing of a release is seen by it', async () => {
    const seen = await breaker();
    before(store.services, 'TransactWriteItemsCommand', () => lose(1_000));
    const released = answerOf(await release());
    expect(released.breaker).toMatchObject({ isOpen: false, compensatedFen: Number(seen?.compensatedFen) + 1_000 });
    answerOf(await apply());
  });
});
