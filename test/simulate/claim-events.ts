import { itemCarried } from './carrying-out.ts';
import type { City, Claim } from './model/city.ts';
import { endClaimWithLoan } from './model/claims.ts';
import { shanghaiDayOf, yearIn } from './model/days.ts';
import {
  carryOver,
  loanOf,
  overdueOf,
  settle,
  settledWith,
  settlementOf,
  spendableOf,
  takeOwed,
} from './model/fund.ts';
import type { PutEvent } from './observe.ts';
import type { World } from './world.ts';

/** What the conference's and the settlement's workers, and the night, make of claims and inclusions. */
export function takeClaimEvent(world: World, event: PutEvent): void {
  const today = shanghaiDayOf(event.at);
  if (event.kind === 'inclusions') {
    takeInclusionEvent(world, event, today);
    return;
  }
  const claim = world.city.claims.get(event.id);
  if (!claim) {
    world.check(false, `${event.type} of a claim ${event.id} that the model does not know`);
    return;
  }
  const take = takes[event.type];
  if (take) take(world, claim, event, today);
  else world.check(false, `${event.type} of ${event.id} by no command`);
}

type Take = (world: World, claim: Claim, event: PutEvent, today: string) => void;

const takes: Readonly<Record<string, Take>> = {
  'claim-approved': takeRuling,
  'claim-rejected': takeRuling,
  'claim-deferred': takeRuling,
  'claim-awaiting-funds': takeAwaiting,
  'claim-settled': takeSettlement,
  'claim-set-off': takeSetOff,
  'claim-carried-over': takeCarryOver,
};

const stateOf = (type: string): string => type.replace(/^(claim|inclusion)-/, '');

function takeRuling(world: World, claim: Claim, { type, data }: PutEvent): void {
  const meetingId = claim.meetingId ?? '';
  const item = itemCarried(world, meetingId, ({ claimId }) => claimId === claim.id);
  const state = stateOf(type);
  world.check(item?.outcome === state, `${claim.id} is ${state}, by the votes ${item?.outcome}`);
  if (state === 'rejected') {
    endClaimWithLoan(world.city, claim, state);
    return;
  }
  claim.state = state;
  if (state !== 'approved' || !item) return;
  world.check(data.assessedFen === item.assessedFen, `${claim.id} is approved at another figure than voted`);
  claim.assessedFen = item.assessedFen;
  claim.place = String(data.place);
}

function takeInclusionEvent(world: World, event: PutEvent, today: string): void {
  const inclusion = world.city.inclusions.get(event.id);
  if (!inclusion) {
    world.check(false, `${event.type} of an inclusion that the model does not know`);
    return;
  }
  const state = stateOf(event.type);
  if (state === 'ended') {
    world.check(inclusion.state === 'approved' && inclusion.until < today, `${event.id} ends before its time`);
    inclusion.state = state;
    return;
  }
  const item = itemCarried(world, inclusion.meetingId ?? '', ({ inclusionId }) => inclusionId === event.id);
  world.check(item?.outcome === state, `${event.id} is ${state}, by the votes ${item?.outcome}`);
  inclusion.state = state;
}

/** The bank whose line waits behind what the store refuses. */
function bankHeld({ poisoned, city }: World): string | undefined {
  const id = poisoned?.kind === 'loans' ? city.loans.get(poisoned.id)?.claimId : poisoned?.id;
  return city.claims.get(id ?? '')?.bank;
}

/** R25, R26: claims of a line are settled in their order; who waits for money is overtaken by nobody who takes any. */
function lookAtLine(world: World, claim: Claim, fundFen: number): void {
  const waiting = [...world.city.claims.values()].filter(
    (each) => each !== claim && ['approved', 'awaiting-funds'].includes(each.state),
  );
  const before = waiting.filter(({ place }) => (place ?? '') < (claim.place ?? ''));
  const overtaken = fundFen === 0 ? undefined : before.find(({ bank }) => bank === claim.bank);
  world.check(overtaken === undefined, `${claim.id} is settled before ${overtaken?.id}, which came first`);
  // One that the store refuses holds its institution's line alone (R26).
  const heldBank = bankHeld(world);
  const holder = waiting.find((each) => each.state === 'awaiting-funds' && each.bank !== heldBank);
  // What was held, and its institution's line behind it, has its old place again, before whatever waits (decisions/0043).
  const isFirst = world.refusedOnce !== null && (claim.place ?? '') < (holder?.place ?? '');
  world.check(fundFen === 0 || !holder || isFirst, `${claim.id} takes money for which ${holder?.id} waits`);
}

function takeAwaiting(world: World, claim: Claim, { data }: PutEvent, today: string): void {
  const { fundFen } = settlementOf(world.city, claim, today);
  world.check(data.neededFen === fundFen, `${claim.id} waits for ${String(data.neededFen)}, by the rules ${fundFen}`);
  world.check(fundFen > spendableOf(world.city), `${claim.id} waits although there is money`);
  lookAtLine(world, claim, fundFen);
  claim.state = 'awaiting-funds';
  claim.neededFen = fundFen;
}

function takeSettlement(world: World, claim: Claim, _event: PutEvent, today: string): void {
  const { city } = world;
  const figures = settlementOf(city, claim, today);
  world.check(['approved', 'awaiting-funds'].includes(claim.state), `${claim.id} is settled out of ${claim.state}`);
  world.check(loanOf(city, claim).state === 'claimed', `${claim.id} is settled and its loan is not claimed for`);
  world.check(figures.fundFen <= spendableOf(city), `${claim.id} is settled without money`);
  lookAtLine(world, claim, figures.fundFen);
  const carried = [...city.claims.values()].find(
    (each) => each.bank === claim.bank && isCarriedInto(city, each, today),
  );
  world.check(
    !carried || figures.fundFen === 0,
    `${claim.id} is settled before ${carried?.id}, carried over into its year`,
  );
  settle(city, claim, today);
}

/** R24: whether a part of it waits for this year's cap. */
export const isCarriedInto = (city: City, { uncoveredFen, policy, countedIn }: Claim, today: string): boolean =>
  uncoveredFen > 0 &&
  city.versionNamed(policy).rules.overCapRule === 'carry-over' &&
  Math.max(...countedIn.keys()) < yearIn(today);

/** R27: all that is overdue of the institution, as far as there is anything to be paid. */
function takeSetOff(world: World, claim: Claim, { data }: PutEvent, today: string): void {
  const setOffFen = Number(data.setOffFen);
  const own = [...world.city.claims.values()].filter(({ bank }) => bank === claim.bank);
  const overdue = own.reduce((sum, each) => sum + overdueOf(each, today), 0);
  const expected = Math.min(overdue, claim.payableFen);
  world.check(
    setOffFen > 0 && setOffFen === expected,
    `${claim.id}: ${setOffFen} is set off, by the rules ${expected}`,
  );
  takeDebts(world, claim, data, today);
  claim.setOffFen += setOffFen;
  claim.payableFen -= setOffFen;
  world.city.move(`payable:${claim.bank}`, `receivable:${claim.bank}`, setOffFen);
}

/** R27: only what is overdue, of the same institution. */
function takeDebts(world: World, claim: Claim, data: PutEvent['data'], today: string): void {
  const debts = (data.debts ?? []) as readonly { readonly claimId: string; readonly amountFen: number }[];
  let sum = 0;
  for (const { claimId, amountFen } of debts) {
    const owing = world.city.claims.get(claimId);
    const isOverdue = owing?.bank === claim.bank && amountFen <= overdueOf(owing, today);
    world.check(isOverdue, `${claim.id}: ${amountFen} of ${claimId} are set off and not overdue`);
    if (owing) takeOwed(owing, amountFen);
    sum += amountFen;
  }
  world.check(sum === Number(data.setOffFen), `${claim.id}: the debts do not make the set-off`);
}

/** R24: what an earlier year's cap left uncovered, as far as this year's leaves room. */
function takeCarryOver(world: World, claim: Claim, { data }: PutEvent, today: string): void {
  const { city } = world;
  const { rules } = city.versionNamed(claim.policy);
  const year = yearIn(today);
  const room = rules.institutionAnnualCapFen - settledWith(city, claim.bank, year);
  const expected = Math.min(claim.uncoveredFen, room);
  const carriedFen = Number(data.carriedFen);
  world.check(isCarriedInto(city, claim, today), `${claim.id} is carried over and nothing of it waits for ${year}`);
  world.check(carriedFen === expected, `${claim.id}: ${carriedFen} are carried over, by the rules ${expected}`);
  world.check(data.year === year, `${claim.id} is carried over into ${String(data.year)}`);
  const backFen = carryOver(city, claim, carriedFen, year);
  world.check(
    data.backFen === backFen,
    `${claim.id}: ${String(data.backFen)} of recoveries go back, by the rules ${backFen}`,
  );
  world.check(spendableOf(city) >= 0, `${claim.id} is carried over without money`);
}
