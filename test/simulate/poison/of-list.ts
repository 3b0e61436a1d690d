import { rowNotWritten } from '../../../shared/domain/alarm.ts';
import { retryJob } from '../../../shared/operations/jobs/retry.ts';
import { type Job, jobKey } from '../../../shared/store/outbox.ts';
import { commit } from '../../../shared/store/transaction.ts';
import { office } from '../../support/fixtures.ts';
import { categories, codes, importOf, refreshList, releaseOf } from '../acts/list.ts';
import { nameOf } from '../acts/names.ts';
import type { Chance } from '../chance.ts';
import type { Command } from '../command.ts';
import { empty, jobsOf } from '../emptying.ts';
import { plusDays } from '../model/days.ts';
import { perform } from '../perform.ts';
import { sceneOf } from '../scene.ts';
import type { World } from '../world.ts';
import { isAbout } from './poison.ts';
import { refuse, type Stage } from './staged.ts';

/** Rows that say something new of some enterprises, and contradict nothing. */
const newRows = ({ city, today }: World, chance: Chance, of: readonly string[]) =>
  of.map((code, index) => ({
    code,
    name: city.enterprises.get(code)?.name ?? nameOf(code),
    number: `ZX${city.imports.size}-${index}`,
    issuedOn: plusDays(today, -chance.between(1, 300)),
    until: plusDays(today, chance.between(1, 500)),
  }));

/** A category of the version in force, rather none of some. */
function someCategory({ city, today }: World, chance: Chance, ratherNot: readonly string[] = []): string {
  const eligible = categories.filter((each) => city.versionOn(today).rules.eligibleCategories.includes(each));
  return chance.oneOrNone(eligible.filter((each) => !ratherNot.includes(each))) ?? chance.one(eligible);
}

/**
 * An enterprise whose file takes nothing more: of a list its rows alone stay out, a replace passes over its certificates, and
 * refreshes go on past it.
 */
export const anEnterprise: Stage = async (world, chance, seed) => {
  const code = chance.one(codes);
  const others = Array.from({ length: chance.between(1, 3) }, () => chance.one(codes)).filter((each) => each !== code);
  const own = Array.from({ length: chance.between(1, 2) }, () => code);
  const rows = newRows(world, chance, chance.isIn(50) ? [...own, ...others] : [...others, ...own]);
  // Rather a category in which it has a certificate, that a replace revokes.
  const held = world.city.enterprises.get(code)?.certificates.map(({ category }) => category) ?? [];
  const category = someCategory(
    world,
    chance,
    categories.filter((each) => !held.includes(each)),
  );
  refuse(world, chance, 'enterprises', code);
  const isBehind = (job: Job): boolean => isAbout(world.poisoned, JSON.stringify(job));
  const sent = importOf({ rows, category, mode: chance.isIn(60) ? 'replace' : 'merge', dryRun: false });
  const body = await perform(world, sent, { seed });
  await empty(world, seed, isBehind);
  const source = world.city.imports.get(String(body?.importId));
  if (source?.state === 'awaiting-release') await perform(world, releaseOf(source, 'office-2'), { seed });
  return {
    isHeld: (id) => id === code,
    isBehind,
    look: () => {
      const out = rows.flatMap((row, index) => (row.code === code ? [index + 1] : []));
      const isRight = source?.state !== 'done' || [...source.rejected].join() === out.join();
      world.check(isRight, `of ${source?.id} the rows ${[...(source?.rejected ?? [])]} stay out, and not ${out}`);
      world.check(source?.state !== 'done' || world.alarms.includes(rowNotWritten), `nobody hears of ${code}`);
    },
  };
};

/** So often a job was rung for in vain when the next sweep is the last. */
const ringsBeforeLast = 287;

/** An import of which no event is taken: its category's line waits behind it, and no other. */
export const anImport: Stage = async (world, chance, seed) => {
  const { city } = world;
  const waiting = [...city.imports.values()].filter(({ state }) => !ended.includes(state)).map((each) => each.category);
  const category = someCategory(world, chance, waiting);
  const isParked = !waiting.includes(category) && chance.isIn(70);
  const others = [someCategory(world, chance), someCategory(world, chance)].filter(
    (each) => !isParked || each !== category,
  );
  const ids: string[] = [];
  for (const each of [category, ...others]) {
    const rows = newRows(world, chance, [chance.one(codes), chance.one(codes)]);
    const body = await perform(world, importOf({ rows, category: each, mode: 'merge', dryRun: false }), { seed });
    ids.push(String(body?.importId));
  }
  const [id = ''] = ids;
  refuse(world, chance, 'imports', id);
  if (isParked) await ringTo(world, id, ringsBeforeLast);
  const inOrder = [...city.imports.keys()];
  const isBehindIt = (other: string): boolean =>
    city.imports.get(other)?.category === category && inOrder.indexOf(other) >= inOrder.indexOf(id);
  return {
    isHeld: isBehindIt,
    isBehind: ({ jobId }) => isBehindIt(jobId),
    look: () => world.check(!isParked || world.alarms.includes('a job was parked'), `the job of ${id} is not parked`),
    mend: async (from) => isParked && perform(world, jobRetried(id), { seed: from }),
  };
};

const ended = ['done', 'cancelled', 'failed'];

/** As after so many sweeps, of which each would cost a history as much as a command. */
const ringTo = ({ services, wire }: World, jobId: string, rings: number): Promise<unknown> =>
  wire.outside(() =>
    commit(services.database, [
      {
        kind: 'update',
        ...jobKey(jobId),
        set: { expression: 'SET #rings = :rings', names: { '#rings': 'rings' }, values: { ':rings': rings } },
      },
    ]),
  );

/** The office has a parked job rung for again. */
const jobRetried = (jobId: string): Command => ({
  kind: 'retry-job',
  caller: office(),
  says: `the office has the job ${jobId} rung for again`,
  on: null,
  send: (services, context) => retryJob(services, context, jobId, '已修复'),
  against: () => [],
  apply: () => undefined,
});

/** A job that no sweep can ring for, and of which all messages are lost: all the others are rung for. */
export const aJob: Stage = async (world, chance, seed) => {
  const { city } = world;
  const refresh = refreshList(sceneOf(world, seed));
  if (refresh) await perform(world, refresh, { seed });
  for (let more = 0; more < 2; more += 1) {
    const rows = newRows(world, chance, [chance.one(codes)]);
    const category = someCategory(world, chance);
    await perform(world, importOf({ rows, category, mode: 'merge', dryRun: false }), { seed });
  }
  world.queue.loseAll();
  const job = chance.oneOrNone(await jobsOf(world));
  if (!job) return null;
  refuse(world, chance, 'outbox', job.jobId);
  const { kind, category } = job.message as { readonly kind: string; readonly category?: string };
  const isOfList = (id: string): boolean =>
    kind === 'import-line' ? city.imports.get(id)?.category === category : city.enterprises.has(id);
  return {
    isHeld: job.queue === 'list' ? isOfList : () => true,
    isBehind: ({ jobId }) => jobId === job.jobId,
  };
};
