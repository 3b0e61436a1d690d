import { beforeAll, describe, expect, test } from 'vitest';
import { policyOn } from '../../shared/domain/policy.ts';
import { verifiers } from '../../shared/operations/audit/kinds.ts';
import { nextDueOn } from '../../shared/operations/next-due.ts';
import { activatePolicies, activationRefreshId } from '../../shared/operations/policies/activate.ts';
import { approvePolicy } from '../../shared/operations/policies/approve.ts';
import { draftPolicy } from '../../shared/operations/policies/draft.ts';
import { readBook } from '../../shared/operations/policies/read.ts';
import { readRefreshItem } from '../../shared/store/refreshes.ts';
import { commandBy, creditCode, list, office } from '../support/fixtures.ts';
import { openStore, type TestStore } from '../support/store.ts';
import { answered, fileOf, workAll } from './list/list-city.ts';

describe('policy versions that come into force', () => {
  let store: TestStore;
  const code = creditCode(1);
  const ids: string[] = [];

  async function approved(effectiveFrom: string, eligibleCategories: readonly string[]): Promise<string> {
    const { services } = store;
    const source = { title: '修订', documentNumber: null, issuedOn: null };
    const proposal = { name: effectiveFrom, effectiveFrom, source, parameters: { eligibleCategories } };
    const draft = await draftPolicy(services, commandBy(services, office(), `draft-${effectiveFrom}`), proposal);
    const policyId = String(answered(draft).policyId);
    const context = commandBy(services, office('office-2'), `approve-${effectiveFrom}`);
    expect((await approvePolicy(services, context, policyId)).kind).toBe('answered');
    return policyId;
  }

  beforeAll(async () => {
    store = await openStore('2026-03-02T02:00:00.000Z');
    await list(store.services, code);
    ids.push(await approved('2026-03-04', ['gazelle']), await approved('2026-03-06', ['high-tech']));
    await workAll(store.services);
  });

  test('the approval makes the stored standing follow: the day of the next change, and nothing else', async () => {
    const { standing } = (await fileOf(store.services, code))?.state ?? {};
    expect(standing).toMatchObject({ listed: true, listedThrough: '2026-03-03', nextChangeOn: '2026-03-04' });
    expect(await nextDueOn(store.services)).toBe('2026-03-04');
  });

  test('the day before, the job finds nothing to do; on the day it does, once', async () => {
    const { services, setNow } = store;
    setNow('2026-03-03T15:59:59.999Z');
    expect(await activatePolicies(services, services.now())).toEqual({ activated: 0 });
    setNow('2026-03-03T16:00:00.000Z');
    expect(policyOn(await readBook(services), '2026-03-04')?.policyId).toBe(ids[0]);
    expect(await activatePolicies(services, services.now())).toEqual({ activated: 1 });
    expect(await activatePolicies(services, services.now())).toEqual({ activated: 0 });
    await workAll(services);
    const { standing } = (await fileOf(services, code))?.state ?? {};
    expect(standing).toMatchObject({ listed: false, nextChangeOn: '2026-03-06' });
  });

  test('after nights without the job, every version that was missed has its refresh', async () => {
    const { services, setNow } = store;
    const last = await approved('2026-03-08', ['little-giant']);
    setNow('2026-03-20T02:00:00.000Z');
    const both = await Promise.all([1, 2].map(() => activatePolicies(services, services.now())));
    expect(both.reduce((sum, { activated }) => sum + activated, 0)).toBe(2);
    await workAll(services);
    for (const policyId of [...ids, last]) {
      const refresh = await readRefreshItem(services.database, activationRefreshId(policyId));
      expect(refresh).toMatchObject({ total: 1, processed: 1, enumerated: true });
      expect(await verifiers.refreshes.verify(services, activationRefreshId(policyId))).toMatchObject({ events: 1 });
    }
    expect((await fileOf(services, code))?.state.standing.listed).toBe(false);
    expect(await nextDueOn(services)).toBeNull();
  });
});
