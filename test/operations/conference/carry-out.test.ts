import { beforeEach, describe, expect, test } from 'vitest';
import type { InclusionEvent } from '../../../shared/domain/inclusion.ts';
import type { CommandContext, Outcome } from '../../../shared/operations/command.ts';
import { endInclusions } from '../../../shared/operations/inclusions/end-due.ts';
import { revokeApprovedInclusion } from '../../../shared/operations/inclusions/revoke.ts';
import { submitInclusion } from '../../../shared/operations/inclusions/submit.ts';
import { refreshDue } from '../../../shared/operations/list/refresh-due.ts';
import { carryOutMeeting } from '../../../shared/operations/meetings/carry-out.ts';
import { castVote } from '../../../shared/operations/meetings/cast-vote.ts';
import { conveneMeeting } from '../../../shared/operations/meetings/convene.ts';
import { resolveMeeting } from '../../../shared/operations/meetings/resolve.ts';
import { nextDueOn } from '../../../shared/operations/next-due.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { enterpriseLayout } from '../../../shared/store/enterprises.ts';
import { inclusionLayout } from '../../../shared/store/inclusions.ts';
import { type CarryingItem, carryingKey, meetingLayout } from '../../../shared/store/meetings.ts';
import { readItems } from '../../../shared/store/read.ts';
import { keyOfResource, storedIn } from '../../../shared/store/resource.ts';
import { readWholeHistory } from '../../../shared/store/trail.ts';
import { type FaultHook, faults, hookFaults, insist } from '../../support/faults.ts';
import { bank, commandBy, creditCode, list, office } from '../../support/fixtures.ts';
import { answerOf } from '../../support/lending.ts';
import { faultsOfHistory } from '../../support/replay.ts';
import { anotherClient, openStore, type TestStore } from '../../support/store.ts';
import { fileOf, guardOf, workAll } from '../list/list-city.ts';
import {
  always,
  aMeeting,
  anew,
  approvals,
  aRequest,
  ask,
  convene,
  doorbells,
  member,
  resolve,
  voteAll,
  workConference,
} from './conference-city.ts';

let store: TestStore;
let services: Services;
beforeEach(async () => {
  store = await openStore();
  ({ services } = store);
});

const inclusionOf = async (id: string) =>
  storedIn(await readItems(services.database, [keyOfResource(inclusionLayout, id)]), inclusionLayout, id)?.state;
const carryingOf = async (id: string) =>
  (await readItems(services.database, [carryingKey(id)])).get<CarryingItem>(carryingKey(id));

describe('carrying out a resolution', () => {
  test('lists what was approved from that day on, and leaves off what was not, in the order of the agenda', async () => {
    const codes = [creditCode(1), creditCode(2), creditCode(3)];
    const ids = await Promise.all(codes.map((code) => ask(services, code, { validUntil: '2026-06-30' })));
    const meetingId = await convene(services, { inclusionIds: ids });
    await voteAll(services, meetingId, 'item-1', approvals);
    await voteAll(services, meetingId, 'item-2', ['reject', 'reject', 'reject', 'reject', 'approve']);
    await voteAll(services, meetingId, 'item-3', ['recuse', 'recuse', 'recuse', 'recuse']);
    expect(await resolve(services, meetingId)).toMatchObject({ answer: { status: 202 } });
    expect(await fileOf(services, codes[0] ?? '')).toBeNull();
    // Carried out the day after: that is its first day on the list.
    store.setNow('2026-03-03T02:00:00.000Z');
    await workConference(services);

    const found = await Promise.all(ids.map(inclusionOf));
    expect(found.map((inclusion) => inclusion?.state)).toEqual(['approved', 'rejected', 'deferred']);
    expect(found[0]).toMatchObject({ includedFrom: '2026-03-03', meetingId });
    const file = await fileOf(services, codes[0] ?? '');
    expect(file?.state).toMatchObject({
      name: aRequest(codes[0] ?? '').name,
      standing: { listed: true, basis: 'exceptional', listedSince: '2026-03-03', nextChangeOn: '2026-07-01' },
    });
    expect(await guardOf(services, codes[0] ?? '')).toMatchObject({
      listedThrough: '2026-06-30',
      fileVersion: file?.version,
      exposureFen: 0,
    });
    expect(await fileOf(services, codes[1] ?? '')).toBeNull();
    expect(await carryingOf(meetingId)).toMatchObject({ done: 3, skipped: [] });
    expect(await doorbells(services)).toEqual([]);
  });

  test('of an enterprise that the list knows keeps its name and exposure', async () => {
    const code = creditCode(4);
    const known = await list(services, code, { validUntil: '2026-02-28' });
    const id = await ask(services, code);
    const meetingId = await convene(services, { inclusionIds: [id] });
    await voteAll(services, meetingId, 'item-1', approvals);
    await resolve(services, meetingId);
    await workConference(services);
    const file = await fileOf(services, code);
    expect(file).toMatchObject({ version: known.version + 1, state: { name: known.state.name, formerNames: [] } });
    expect(file?.state.standing).toMatchObject({ basis: 'exceptional', listedThrough: '9999-12-31' });
    expect(await guardOf(services, code)).toMatchObject({ listedThrough: '9999-12-31', fileVersion: file?.version });
  });

  test('delivered twice, late, or twice at once has happened once', async () => {
    const ids = await Promise.all([11, 12, 13, 14].map((number) => ask(services, creditCode(number))));
    const meetingId = await convene(services, { inclusionIds: ids });
    for (const [index] of ids.entries()) await voteAll(services, meetingId, `item-${index + 1}`, approvals);
    await resolve(services, meetingId);
    const [doorbell] = await doorbells(services);
    if (!doorbell) throw new Error('no job was made');
    const turn = { at: services.now(), ...always };
    await Promise.all([1, 2, 3].map(() => carryOutMeeting(services, doorbell, turn)));
    await carryOutMeeting(services, doorbell, turn);
    for (const id of ids)
      expect((await typesOf('inclusions', id)).filter((type) => type === 'inclusion-approved')).toHaveLength(1);
    expect(await carryingOf(meetingId)).toMatchObject({ done: 4, skipped: [] });
    expect(await doorbells(services)).toEqual([]);
  });

  test('out of time it goes on at the next ring', async () => {
    const ids = await Promise.all([21, 22].map((number) => ask(services, creditCode(number))));
    const meetingId = await convene(services, { inclusionIds: ids });
    for (const [index] of ids.entries()) await voteAll(services, meetingId, `item-${index + 1}`, approvals);
    await resolve(services, meetingId);
    const [doorbell] = await doorbells(services);
    if (!doorbell) throw new Error('no job was made');
    let steps = 1;
    const hasTime = (): boolean => {
      steps -= 1;
      return steps >= 0;
    };
    await carryOutMeeting(services, doorbell, { at: services.now(), hasTime });
    expect(await carryingOf(meetingId)).toMatchObject({ done: 1 });
    expect(await doorbells(services)).toHaveLength(1);
    await workConference(services);
    expect(await carryingOf(meetingId)).toMatchObject({ done: 2 });
  });

  test('an agenda without items is carried out with the resolution', async () => {
    const meetingId = await convene(services, {});
    expect(await resolve(services, meetingId)).toMatchObject({ kind: 'answered' });
    expect(await doorbells(services)).toEqual([]);
  });
});

async function typesOf(kind: 'inclusions' | 'meetings' | 'enterprises', id: string): Promise<readonly string[]> {
  const types: string[] = [];
  for await (const { type } of readWholeHistory(services.database, kind, id)) types.push(type);
  return types;
}

describe('an inclusion in force', () => {
  async function included(number: number, validUntil: string | null): Promise<{ id: string; code: string }> {
    const code = creditCode(number);
    const id = await ask(services, code, { validUntil });
    const meetingId = await convene(services, { inclusionIds: [id] });
    await voteAll(services, meetingId, 'item-1', approvals);
    await resolve(services, meetingId);
    await workConference(services);
    return { id, code };
  }

  test('runs out in the night after its last day: off the list, ended, free to ask again', async () => {
    const { id, code } = await included(31, '2026-03-10');
    expect(await nextDueOn(services)).toBe('2026-03-11');
    for (const [night, state, listed] of [
      ['2026-03-09T16:10:00.000Z', 'approved', true],
      ['2026-03-10T16:10:00.000Z', 'ended', false],
      ['2026-03-11T16:10:00.000Z', 'ended', false],
    ] as const) {
      store.setNow(night);
      await refreshDue(services, night);
      await workAll(services);
      await endInclusions(services, night);
      expect([(await inclusionOf(id))?.state, (await fileOf(services, code))?.state.standing.listed]).toEqual([
        state,
        listed,
      ]);
    }
    expect(await nextDueOn(services)).toBeNull();
    expect(await endInclusions(services, services.now())).toEqual({ ended: 0 });
    expect(await ask(services, code)).toMatch(/^inc-/);
  });

  test('is revoked from that day on, file and guard at once; and once only', async () => {
    const { id, code } = await included(32, null);
    store.setNow('2026-03-05T02:00:00.000Z');
    answerOf(await revokeApprovedInclusion(services, anew(services), id, '不再符合'));
    expect((await fileOf(services, code))?.state.standing).toMatchObject({
      listed: false,
      listedThrough: '2026-03-04',
    });
    expect(await guardOf(services, code)).toMatchObject({ listedThrough: '2026-03-04' });
    expect(await revokeApprovedInclusion(services, anew(services), id, '不再符合')).toMatchObject({
      code: 'state-conflict',
      facts: { state: 'revoked' },
    });
    expect(await faultsOfHistory(services, inclusionLayout, id)).toEqual([]);
    expect(await faultsOfHistory(services, enterpriseLayout, code)).toEqual([]);
  });

  test('another may be asked for while it is in force, and one at a time', async () => {
    const { code } = await included(33, '2026-12-31');
    await ask(services, code, { validUntil: '2027-12-31' });
    expect(await submitInclusion(services, anew(services, bank('icbc')), aRequest(code))).toMatchObject({
      code: 'state-conflict',
      facts: { state: 'submitted' },
    });
  });

  test('of two asked for at once one is taken', async () => {
    const code = creditCode(34);
    const outcomes = await Promise.all(
      [bank('rcb'), bank('icbc')].map((caller) => submitInclusion(services, anew(services, caller), aRequest(code))),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['answered', 'refused']);
  });
});

/** Every call from the request to the carrying out, each met by every fault: everything must have happened once. */
describe('every single fault between a request for inclusion and the list', () => {
  let hook: FaultHook;
  let round = 0;
  /** The same store by a client that nothing befalls, for what is not looked at here. */
  let calmly: Services;
  beforeEach(() => {
    const client = anotherClient(services);
    calmly = { ...services, database: { ...services.database, client } };
    hook = hookFaults(services.database.client, services.queues.client);
  });

  async function send(key: string, caller = office(), act: (context: CommandContext) => Promise<Outcome>) {
    return answerOf(await insist(hook, () => act(commandBy(services, caller, `${key}-${round}`))));
  }

  async function play() {
    round += 1;
    const [one, two] = [creditCode(1000 + round * 2), creditCode(1001 + round * 2)];
    const asked = await send('ask-1', bank(), (context) => submitInclusion(services, context, aRequest(one)));
    const inclusionIds = [String(asked.inclusionId), await ask(calmly, two)];
    const { meetingId } = await send('convene', office(), (context) =>
      conveneMeeting(services, context, aMeeting({ inclusionIds })),
    );
    const id = String(meetingId);
    await voteAll(calmly, id, 'item-1', approvals.slice(0, 4));
    const ballot = { itemId: 'item-1', vote: 'approve', assessedFen: null, opinion: '同意' } as const;
    await send('vote', member('pboc'), (context) => castVote(services, context, id, ballot));
    const defer = { itemId: 'item-2', assessedFen: null, reason: '材料不足', defer: true, note: null };
    await send('resolve', office(), (context) => resolveMeeting(services, context, id, [defer]));
    await insist(hook, () => workConference(services));
    return { codes: [one, two], inclusionIds, meetingId: id };
  }

  async function expectOnce({ codes, inclusionIds, meetingId }: Awaited<ReturnType<typeof play>>): Promise<void> {
    hook.arm(null, 0);
    expect(await doorbells(services)).toEqual([]);
    expect(await carryingOf(meetingId)).toMatchObject({ done: 2, skipped: [] });
    const agenda: InclusionEvent['type'][] = ['inclusion-submitted', 'inclusion-put-on-agenda'];
    expect(await typesOf('inclusions', inclusionIds[0] ?? '')).toEqual([...agenda, 'inclusion-approved']);
    expect(await typesOf('inclusions', inclusionIds[1] ?? '')).toEqual([...agenda, 'inclusion-deferred']);
    expect(await inclusionOf(inclusionIds[1] ?? '')).toMatchObject({ reason: '材料不足' });
    expect(await typesOf('enterprises', codes[0] ?? '')).toEqual(['enterprise-included']);
    expect(await fileOf(services, codes[1] ?? '')).toBeNull();
    expect(await guardOf(services, codes[0] ?? '')).toMatchObject({ listedThrough: '9999-12-31', fileVersion: 1 });
    expect(await faultsOfHistory(services, meetingLayout, meetingId)).toEqual([]);
    for (const id of inclusionIds) expect(await faultsOfHistory(services, inclusionLayout, id)).toEqual([]);
  }

  test.each(faults)('%s at every call', async (fault) => {
    hook.arm(null, 0);
    const calm = await play();
    const sites = hook.calls.length;
    expect(sites).toBeGreaterThanOrEqual(18);
    await expectOnce(calm);
    const metBefore = hook.met;
    for (let site = 1; site <= sites; site += 1) {
      hook.arm(fault, site);
      await expectOnce(await play());
    }
    expect(hook.met - metBefore, 'faults met').toBe(sites);
  });
});
