import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from '../support/api.ts';
import { prepareCity } from '../support/city.ts';
import { newFolder, type RunningSystem, removeFolder, startSystem } from '../support/system.ts';
import { type Actor, BankActor, banks, enterprisesFor, NightActor, OfficeActor } from './actors.ts';
import { Chance } from './chance.ts';
import { everything, judge } from './checker.ts';
import { Journal } from './journal.ts';
import { Gone, Outside } from './outside.ts';

export interface TortureOptions {
  readonly kills: number;
  readonly seed: number;
  /** Tells how it goes, a line at a time. */
  readonly say: (line: string) => void;
}

export interface TortureReport {
  readonly sent: number;
  readonly accepted: number;
  /** Commands of which a kill left nothing known. */
  readonly unknown: number;
  readonly claimsSettled: number;
  /** From the start of each process to its ready line. */
  readonly readyMs: readonly number[];
  readonly wrong: readonly string[];
}

/** Commands between two kills, at least; so that every kill meets the system at work. */
const commandsBetweenKills = 60;
/** A load that gets nowhere ends the run. */
const betweenKillsMaxMs = 60_000;

/**
 * The running system under a mixed load of banks, office, members, finance and nights, killed as a machine that loses its power
 * would be, started again on the same folder, as often as asked; and judged from outside in the end.
 */
export async function runTorture({ kills, seed, say }: TortureOptions): Promise<TortureReport> {
  const folder = newFolder();
  const enterprises = enterprisesFor(kills);
  const journal = new Journal();
  const outside = new Outside(journal);
  const chance = new Chance(seed);
  const readyMs: number[] = [];
  let system: RunningSystem = await startSystem({ folder, now: '2026-03-02T01:00:00.000Z' });
  let over = false;
  const actors: readonly Actor[] = [
    ...banks.flatMap((bank, index) =>
      [0, 1].map((desk) => new BankActor(bank, enterprises, outside, new Chance(seed + 10 * index + desk))),
    ),
    new OfficeActor(enterprises, outside, new Chance(seed + 100)),
    new NightActor(outside),
  ];
  try {
    await prepareCity(new Api(system.url), enterprises);
    outside.moveTo(system.url);
    const working = actors.map((actor) => work(actor, outside, () => over));
    for (let kill = 1; kill <= kills; kill += 1) {
      await untilSent(journal, commandsBetweenKills);
      await sleep(chance.below(900));
      outside.leave();
      await system.kill();
      system = await startSystem({ folder });
      readyMs.push(system.readyMs);
      outside.moveTo(system.url);
      say(`kill ${kill}: ${journal.all.length} sent, ready again in ${Math.round(system.readyMs)} ms`);
    }
    over = true;
    await Promise.all(working);
    const unknown = journal.unknown.length;
    const wrong = await judge(outside, journal, enterprises);
    const claims = await everything(outside, '/v1/claims?');
    return {
      sent: journal.all.length,
      accepted: journal.accepted.length,
      unknown,
      claimsSettled: claims.filter(({ settledAt }) => settledAt !== null).length,
      readyMs,
      wrong,
    };
  } finally {
    over = true;
    await system.kill();
    removeFolder(folder);
  }
}

/** Acts until it is over; while the system is gone, waits for the next one. */
async function work(actor: Actor, outside: Outside, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    try {
      await actor.act();
    } catch (error) {
      if (!(error instanceof Gone)) throw error;
      await outside.whenUp();
    }
  }
}

async function untilSent(journal: Journal, more: number): Promise<void> {
  const enough = journal.accepted.length + more;
  const giveUpAt = performance.now() + betweenKillsMaxMs;
  while (journal.accepted.length < enough) {
    if (performance.now() > giveUpAt) throw new Error('the load gets nowhere');
    await sleep(20);
  }
}
