import { beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../shared/operations/caller.ts';
import { resubmitClaim } from '../../shared/operations/claims/resubmit.ts';
import { reviewClaim } from '../../shared/operations/claims/review.ts';
import { submitClaim } from '../../shared/operations/claims/submit.ts';
import { withdrawClaim } from '../../shared/operations/claims/withdraw.ts';
import type { CommandContext, Outcome } from '../../shared/operations/command.ts';
import { recordRepayment } from '../../shared/operations/loans/repay.ts';
import { claimLayout } from '../../shared/store/claims.ts';
import { loanLayout } from '../../shared/store/loans.ts';
import { aClaim, storedClaim, storedLoan } from '../support/claiming.ts';
import { type FaultHook, faults, hookFaults, insist } from '../support/faults.ts';
import { admit, bank, commandBy, creditCode, list, office } from '../support/fixtures.ts';
import { answerOf, guardOf, lend } from '../support/lending.ts';
import { faultsOfHistory } from '../support/replay.ts';
import { openStore, type TestStore } from '../support/store.ts';

/**
 * Every call to DynamoDB while a loss is claimed, each met by every fault: who sent it sends it again, and everything
 * must have happened once.
 */
describe('every single fault while a loss is claimed', () => {
  let store: TestStore;
  let hook: FaultHook;
  let next = 3000;
  beforeAll(async () => {
    store = await openStore();
    await admit(store.services, 'rcb');
    hook = hookFaults(store.services.database.client, store.services.queues.client);
  });

  /** A loan long overdue, of which nobody has said so yet. */
  async function aLoan(): Promise<{ readonly code: string; readonly loanId: string }> {
    hook.arm(null, 0);
    next += 1;
    const code = creditCode(next);
    store.setNow('2026-03-02T02:00:00.000Z');
    await list(store.services, code);
    const loanId = await lend(store.services, code, code);
    store.setNow('2027-06-15T02:00:00.000Z');
    return { code, loanId };
  }

  async function command(caller: Caller, send: (context: CommandContext) => Promise<Outcome>) {
    next += 1;
    return answerOf(await insist(hook, () => send(commandBy(store.services, caller, `claim-fault-${next}`))));
  }
  const file = async (loanId: string): Promise<string> =>
    String((await command(bank(), (context) => submitClaim(store.services, context, loanId, aClaim()))).claimId);

  test.each(faults)('%s: filed, returned, filed again, accepted and withdrawn, once each', async (fault) => {
    const { services } = store;
    const { code, loanId } = await aLoan();
    const story = async (): Promise<string> => {
      const claimId = await file(loanId);
      const returned = { decision: 'return', note: '缺签章' } as const;
      await command(office(), (context) => reviewClaim(services, context, claimId, returned));
      await command(bank(), (context) => resubmitClaim(services, context, claimId, aClaim()));
      const accepted = { decision: 'accept', note: null } as const;
      await command(office(), (context) => reviewClaim(services, context, claimId, accepted));
      await command(bank(), (context) => withdrawClaim(services, context, claimId, null));
      return claimId;
    };
    hook.arm(null, 0);
    await story();
    const sites = hook.calls.length;
    expect(sites).toBeGreaterThanOrEqual(12);

    // Withdrawn, the loan may be claimed for again: disbursed, overdue and non-performing, then claimed and freed.
    let version = 5;
    const metBefore = hook.met;
    for (let site = 1; site <= sites; site += 1) {
      hook.arm(fault, site);
      const claimId = await story();
      hook.arm(null, 0);
      version += 2;
      expect(await storedLoan(services, loanId)).toMatchObject({ version, state: { state: 'non-performing' } });
      expect(await storedClaim(services, claimId)).toMatchObject({ version: 5, state: { state: 'withdrawn' } });
      expect(await faultsOfHistory(services, claimLayout, claimId)).toEqual([]);
    }
    expect(hook.met - metBefore, 'faults met').toBe(sites);
    expect(await faultsOfHistory(services, loanLayout, loanId)).toEqual([]);
    expect(await guardOf(services, code)).toMatchObject({ exposureFen: 100_000_000, defaults: 1 });
  });

  test.each(faults)('%s: filed, and ended by the loan’s repayment, once each', async (fault) => {
    const { services } = store;
    const paid = { principalFen: 100_000_000, interestFen: 5, paidOn: '2027-06-15' };
    let sites = 6;
    for (let site = 0; site <= sites; site += 1) {
      const { code, loanId } = await aLoan();
      // The first run is calm and counts the calls.
      hook.arm(site === 0 ? null : fault, site);
      const metBefore = hook.met;
      const claimId = await file(loanId);
      await command(bank(), (context) => recordRepayment(services, context, loanId, paid));
      if (site === 0) sites = hook.calls.length;
      expect(hook.met - metBefore, 'faults met').toBe(Math.min(site, 1));
      hook.arm(null, 0);
      // Disbursed, overdue, non-performing, claimed, repaid.
      expect(await storedLoan(services, loanId)).toMatchObject({ version: 5, state: { state: 'repaid' } });
      expect(await storedClaim(services, claimId)).toMatchObject({ version: 2, state: { state: 'withdrawn' } });
      expect(await faultsOfHistory(services, loanLayout, loanId)).toEqual([]);
      expect(await faultsOfHistory(services, claimLayout, claimId)).toEqual([]);
      expect(await guardOf(services, code)).toMatchObject({ exposureFen: 0, defaults: 0 });
    }
    expect(sites).toBeGreaterThanOrEqual(5);
  });
});
