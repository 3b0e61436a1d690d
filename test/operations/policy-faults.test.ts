import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, dayAt, startOf } from '../../shared/domain/calendar.ts';
import { verifiers } from '../../shared/operations/audit/kinds.ts';
import type { CommandContext, Outcome } from '../../shared/operations/command.ts';
import { nextDueOn } from '../../shared/operations/next-due.ts';
import { activatePolicies, activationRefreshId } from '../../shared/operations/policies/activate.ts';
import { approvePolicy } from '../../shared/operations/policies/approve.ts';
import { draftPolicy } from '../../shared/operations/policies/draft.ts';
import { policyLayout } from '../../shared/store/policies.ts';
import { type BookItem, policyBookKey } from '../../shared/store/policy-book.ts';
import { readItems } from '../../shared/store/read.ts';
import { readRefreshItem } from '../../shared/store/refreshes.ts';
import { type FaultHook, faults, hookFaults, insist } from '../support/faults.ts';
import { commandBy, creditCode, list, office } from '../support/fixtures.ts';
import { faultsOfHistory } from '../support/replay.ts';
import { openStore, type TestStore } from '../support/store.ts';
import { fileOf, workAll } from './list/list-city.ts';

/** Every call on a version's way into force, each met by every fault: everything must have happened once. */
describe('every single fault on the way of a policy version into force', () => {
  let store: TestStore;
  let hook: FaultHook;
  let round = 0;
  const code = creditCode(1);
  // A store a fault: the book that every command reads grows with each version.
  beforeEach(async () => {
    round = 0;
    store = await openStore();
    await list(store.services, code);
    hook = hookFaults(store.services.database.client, store.services.queues.client);
  });

  async function send(sub: string, key: string, act: (context: CommandContext) => Promise<Outcome>) {
    const outcome = await insist(hook, () => act(commandBy(store.services, office(sub), key)));
    if (outcome.kind === 'refused') throw new Error(`${key} refused: ${outcome.code} ${JSON.stringify(outcome.facts)}`);
    return JSON.parse(outcome.answer.body) as { readonly policyId: string };
  }

  /** A version that takes every other one's place: the category in, the category out. */
  async function bringIntoForce(): Promise<{ readonly policyId: string; readonly isListed: boolean }> {
    const { services, setNow } = store;
    round += 1;
    const isListed = round % 2 === 0;
    const effectiveFrom = addDays(dayAt(services.now()), 1);
    const proposal = {
      name: `第${round}版`,
      effectiveFrom,
      source: { title: '修订', documentNumber: null, issuedOn: null },
      parameters: { eligibleCategories: isListed ? ['high-tech'] : ['gazelle'] },
    };
    const draft = await send('office-1', `draft-${round}`, (context) => draftPolicy(services, context, proposal));
    const { policyId } = draft;
    await send('office-2', `approve-${round}`, (context) => approvePolicy(services, context, policyId));
    setNow(startOf(effectiveFrom));
    await insist(hook, () => activatePolicies(services, services.now()));
    return { policyId, isListed };
  }

  async function expectOnce({ policyId, isListed }: Awaited<ReturnType<typeof bringIntoForce>>): Promise<void> {
    const { services } = store;
    hook.arm(null, 0);
    expect(await activatePolicies(services, services.now())).toEqual({ activated: 0 });
    await workAll(services);
    const book = (await readItems(services.database, [policyBookKey])).get<BookItem>(policyBookKey);
    expect(book?.approved.filter((version) => version.policyId === policyId)).toHaveLength(1);
    expect(book).toMatchObject({ activatedThrough: dayAt(services.now()) });
    expect(await faultsOfHistory(services, policyLayout, policyId)).toEqual([]);
    expect(await verifiers.policies.verify(services, policyId)).toEqual({ ok: true, events: 2, brokenAt: null });
    expect(await readRefreshItem(services.database, activationRefreshId(policyId))).toMatchObject({
      total: 1,
      processed: 1,
      startedBy: 'job:activate-policies',
    });
    expect((await fileOf(services, code))?.state.standing.listed).toBe(isListed);
    expect(await nextDueOn(services)).toBeNull();
  }

  test.each(faults)(
    '%s at every call leaves one version in force, one entry in the book, the list as it says',
    async (fault) => {
      hook.arm(null, 0);
      const calm = await bringIntoForce();
      const sites = hook.calls.length;
      expect(sites).toBeGreaterThanOrEqual(8);
      await expectOnce(calm);
      const metBefore = hook.met;
      for (let site = 1; site <= sites; site += 1) {
        hook.arm(fault, site);
        await expectOnce(await bringIntoForce());
      }
      expect(hook.met - metBefore, 'faults met').toBe(sites);
    },
  );

  test('two approvals at once: the one that comes second is judged by a book that holds the first', async () => {
    const { services } = store;
    const effectiveFrom = addDays(dayAt(services.now()), 10);
    const source = { title: '修订', documentNumber: null, issuedOn: null };
    const proposal = { name: '并行', effectiveFrom, source, parameters: {} };
    const drafts = await Promise.all(
      ['a', 'b'].map((key) => send('office-1', key, (context) => draftPolicy(services, context, proposal))),
    );
    const outcomes = await Promise.all(
      drafts.map(({ policyId }) =>
        approvePolicy(services, commandBy(services, office('office-2'), `approve-${policyId}`), policyId),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'answered')).toHaveLength(1);
    expect(outcomes.find(({ kind }) => kind === 'refused')).toMatchObject({ code: 'date-out-of-range' });
    expect(await nextDueOn(services)).toBe(effectiveFrom);
  });
});
