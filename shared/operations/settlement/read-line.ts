import { dayAt, yearOf } from '../../domain/calendar.ts';
import { type CarryOver, carryOverOf } from '../../domain/carry-over.ts';
import { isOpenClaim } from '../../domain/claim.ts';
import { coverOfSettlement, type FundHead } from '../../domain/fund-head.ts';
import type { LineStanding } from '../../domain/line-standing.ts';
import type { Fen } from '../../domain/money.ts';
import { settlementOfClaim } from '../../domain/settlement.ts';
import { headIn, headKey } from '../../store/fund.ts';
import { readItems } from '../../store/read.ts';
import { readWholeUpTo } from '../../store/resolved-meetings.ts';
import { type LineEntry, readLine } from '../../store/settlement-line.ts';
import type { Services } from '../services.ts';
import { factsIn, keysOfFacts, type LineFacts } from './line-facts.ts';

export interface LinePlace extends LineEntry {
  readonly standing: LineStanding;
  /** The fund's part that it would take now, after the year cap; null where nobody can tell. */
  readonly neededFen: Fen | null;
}

export interface Line {
  readonly head: FundHead;
  readonly places: readonly LinePlace[];
  /** Fund parts, after the year cap, of approved claims that money holds up. */
  readonly awaitingFen: Fen;
}

/** What the year and the purse have left after the places before one. */
interface Foresight {
  readonly usedOf: Map<string, Fen>;
  fundUsedFen: Fen;
  spendableFen: Fen;
  isPurseClosed: boolean;
}

/** The line of settlement as it stands, and what each place would take if all before it had their turn (R24, R25). */
export async function readSettlementLine(services: Services): Promise<Line> {
  const { database } = services;
  const year = yearOf(dayAt(services.now()));
  const wholeUpTo = await readWholeUpTo(database);
  const entries = await readLine(database);
  const items = await readItems(database, [headKey, ...entries.flatMap((entry) => keysOfFacts(entry, year))]);
  const head = headIn(items);
  const blocked = new Map<string, LineStanding>();
  const foresight: Foresight = {
    usedOf: new Map(),
    fundUsedFen: 0,
    spendableFen: head.spendableFen,
    isPurseClosed: false,
  };
  const places: LinePlace[] = [];
  for (const entry of entries) {
    if ((entry.carryOverYear ?? year) > year) {
      places.push({ ...entry, standing: 'next-year', neededFen: null });
      continue;
    }
    const neededFen = entry.heldSince === null ? neededBy(entry, factsIn(items, entry, year), foresight) : null;
    const standing = standingOf(entry, neededFen, wholeUpTo, blocked, foresight);
    if (standing === 'awaiting-funds') foresight.isPurseClosed = true;
    if (standing !== 'next' && !blocked.has(entry.institutionId)) blocked.set(entry.institutionId, standing);
    places.push({ ...entry, standing, neededFen });
  }
  const held = places.filter(({ standing }) => standing === 'awaiting-funds' || standing === 'behind-funds');
  return { head, places, awaitingFen: held.reduce((sum, { neededFen }) => sum + (neededFen ?? 0), 0) };
}

/** null where nobody can tell: it has just left the line, or its worker is about to fail on it. */
function neededBy({ carryOverYear }: LineEntry, facts: LineFacts | null, foresight: Foresight): Fen | null {
  if (!facts?.entry) return null;
  const { institutionId } = facts.entry;
  const { usedOf, fundUsedFen } = foresight;
  const use = {
    ...facts.use,
    institutionFen: (facts.use.institutionFen ?? 0) + (usedOf.get(institutionId) ?? 0),
    fundFen: facts.use.fundFen + fundUsedFen,
  };
  const { claim, loan, parameters } = facts;
  if (carryOverYear === null && !isOpenClaim(claim.state)) return null;
  const { part, neededFen } =
    carryOverYear === null
      ? wholePart(settlementOfClaim({ claim: claim.state, loan: loan.state, parameters, use }).payout.shares.fundFen)
      : partOfCarryOver(carryOverOf(claim.state, use, parameters));
  usedOf.set(institutionId, (usedOf.get(institutionId) ?? 0) + part);
  foresight.fundUsedFen += part;
  return neededFen;
}

/** What of the year's caps a place takes, and of the fund's money. */
interface Part {
  readonly part: Fen;
  readonly neededFen: Fen;
}

const wholePart = (fundFen: Fen): Part => ({ part: fundFen, neededFen: fundFen });

const partOfCarryOver = (carryOver: CarryOver | null): Part => ({
  part: carryOver?.event.data.carriedFen ?? 0,
  neededFen: carryOver?.neededFen ?? 0,
});

function standingOf(
  { heldSince, institutionId, place }: LineEntry,
  neededFen: Fen | null,
  wholeUpTo: string | null,
  blocked: ReadonlyMap<string, LineStanding>,
  foresight: Foresight,
): LineStanding {
  if (wholeUpTo !== null && place > wholeUpTo) return 'behind-meeting';
  const before = blocked.get(institutionId);
  if (before === 'held' || before === 'behind-held') return 'behind-held';
  if (before !== undefined) return 'behind-funds';
  if (heldSince !== null) return 'held';
  const asked = neededFen ?? 0;
  if (asked === 0) return 'next';
  if (foresight.isPurseClosed) return 'behind-funds';
  const { spendableFen } = foresight;
  if (!coverOfSettlement({ spendableFen }, asked).covered) return 'awaiting-funds';
  foresight.spendableFen -= asked;
  return 'next';
}
