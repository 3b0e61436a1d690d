import { proveLedgerCheck } from '../../shared/operations/checks/prove-ledger.ts';
import { recountFiguresStep } from '../../shared/operations/checks/recount-figures.ts';
import type { CheckedStep } from '../../shared/operations/checks/run-check.ts';
import { verifyTrailStep } from '../../shared/operations/checks/verify-trail.ts';
import type { Services } from '../../shared/operations/services.ts';
import { readStatistics } from '../../shared/operations/statistics/read.ts';
import type { Item } from '../../shared/store/database.ts';
import { scanAll } from '../../shared/store/scan.ts';
import type { TableName } from '../../shared/store/tables.ts';
import { readHistory } from '../../shared/store/trail.ts';
import { office } from '../support/fixtures.ts';
import { isCarriedOut } from './carrying-out.ts';
import { isCarriedInto } from './claim-events.ts';
import { lookAtLists, lookAtSearch } from './lists.ts';
import { mirrorOf } from './mirror.ts';
import { yearIn } from './model/days.ts';
import { hasExpired } from './model/documents.ts';
import { hasLapsed, outstandingOf } from './model/exposure.ts';
import { overdueOf, owedOf, settledWith, spendableOf } from './model/fund.ts';
import { isListedOn } from './model/listing.ts';
import { stateByDays } from './model/servicing.ts';
import { compare, keyOf, lookAtBreaker, lookAtCounter } from './observe.ts';
import type { World } from './world.ts';

/** A history's end, in full: everything stored against the model, both ways; every check of the system; nothing stuck. */
export async function audit(world: World): Promise<void> {
  await lookAtEverything(world);
  await lookAtRefreshes(world);
  for (const [name, step] of checks) await runSteps(world, name, step);
  await lookAtFigures(world);
  await lookAtLists(world);
  await lookAtSearch(world);
  lookForStuck(world);
}

/** A step of a check that looks at the tables alone. */
type Step = (services: Services, place: Item | null) => Promise<CheckedStep>;

const checks: readonly (readonly [string, Step])[] = [
  ['prove-ledger', proveLedgerCheck],
  ['verify-trail', (services, place) => verifyTrailStep(services, place)],
  ['recount-figures', recountFiguresStep],
];

async function runSteps(world: World, name: string, step: Step): Promise<void> {
  let place: Item | null = null;
  do {
    const { findings, next } = await step(world.services, place);
    world.check(findings.length === 0, `${name} finds ${JSON.stringify(findings.slice(0, 3))}`);
    place = next;
  } while (place !== null);
}

/** Which map of the model a table is. */
const resources = [
  'applications',
  'loans',
  'claims',
  'meetings',
  'inclusions',
  'imports',
  'policies',
  'persons',
  'institutions',
  'documents',
] as const;

/** Every refresh that an official ordered has its one event, with the reason. */
async function lookAtRefreshes(world: World): Promise<void> {
  for (const [id, reason] of world.city.refreshes) {
    const events = await readHistory(world.services.database, 'refreshes', id, 0, 2);
    const said = events.map(({ type, data }) => `${type} ${(data as Item).reason}`);
    world.check(
      said.join() === `refresh-ordered ${reason}`,
      `the order of ${id} is ${said.join() || 'not in the trail'}`,
    );
  }
}

async function lookAtEverything(world: World): Promise<void> {
  const { city } = world;
  const kept = { ...city, policies: city.drafts } as unknown as Readonly<Record<string, ReadonlyMap<string, unknown>>>;
  for (const table of resources) {
    const found = new Set<string>();
    for await (const item of scanAll(world.services.database, table)) {
      if (typeof item.version !== 'number' || typeof item.hash !== 'string') continue;
      const id = String(item.pk);
      if (item.sk === 'order') continue;
      found.add(id);
      if (table === 'institutions') lookAtBreaker(world, id, item.data as Item);
      compare(world, `at the end: ${table} ${id}`, item.data as Item, mirrorOf(city, table, id));
    }
    const lost = [...(kept[table]?.keys() ?? [])].filter((id) => !found.has(id));
    world.check(lost.length === 0, `${table}: ${lost} were accepted and are lost`);
    world.check(found.size === (kept[table]?.size ?? 0), `${table} holds what nobody was told of`);
  }
  for (const table of ['enterprises', 'agreements', 'fund'] as const) await lookAtCounters(world, table);
}

async function lookAtCounters(world: World, table: TableName): Promise<void> {
  for await (const item of scanAll(world.services.database, table)) {
    const isCounter = table === 'fund' || item.sk === 'guard' || String(item.pk).startsWith('quota#');
    if (isCounter) lookAtCounter(world, 'at the end', keyOf(table, item), item);
  }
}

/** The figures equal the model's own recount. */
async function lookAtFigures(world: World): Promise<void> {
  const { city, services, today } = world;
  const view = await readStatistics(services, office(), undefined, today);
  if ('kind' in view) return world.check(false, `the figures are refused: ${view.code}`);
  const loans = [...city.loans.values()];
  const claims = [...city.claims.values()];
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const listed = [...city.enterprises.keys()].filter((code) => isListedOn(city, code, today));
  compare(world, 'the figures', view as unknown as Item, {
    enterprisesListed: listed.length,
    loansCount: loans.length,
    loansCumulativeFen: sum(loans.map(({ principalFen }) => principalFen)),
    outstandingFen: sum(loans.map(outstandingOf)),
    compensatedFen: sum(claims.map(({ fundFen }) => fundFen)),
  });
  for (const [state, { count, amountFen }] of Object.entries(view.claims)) {
    const own = claims.filter((claim) => claim.state === state);
    world.check(count === own.length, `the figures say ${count} claims are ${state}, there are ${own.length}`);
    const claimed = sum(own.map(({ claimedFen }) => claimedFen));
    world.check(amountFen === claimed, `the figures say ${amountFen} of claims are ${state}, it is ${claimed}`);
  }
}

/**
 * Liveness: with faults over and two nights gone, nothing waits that could go on.
 *
 * @param isHeld what may wait, because the store refuses it or it stands behind that in its line; nothing by default.
 */
export function lookForStuck(world: World, isHeld: (id: string) => boolean = () => false): void {
  const { city, today } = world;
  for (const each of city.applications.values())
    world.check(isHeld(each.id) || !hasLapsed(each, today), `${each.id} has run out and not ended`);
  for (const loan of city.loans.values()) {
    if (isHeld(loan.id)) continue;
    const { state } = stateByDays(city, loan, today);
    world.check(loan.state === state, `${loan.id} is ${loan.state}, by the days ${state}`);
  }
  for (const { id, state, until } of city.inclusions.values()) {
    world.check(isHeld(id) || state !== 'approved' || until >= today, `${id} has run out and not ended`);
  }
  for (const document of city.documents.values()) {
    const { id, removedOn } = document;
    world.check(isHeld(id) || !hasExpired(document, today) || removedOn !== null, `${id} has expired and is there`);
  }
  for (const { id, state } of city.imports.values()) {
    world.check(isHeld(id) || ['done', 'cancelled', 'awaiting-release'].includes(state), `${id} is still ${state}`);
  }
  for (const meeting of city.meetings.values()) {
    world.check(
      isHeld(meeting.id) || meeting.state !== 'resolved' || isCarriedOut(world, meeting),
      `${meeting.id} is not carried out`,
    );
    const left = meeting.held.size + meeting.retried.size;
    world.check(world.poisoned !== null || left === 0, `${meeting.id} has items that are held`);
  }
  for (const [code, standing] of world.standings) {
    world.check(
      isHeld(code) || standing.listed === isListedOn(city, code, today),
      `${code}: the standing is of another day`,
    );
  }
  lookAtActivations(world, isHeld);
  lookForStuckMoney(world, isHeld);
}

/** R7: the list is refreshed for every version that came into force; for one that could not be, a later one's does. */
function lookAtActivations(world: World, isHeld: (id: string) => boolean): void {
  const inForce = world.city.versions.filter(({ id, from }) => world.city.drafts.has(id) && from <= world.today);
  const isRefreshed = (id: string): boolean => world.chains.has(`refreshes#activation-${id}`);
  for (const { id, from } of inForce) {
    const isOnceRefused = world.refusedOnce === `activation-${id}`;
    const isMadeGood = isOnceRefused && inForce.some((later) => later.from > from && isRefreshed(later.id));
    world.check(isHeld(id) || isMadeGood || isRefreshed(id), `${id} is in force, and the list is not refreshed for it`);
  }
}

/** A part that was carried over and that money does not meet holds the line like a claim that waits (R25). */
function isMoneyFree({ city, today }: World): boolean {
  const carried = [...city.claims.values()].filter((claim) => isCarriedInto(city, claim, today));
  return carried.length === 0;
}

function lookForStuckMoney(world: World, isHeld: (id: string) => boolean): void {
  const { city, today } = world;
  const claims = [...city.claims.values()].filter(({ id }) => !isHeld(id));
  const waiting = claims.filter(({ state }) => state === 'awaiting-funds');
  const [first] = [...waiting].sort((a, b) => ((a.place ?? '') < (b.place ?? '') ? -1 : 1));
  const neededFen = first?.neededFen ?? 0;
  world.check(!first || neededFen > spendableOf(city), `${first?.id} waits for ${neededFen} and there is money`);
  // One that was held, and comes before another that waits by now.
  const waitingMax = world.refusedOnce === null ? 1 : 2;
  world.check(waiting.length <= waitingMax, `${waiting.map(({ id }) => id)} wait at once`);
  // What is held waits for money like any other while there is none for it.
  const isAwaited = [...city.claims.values()].some(
    (each) => each.state === 'awaiting-funds' && (each.neededFen ?? 0) > spendableOf(city),
  );
  if (waiting.length === 0 && !isAwaited && isMoneyFree(world)) {
    const left = claims.filter(({ state }) => state === 'approved').map(({ id }) => id);
    world.check(left.length === 0, `${left} are approved and not settled`);
  }
  for (const claim of claims.filter((each) => isCarriedInto(city, each, today))) {
    const { rules } = city.versionNamed(claim.policy);
    const room = rules.institutionAnnualCapFen - settledWith(city, claim.bank, yearIn(today));
    const isMet = Math.min(room, claim.uncoveredFen) <= spendableOf(city) && waiting.length === 0;
    world.check(room <= 0 || !isMet, `${claim.id}: ${claim.uncoveredFen} wait for this year and could be met`);
  }
  for (const claim of claims) {
    if (claim.state !== 'settled' || claim.payableFen === 0) continue;
    const overdue = claims.filter((each) => each.bank === claim.bank && overdueOf(each, today) > 0 && owedOf(each) > 0);
    world.check(overdue.length === 0, `${claim.id} is to be paid and ${overdue[0]?.id} owes since long`);
  }
}
