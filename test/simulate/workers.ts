import { expireDueApplications } from '../../shared/operations/applications/expire-due.ts';
import { expireDueDocuments } from '../../shared/operations/documents/expire-due.ts';
import { setOffOverdue } from '../../shared/operations/fund/set-off-overdue.ts';
import { endInclusions } from '../../shared/operations/inclusions/end-due.ts';
import { refreshDue } from '../../shared/operations/list/refresh-due.ts';
import { workList } from '../../shared/operations/list/work.ts';
import { markOverdueLoans } from '../../shared/operations/loans/mark-overdue.ts';
import { carryOutMeeting } from '../../shared/operations/meetings/carry-out.ts';
import { activatePolicies } from '../../shared/operations/policies/activate.ts';
import type { Services } from '../../shared/operations/services.ts';
import { ringSettlementLine } from '../../shared/operations/settlement/ring-line.ts';
import { settleLine } from '../../shared/operations/settlement/settle-line.ts';
import { sweepOutbox } from '../../shared/operations/sweep-outbox.ts';
import type { Doorbell } from '../../shared/store/doorbell.ts';
import type { QueueName } from '../../shared/store/outbox.ts';
import { Crash } from '../support/faults.ts';
import { Chance, seedOf } from './chance.ts';
import { nightOf } from './job-events.ts';
import { newRun } from './wire.ts';
import type { World } from './world.ts';

type Turn = { readonly at: string; readonly hasTime: () => boolean };

/** What drains each queue. */
const workers: Readonly<Record<QueueName, (services: Services, doorbell: Doorbell, turn: Turn) => Promise<void>>> = {
  list: workList,
  conference: carryOutMeeting,
  settlement: settleLine,
};

/** The jobs of a night, in their order. */
const jobs: readonly (readonly [name: string, act: (services: Services, at: string) => Promise<unknown>])[] = [
  ['activate-policies', activatePolicies],
  ['refresh-list', refreshDue],
  ['end-inclusions', endInclusions],
  ['expire-applications', expireDueApplications],
  ['overdue-loans', markOverdueLoans],
  ['carry-over-and-set-off', setOffOverdue],
  ['ring-settlement', ringSettlementLine],
  ['expire-documents', (services, at) => expireDueDocuments(services, at, { hasTime: () => true })],
];

/**
 * Delivers one message; where the worker dies on the way, the queue gives it again later. While it works another may be
 * delivered to a second worker, which does its work whole before the first one's write.
 */
export async function deliver(world: World, seed: number, isSecond = false): Promise<void> {
  const chance = world.wire.isFaulty ? world.queueChance : null;
  const message = world.queue.take(chance);
  if (!message) return;
  const { queue, doorbell } = message;
  const turn = { at: world.now, hasTime: patienceOf(seed, chance !== null) };
  const run = newRun(`worker:${queue}`, seed, world.wire.isFaulty ? 2 : 0);
  if (chance?.isIn(40) && !isSecond) {
    run.overtake = async () => {
      // The same message once more, as SQS may.
      if (chance.isIn(50)) world.queue.giveBack(message, true);
      await deliver(world, seedOf(seed, 'second'), true);
    };
  }
  try {
    await world.wire.run(run, () => workers[queue](world.services, doorbell, turn));
    if (chance?.isIn(8)) world.queue.giveBack(message, true);
  } catch (error) {
    // Met by a fault, Lambda lets SQS deliver again; by itself a worker does not fail, but for what the store refuses.
    world.check(
      error instanceof Crash || run.isHit || isOfPoison(world, error),
      `the worker of ${queue} failed: ${String(error)}`,
    );
    world.queue.giveBack(message, false);
  }
}

/** Lambda's time runs out now and then between two steps. */
function patienceOf(seed: number, isFaulty: boolean): () => boolean {
  const chance = new Chance(seed);
  return () => !isFaulty || !chance.isIn(10);
}

/** The jobs of a day at ten past midnight, or now where that is past; each is tried again until it is through. */
export async function night(world: World, seed: number): Promise<void> {
  const due = nightOf(world.today);
  if (world.now < due) world.now = due;
  for (const [name, act] of jobs) await runJob(world, `night:${name}`, seed, act);
}

export const sweep = (world: World, seed: number, all = false): Promise<void> =>
  runJob(world, 'job:sweep-outbox', seed, (services, at) => sweepOutbox(services, at, { all }));

/** Whether it is about the one thing that the store refuses for good, and about nothing else. */
const isOfPoison = (world: World, error: unknown): boolean =>
  error instanceof AggregateError
    ? error.errors.every((each) => isOfPoison(world, each))
    : world.isOfPoison(String(error));

const attemptsMax = 5;

async function runJob(
  world: World,
  name: string,
  seed: number,
  act: (services: Services, at: string) => Promise<unknown>,
): Promise<void> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const run = newRun(name, seedOf(seed, name, attempt), attempt <= 2 ? 1 : 0);
    try {
      await world.wire.run(run, () => act(world.services, world.now));
      return;
    } catch (error) {
      if (isOfPoison(world, error)) return;
      if (error instanceof Crash || run.isHit) continue;
      world.check(false, `${name} failed: ${String(error)}`);
      return;
    }
  }
}
