import { beforeEach, describe, expect, test, vi } from 'vitest';
import { itemIsHeld } from '../../../shared/domain/alarm.ts';
import { carryOutMeeting } from '../../../shared/operations/meetings/carry-out.ts';
import { type ReleaseItem, releaseItem } from '../../../shared/operations/meetings/release-item.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { inclusionLayout } from '../../../shared/store/inclusions.ts';
import { carryingIn, carryingKey } from '../../../shared/store/meetings.ts';
import { readItems } from '../../../shared/store/read.ts';
import { readWholeUpTo } from '../../../shared/store/resolved-meetings.ts';
import { keyOfResource, storedIn } from '../../../shared/store/resource.ts';
import { readLastEvent } from '../../../shared/store/trail.ts';
import { creditCode } from '../../support/fixtures.ts';
import { answerOf } from '../../support/lending.ts';
import { poison } from '../../support/poison.ts';
import { anotherClient, openStore, type TestStore } from '../../support/store.ts';
import {
  always,
  anew,
  approvals,
  ask,
  convene,
  doorbells,
  resolve,
  voteAll,
  workConference,
} from './conference-city.ts';

let store: TestStore;
let services: Services;
let ids: readonly string[];
let meetingId: string;
const error = vi.fn();

beforeEach(async () => {
  store = await openStore();
  error.mockClear();
  services = { ...store.services, log: { ...store.services.log, error } };
  ids = await Promise.all([1, 2, 3].map((number) => ask(services, creditCode(number))));
  meetingId = await convene(services, { inclusionIds: [...ids] });
  for (const index of ids.keys()) await voteAll(services, meetingId, `item-${index + 1}`, approvals);
  answerOf(await resolve(services, meetingId));
});

const statesOf = async () => {
  const items = await readItems(
    services.database,
    ids.map((id) => keyOfResource(inclusionLayout, id)),
  );
  return ids.map((id) => storedIn(items, inclusionLayout, id)?.state.state);
};
const carrying = async () => carryingIn(await readItems(services.database, [carryingKey(meetingId)]), meetingId);
/** One delivery of the doorbell; tells whether it ended well. */
async function ringOnce(): Promise<boolean> {
  const [doorbell] = await doorbells(services);
  if (!doorbell) throw new Error('nothing waits');
  return carryOutMeeting(services, doorbell, { at: services.now(), ...always }).then(
    () => true,
    () => false,
  );
}
const release = (change: Partial<ReleaseItem>) =>
  releaseItem(services, anew(services), meetingId, {
    itemId: 'item-2',
    decision: 'retry',
    reason: '已修复',
    ...change,
  });
const second = () => ids[1] ?? '';

describe('an item of a resolution that the store refuses for good', () => {
  let heal: () => Promise<void>;
  beforeEach(async () => {
    heal = await poison(services, inclusionLayout, second());
  });
  const untilHeld = async () => {
    for (let failed = 1; failed < 5; failed += 1) expect([failed, await ringOnce()]).toEqual([failed, false]);
    expect(await ringOnce()).toBe(true);
  };

  test('is held after five failures, with an alarm, and the items and meetings behind it go on', async () => {
    expect(await ringOnce()).toBe(false);
    expect(await carrying()).toMatchObject({ done: 1, failures: 1, held: [] });
    expect(await statesOf()).toEqual(['approved', 'on-agenda', 'on-agenda']);
    for (let failed = 2; failed < 5; failed += 1) await ringOnce();
    expect(error.mock.calls.map(([words]) => words)).not.toContain(itemIsHeld);
    expect(await ringOnce()).toBe(true);
    expect(error.mock.calls.filter(([words]) => words === itemIsHeld)).toMatchObject([
      [itemIsHeld, { meetingId, itemId: 'item-2', failures: 5 }],
    ]);
    expect(await statesOf()).toEqual(['approved', 'on-agenda', 'approved']);
    expect(await carrying()).toMatchObject({ done: 3, held: [{ itemId: 'item-2', index: 1, failures: 5 }] });
    // Later meetings and their claims go on: nothing of this one is to be carried out any more.
    expect(await readWholeUpTo(services.database)).toBeNull();
    expect(await doorbells(services)).toEqual([]);
  }, 60_000);

  test('is carried out as resolved when the office tries it again, and the trail says who and why', async () => {
    await untilHeld();
    answerOf(await release({ reason: '再试' }));
    expect(await ringOnce(), 'too early: it is held again at once').toBe(true);
    expect(await carrying()).toMatchObject({ held: [{ itemId: 'item-2', failures: 6 }], retrying: [] });
    await heal();
    expect(answerOf(await release({}))).toMatchObject({ meetingId, state: 'resolved' });
    expect(await readWholeUpTo(services.database)).not.toBeNull();
    await workConference(services);
    expect(await statesOf()).toEqual(['approved', 'approved', 'approved']);
    expect(await carrying()).toMatchObject({ done: 3, held: [], retrying: [] });
    expect(await readWholeUpTo(services.database)).toBeNull();
    const last = await readLastEvent(services.database, 'meetings', meetingId);
    expect(last).toMatchObject({
      type: 'meeting-item-retried',
      data: { itemId: 'item-2', failures: 6, reason: '已修复' },
    });
  }, 60_000);

  test('is deferred if the office skips it, and can go before a conference again', async () => {
    await untilHeld();
    await heal();
    answerOf(await release({ decision: 'skip', reason: '材料有误' }));
    expect(await statesOf()).toEqual(['approved', 'deferred', 'approved']);
    expect(await carrying()).toMatchObject({ held: [], skipped: ['item-2'] });
    await expect(convene(services, { inclusionIds: [second()] })).resolves.toMatch(/^mtg-/);
  }, 60_000);

  test('is released once; the release of an item that is not held is refused', async () => {
    expect(await release({})).toMatchObject({ code: 'state-conflict', facts: { held: false } });
    await untilHeld();
    await heal();
    const both = await Promise.all([release({}), release({ decision: 'skip' })]);
    expect(both.filter(({ kind }) => kind === 'answered')).toHaveLength(1);
    expect(await release({ itemId: 'item-1' })).toMatchObject({ code: 'state-conflict' });
  }, 60_000);
});

test('an item that meets a busy store is not counted as failed', async () => {
  const busy = anotherClient(services);
  // Every transaction meets a conflict.
  const send = busy.send.bind(busy) as (command: { constructor: { name: string } }) => Promise<unknown>;
  Object.assign(busy, {
    send: (command: { constructor: { name: string } }) => {
      if (command.constructor.name !== 'TransactWriteItemsCommand') return send(command);
      return Promise.reject(
        Object.assign(new Error('x'), {
          name: 'TransactionCanceledException',
          CancellationReasons: [{ Code: 'TransactionConflict' }],
        }),
      );
    },
  });
  const [doorbell] = await doorbells(services);
  const there = { ...services, database: { ...services.database, client: busy } };
  if (!doorbell) throw new Error('nothing waits');
  await expect(carryOutMeeting(there, doorbell, { at: services.now(), ...always })).rejects.toThrow('item item-1');
  expect(await carrying()).toMatchObject({ done: 0, failures: 0 });
}, 60_000);
