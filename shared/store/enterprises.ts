import type { Day } from '../domain/calendar.ts';
import type { CreditCode } from '../domain/credit-code.ts';
import type { EnterpriseEvent, EnterpriseFile } from '../domain/enterprise.ts';
import { evolveEnterprise } from '../domain/enterprise-file.ts';
import type { Exposure } from '../domain/lending.ts';
import { countsOfListing } from '../domain/list-figures.ts';
import type { Fen } from '../domain/money.ts';
import { settledDayAt } from '../domain/policy.ts';
import type { ItemKey } from './database.ts';
import type { ResourceLayout, Stored } from './resource.ts';
import type { Condition, Write } from './transaction.ts';

const enterpriseKey = (creditCode: CreditCode): string => `enterprise#${creditCode}`;

/** The enterprise's file: names, certificates, standing. Only listing writes touch it. */
export const enterpriseLayout: ResourceLayout<EnterpriseFile, EnterpriseEvent> = {
  kind: 'enterprises',
  table: 'enterprises',
  key: (creditCode) => ({ pk: enterpriseKey(creditCode), sk: 'file' }),
  evolve: evolveEnterprise,
  counts: countsOfListing,
  indexed: ({ creditCode, standing }) => ({
    dueList: standing.nextChangeOn === null ? undefined : 'due',
    dueKey: standing.nextChangeOn === null ? undefined : `${standing.nextChangeOn}#${creditCode}`,
  }),
};

/**
 * The guards of an enterprise, apart from its file so that an application writes a few hundred bytes: exposure over all
 * institutions and by institution, loans in default, and from when through when it is listed.
 */
export interface GuardItem extends Exposure {
  /** The first day of the present listing; null where there is none, not there in items of before it was kept. */
  readonly listedSince?: Day | null;
  readonly listedThrough: Day | null;
  /** By every version that had come into force by this day both were computed. */
  readonly judgedOn?: Day;
  /** The version of the file that these three were computed from. */
  readonly judgedVersion?: number;
  /** The version of the file that `listedThrough` was computed from: another only where a release from before wrote it. */
  readonly fileVersion: number;
}

export const guardKey = (creditCode: CreditCode): ItemKey => ({
  table: 'enterprises',
  key: { pk: enterpriseKey(creditCode), sk: 'guard' },
});

/** The attribute that holds an institution's own part of the exposure; above zero while it has anything open there. */
const partOf = (institutionId: string): string => `exposure:${institutionId}`;

/** An institution's own part of an enterprise's exposure. */
export const exposureAt = (guard: GuardItem | undefined, institutionId: string): Fen =>
  ((guard as Readonly<Record<string, unknown>> | undefined)?.[partOf(institutionId)] as Fen | undefined) ?? 0;

/** The attribute that says how often the cap has refused an institution that may not see the figures, on its last such day. */
const refusalsOf = (institutionId: string): string => `refused:${institutionId}`;

/** A day with a count, so that an earlier day sorts below any count of a later one. */
const dayCount = (day: Day, count: number): string => `${day}#${String(count).padStart(4, '0')}`;

/** How often the cap has refused an institution's applications on a day. */
export function refusedOn(guard: GuardItem | undefined, institutionId: string, day: Day): number {
  const said = String((guard as Readonly<Record<string, unknown>> | undefined)?.[refusalsOf(institutionId)] ?? '');
  return said.startsWith(`${day}#`) ? Number(said.slice(day.length + 1)) : 0;
}

/** Counts one more refusal of a day, only where the count is as it was read. */
export function capRefusalWrite(
  creditCode: CreditCode,
  institutionId: string,
  day: Day,
  guard: GuardItem | undefined,
): Write {
  const names = { '#refused': refusalsOf(institutionId) };
  const before = (guard as Readonly<Record<string, unknown>> | undefined)?.[refusalsOf(institutionId)];
  const next = dayCount(day, refusedOn(guard, institutionId, day) + 1);
  return {
    kind: 'update',
    ...guardKey(creditCode),
    set: { expression: 'SET #refused = :next', names, values: { ':next': next } },
    condition:
      before === undefined
        ? { expression: 'attribute_not_exists(#refused)', names }
        : { expression: '#refused = :before', names, values: { ':before': before } },
  };
}

/** Every institution's part that is not zero, by institution id. */
export function exposureByInstitution(guard: GuardItem | undefined): Readonly<Record<string, Fen>> {
  const parts = Object.entries(guard ?? {}).filter(([name, value]) => name.startsWith('exposure:') && value !== 0);
  return Object.fromEntries(parts.map(([name, value]) => [name.slice('exposure:'.length), value as Fen]));
}

/** Keeps the guards in step with the file after a listing write of an instant; counters stay what they are. */
export function followFile(file: Stored<EnterpriseFile>, at: string): Write {
  const { sets, names, values } = listingOf(file, at);
  return {
    kind: 'update',
    ...guardKey(file.state.creditCode),
    set: {
      expression: `SET ${sets}, #fileVersion = :fileVersion, #exposure = if_not_exists(#exposure, :zero), #defaults = if_not_exists(#defaults, :zero)`,
      names: { ...names, '#fileVersion': 'fileVersion', '#exposure': 'exposureFen', '#defaults': 'defaults' },
      values: { ...values, ':zero': 0 },
    },
  };
}

/** The same for a standing that was computed anew and is what the file says already. */
export function judgedAgain(file: Stored<EnterpriseFile>, at: string): Write {
  const { sets, names, values } = listingOf(file, at);
  return {
    kind: 'update',
    ...guardKey(file.state.creditCode),
    set: { expression: `SET ${sets}`, names, values },
    condition: { expression: '#fileVersion = :fileVersion', names: { '#fileVersion': 'fileVersion' } },
  };
}

/** Whether guards of the file as it is say what it says, computed no earlier than a day. */
export const areJudged = (guard: GuardItem, { state, version }: Stored<EnterpriseFile>, since: Day): boolean =>
  guard.judgedVersion === version &&
  guard.listedSince === state.standing.listedSince &&
  guard.listedThrough === state.standing.listedThrough &&
  (guard.judgedOn ?? '') >= since;

function listingOf({ state, version }: Stored<EnterpriseFile>, at: string) {
  const { listedSince, listedThrough } = state.standing;
  return {
    sets: '#since = :since, #through = :through, #judged = :judged, #judgedVersion = :fileVersion',
    names: {
      '#since': 'listedSince',
      '#through': 'listedThrough',
      '#judged': 'judgedOn',
      '#judgedVersion': 'judgedVersion',
    },
    values: {
      ':since': listedSince,
      ':through': listedThrough,
      ':judged': settledDayAt(at),
      ':fileVersion': version,
    },
  };
}

export interface ExposureMove {
  readonly creditCode: CreditCode;
  readonly institutionId: string;
  /** Below zero to release. */
  readonly raiseFen: Fen;
  /** What the same transaction raises at other institutions: it writes an enterprise's guard once. */
  readonly elsewhereFen?: Readonly<Record<string, Fen>>;
  /** How many loans more, or fewer, bar new applications (R16). */
  readonly defaultsBy?: number;
  /** Asked again at the write where the command raises exposure or rests on the listing. */
  readonly guards?: {
    readonly capFen?: Fen;
    readonly listedOn?: Day;
    /**
     * With `listedOn`, in place of the file's version for who has not read the file: the listing was computed no earlier
     * than this, the day on which the version that judges came into force.
     */
    readonly judgedSince?: Day;
    readonly fileVersion?: number;
    readonly noDefaults?: boolean;
    /** The cap has refused the institution fewer times than this on the day. */
    readonly refusals?: { readonly on: Day; readonly below: number };
  };
}

/**
 * Moves an enterprise's exposure, repeating in the write what decided (R5, R10, R16). No version is checked, so that
 * racing writers meet only the cap itself; `fileVersion` changes with the list alone.
 */
export function moveExposure({
  creditCode,
  institutionId,
  raiseFen,
  elsewhereFen = {},
  defaultsBy = 0,
  guards = {},
}: ExposureMove): Write {
  const exposure = raiseOf(institutionId, raiseFen, elsewhereFen);
  const { names } = exposure;
  const both = {
    expression: `${exposure.expression}, #defaults :defaultsBy`,
    names: { ...names, '#defaults': 'defaults' },
    values: { ...exposure.values, ':defaultsBy': defaultsBy },
  };
  return {
    kind: 'update',
    ...guardKey(creditCode),
    set: defaultsBy === 0 ? { expression: exposure.expression, names, values: exposure.values } : both,
    ...conditionOf(exposure.totalFen, institutionId, guards),
  };
}

function raiseOf(institutionId: string, raiseFen: Fen, elsewhereFen: Readonly<Record<string, Fen>>) {
  const names: Record<string, string> = { '#exposure': 'exposureFen', '#part': partOf(institutionId) };
  const values: Record<string, Fen> = { ':raise': raiseFen };
  const others = Object.entries(elsewhereFen);
  const added = others.map(([otherId, fen], index) => {
    names[`#part${index}`] = partOf(otherId);
    values[`:raise${index}`] = fen;
    return `, #part${index} :raise${index}`;
  });
  const totalFen = others.reduce((sum, [, fen]) => sum + fen, raiseFen);
  if (others.length > 0) values[':total'] = totalFen;
  const total = others.length > 0 ? ':total' : ':raise';
  return { expression: `ADD #exposure ${total}, #part :raise${added.join('')}`, names, values, totalFen };
}

function conditionOf(
  raiseFen: Fen,
  institutionId: string,
  guards: NonNullable<ExposureMove['guards']>,
): { condition: Condition } {
  const { capFen, listedOn, judgedSince, fileVersion, noDefaults, refusals } = guards;
  const asked: string[] = ['attribute_exists(#exposure)'];
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const ask = (expression: string, name: string, attribute: string, value: string, bound: unknown): void => {
    asked.push(expression);
    names[name] = attribute;
    values[value] = bound;
  };
  if (capFen !== undefined && raiseFen > 0) {
    ask('#exposure <= :room', '#exposure', 'exposureFen', ':room', capFen - raiseFen);
  }
  if (listedOn !== undefined) ask('#through >= :day', '#through', 'listedThrough', ':day', listedOn);
  if (listedOn !== undefined && judgedSince !== undefined) {
    ask('#since <= :day', '#since', 'listedSince', ':day', listedOn);
    ask('#judged >= :inForce', '#judged', 'judgedOn', ':inForce', judgedSince);
    asked.push('#judgedVersion = #file');
    Object.assign(names, { '#judgedVersion': 'judgedVersion', '#file': 'fileVersion' });
  }
  if (fileVersion !== undefined) ask('#file = :file', '#file', 'fileVersion', ':file', fileVersion);
  if (noDefaults) ask('#defaults = :none', '#defaults', 'defaults', ':none', 0);
  if (refusals) {
    const said = '(attribute_not_exists(#refused) OR #refused < :refusals)';
    ask(said, '#refused', refusalsOf(institutionId), ':refusals', dayCount(refusals.on, refusals.below));
  }
  return { condition: { expression: asked.join(' AND '), names, values } };
}

/** Every enterprise ever named is a member of `all`, and of each category that ever named it (strongly readable). */
export const memberWrite = (list: 'all' | { readonly category: string }, creditCode: CreditCode): Write => ({
  kind: 'put',
  table: 'enterprises',
  item: { pk: memberListKey(list), sk: creditCode },
});

/** An enterprise's place among all that were ever named. */
export const memberKey = (creditCode: CreditCode): ItemKey => ({
  table: 'enterprises',
  key: { pk: memberListKey('all'), sk: creditCode },
});

export const memberListKey = (list: 'all' | { readonly category: string }): string =>
  list === 'all' ? 'members' : `members#${list.category}`;

/** The range of a list's members, by credit code. */
export const memberRange = (list: 'all' | { readonly category: string }) => ({
  table: 'enterprises' as const,
  expression: '#pk = :pk',
  names: { '#pk': 'pk' },
  values: { ':pk': memberListKey(list) },
});
