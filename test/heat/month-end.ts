import { Chance } from '../simulate/chance.ts';
import { type CommandName, type MeasuredCommand, mix } from './commands.ts';

/** A day of so many commands, of so many enterprises and banks. */
export interface DayOf {
  readonly commands: number;
  readonly enterprises: number;
}

/** Minutes in one point of the curve. */
export const minutesAPoint = 10;
const points = (24 * 60) / minutesAPoint;

/** Of the commands of a month's last day, by the hour: banks report in the afternoon, and before they close. */
const hours = [1, 1, 1, 1, 1, 1, 1, 2, 5, 8, 9, 8, 5, 8, 10, 13, 14, 8, 3, 2, 1, 1, 1, 1];

/** Of an institution's share: a few large banks, and many small. */
const banks = [25, 15, 10, 8, 6, 5, 4, 4, 3, 3, ...Array.from({ length: 17 }, () => 1)];

/** What one partition key takes over the day, in units a second of each ten minutes. */
export interface Heat {
  readonly name: string;
  readonly kind: 'write' | 'read';
  readonly unitsASecond: readonly number[];
  /** Of the 1,000 write or 3,000 read units that a partition gives, in the hottest ten minutes. */
  readonly peak: number;
}

const most = { write: 1_000, read: 3_000 } as const;

/** Plays the last day of a month and tells the hottest keys, the hottest first. */
export function monthEnd(
  { commands, enterprises }: DayOf,
  measured: Readonly<Record<CommandName, MeasuredCommand>>,
  seed: number,
): readonly Heat[] {
  const chance = new Chance(seed);
  const kinds = Object.entries(mix).map(([name, share]) => [share, name as CommandName] as const);
  const hourly = hours.map((share, hour) => [share, hour] as const);
  const shares = banks.map((share, index) => [share, index + 1] as const);
  const units = new Map<string, Float64Array>();
  for (let command = 0; command < commands; command += 1) {
    const hour = chance.weighted(hourly);
    const point = Math.floor((hour * 60 + chance.below(60)) / minutesAPoint);
    const bank = chance.weighted(shares);
    const enterprise = skewed(chance, enterprises);
    const shard = chance.below(4);
    for (const { place, key, writeUnits, readUnits } of measured[chance.weighted(kinds)].touches) {
      const role = roleOf(place, key, bank, enterprise, shard);
      if (role === null) continue;
      if (writeUnits > 0) add(units, `${role}|write`, point, writeUnits);
      if (readUnits > 0) add(units, `${role}|read`, point, readUnits);
    }
  }
  return [...units].map(([id, sums]) => toHeat(id, sums)).sort((a, b) => b.peak - a.peak);
}

/** Few enterprises have many loans: the first one in some ten thousand has a thousandth of all. */
const skewed = (chance: Chance, count: number): number =>
  Math.floor(count * (chance.below(1_000_000) / 1_000_000) ** 3);

/** Whose key it is in a city of many; null for what every command has of its own, which spreads by itself. */
function roleOf(place: string, key: string, bank: number, enterprise: number, shard: number): string | null {
  if (place.startsWith('commands') || /app-|loan-/.test(key) || key.startsWith('["contract"')) return null;
  if (/^enterprise#/.test(key)) return enterprise < 3 ? `enterprise ${enterprise + 1}: file and guard` : null;
  if (place.endsWith('byEnterprise') || place.endsWith('byContract')) return null;
  if (place.startsWith('figures')) return `figures: ${key.replace(/#\d+$/, '')}, shard ${shard + 1}`;
  return bank > 2 && /rcb/.test(key) ? null : `${place}: ${key.replace('rcb', `bank ${bank}`)}`;
}

function add(units: Map<string, Float64Array>, id: string, point: number, count: number): void {
  let sums = units.get(id);
  if (!sums) {
    sums = new Float64Array(points);
    units.set(id, sums);
  }
  sums[point] = (sums[point] ?? 0) + count;
}

function toHeat(id: string, sums: Float64Array): Heat {
  const [name = '', kind] = id.split('|') as [string, Heat['kind']];
  const unitsASecond = [...sums].map((sum) => sum / (minutesAPoint * 60));
  return { name, kind, unitsASecond, peak: Math.max(...unitsASecond) / most[kind] };
}
