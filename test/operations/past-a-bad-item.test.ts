import { beforeEach, describe, expect, test } from 'vitest';
import { itemNotDone } from '../../shared/domain/alarm.ts';
import { expireDueApplications } from '../../shared/operations/applications/expire-due.ts';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import { payClaim } from '../../shared/operations/claims/pay.ts';
import { recordRecovery } from '../../shared/operations/claims/recover.ts';
import { setOffOverdue } from '../../shared/operations/fund/set-off-overdue.ts';
import { refreshSome } from '../../shared/operations/list/refresh-some.ts';
import { markOverdueLoans } from '../../shared/operations/loans/mark-overdue.ts';
import { applicationLayout } from '../../shared/store/applications.ts';
import { claimLayout } from '../../shared/store/claims.ts';
import { enterpriseLayout } from '../../shared/store/enterprises.ts';
import { loanLayout } from '../../shared/store/loans.ts';
import { jobWrite } from '../../shared/store/outbox.ts';
import { readItems } from '../../shared/store/read.ts';
import { keyOfResource, type ResourceLayout, storedIn } from '../../shared/store/resource.ts';
import { Unavailable } from '../../shared/store/retry.ts';
import { commit } from '../../shared/store/transaction.ts';
import { storedClaim } from '../support/claiming.ts';
import { admit, anApplication, bank, commandBy, creditCode, finance, list } from '../support/fixtures.ts';
import { answerOf, lend } from '../support/lending.ts';
import { poison } from '../support/poison.ts';
import { fill, settledClaim, settledOn } from '../support/settling.ts';
import { openStore, type TestStore } from '../support/store.ts';

let store: TestStore;
let reported: (readonly [string, unknown])[];
let keys = 0;
beforeEach(async () => {
  const opened = await openStore('2026-03-02T02:00:00.000Z');
  reported = [];
  const log = {
    ...opened.services.log,
    error: (message: string, facts?: object) => void reported.push([message, (facts as { id?: string })?.id]),
  };
  store = { ...opened, services: { ...opened.services, log } };
  await admit(store.services, 'rcb');
});

const by = (caller = bank()) => commandBy(store.services, caller, `past-a-bad-item-${++keys}`);
const nightOf = (day: string): string => {
  const at = new Date(Date.parse(`${day}T00:10:00.000+08:00`)).toISOString();
  store.setNow(at);
  return at;
};
async function stateOf(layout: ResourceLayout<{ readonly state: string }, never>, id: string): Promise<string> {
  const stored = storedIn(await readItems(store.services.database, [keyOfResource(layout, id)]), layout, id);
  return stored?.state.state ?? 'absent';
}

test('a command about what the store refuses for good says so, and is unavailable to its caller', async () => {
  await fill(store, 1_000_000_000);
  const { claimId } = await settledClaim(store, 6330);
  const cure = await poison(store.services, claimLayout, claimId);
  const recovery = { amountFen: 1_000, costsFen: 0, recoveredOn: settledOn, final: false };
  const recover = () => recordRecovery(store.services, by(), claimId, recovery);
  const error: unknown = await recover().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'RefusedAgainAndAgain' });
  expect(error).toBeInstanceOf(Unavailable);
  await cure();
  expect(answerOf(await recover())).toMatchObject({ claimId });
});

describe('a night past one thing that the store refuses for good', () => {
  test('marks the other loans overdue the same night, says which one failed, and marks it once it is whole', async () => {
    const loans: string[] = [];
    for (const index of [1, 2, 3]) {
      const code = creditCode(300 + index);
      await list(store.services, code);
      loans.push(await lend(store.services, code, `overdue-${index}`));
    }
    const [bad = '', ...others] = loans;
    const states = () => Promise.all(loans.map((id) => stateOf(loanLayout as never, id)));
    const cure = await poison(store.services, loanLayout, bad);
    for (const night of ['2027-03-02', '2027-03-03', '2027-03-04']) {
      await expect(markOverdueLoans(store.services, nightOf(night)), night).rejects.toThrow(bad);
      expect(await states(), night).toEqual(['active', ...others.map(() => 'overdue')]);
    }
    expect(reported).toEqual([1, 2, 3].map(() => [itemNotDone, bad]));
    await cure();
    expect(await markOverdueLoans(store.services, nightOf('2027-03-05'))).toEqual({ changed: 1 });
    expect(await states()).toEqual(['overdue', 'overdue', 'overdue']);
  });

  test('expires the other applications', async () => {
    const ids: string[] = [];
    for (const index of [1, 2, 3]) {
      const code = creditCode(310 + index);
      await list(store.services, code);
      ids.push(String(answerOf(await submitApplication(store.services, by(), anApplication(code))).applicationId));
    }
    const [bad = ''] = ids;
    const cure = await poison(store.services, applicationLayout, bad);
    await expect(expireDueApplications(store.services, nightOf('2027-03-02'))).rejects.toThrow(bad);
    const states = () => Promise.all(ids.map((id) => stateOf(applicationLayout as never, id)));
    expect(await states()).toEqual(['submitted', 'expired', 'expired']);
    await cure();
    expect(await expireDueApplications(store.services, nightOf('2027-03-03'))).toEqual({ expired: 1 });
    expect(await states()).toEqual(['expired', 'expired', 'expired']);
  });

  test('sets off against the institution’s other claim, and looks at it again the next night', async () => {
    await fill(store, 1_000_000_000);
    const recovery = { amountFen: 10_000_000, costsFen: 0, recoveredOn: settledOn, final: false };
    for (const index of [1, 2]) {
      const { claimId } = await settledClaim(store, 6300 + index);
      const payment = { voucherNumber: `V-${index}`, paidOn: settledOn };
      answerOf(await payClaim(store.services, by(finance()), claimId, payment));
      answerOf(await recordRecovery(store.services, by(), claimId, recovery));
    }
    const { claimId: bad } = await settledClaim(store, 6303);
    const { claimId: other } = await settledClaim(store, 6304);
    const cure = await poison(store.services, claimLayout, bad);
    const setOff = async () =>
      Promise.all([bad, other].map(async (id) => (await storedClaim(store.services, id)).state.setOffFen));
    await expect(setOffOverdue(store.services, nightOf('2027-07-16'))).rejects.toThrow('rcb');
    expect(await setOff()).toEqual([0, 6_000_000]);
    expect(reported).toContainEqual([itemNotDone, bad]);
    await cure();
    expect(await setOffOverdue(store.services, nightOf('2027-07-17'))).toEqual({ changed: 1 });
    expect(await setOff()).toEqual([6_000_000, 6_000_000]);
  });

  test('refreshes the other enterprises of one job, and the job stays until the one is whole', async () => {
    const codes = [1, 2, 3].map((index) => creditCode(320 + index));
    for (const code of codes) await list(store.services, code, { validUntil: '2027-12-31' });
    const [bad = ''] = codes;
    const message = { kind: 'refresh-some' as const, refreshId: 'night-2029-03-01', creditCodes: codes };
    const job = { jobId: 'refresh-job-1', queue: 'list' as const, message };
    await commit(store.services.database, [jobWrite(job, store.services.now())]);
    const statuses = async () =>
      Promise.all(
        codes.map(async (code) => {
          const key = keyOfResource(enterpriseLayout, code);
          const items = await readItems(store.services.database, [key]);
          return storedIn(items, enterpriseLayout, code)?.version;
        }),
      );
    const before = await statuses();
    const cure = await poison(store.services, enterpriseLayout, bad);
    // Years later all have run out.
    const at = nightOf('2032-01-02');
    await expect(refreshSome(store.services, job.jobId, message, at)).rejects.toThrow();
    const after = await statuses();
    expect(after.map((version, index) => Number(version) - Number(before[index]))).toEqual([0, 1, 1]);
    await cure();
    await refreshSome(store.services, job.jobId, message, at);
    expect((await statuses()).map((version, index) => Number(version) - Number(before[index]))).toEqual([1, 1, 1]);
  });
});
