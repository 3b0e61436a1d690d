import { submitApplication } from '../../shared/operations/applications/submit.ts';
import { readEnterprise } from '../../shared/operations/enterprises/read-enterprise.ts';
import { refreshDue } from '../../shared/operations/list/refresh-due.ts';
import { readStatistics } from '../../shared/operations/statistics/read.ts';
import { workAll } from '../operations/list/list-city.ts';
import { startMemoryEmulators } from '../support/emulators.ts';
import { admit, anApplication, bank, commandBy, creditCode, list, office } from '../support/fixtures.ts';
import { openStoreAt } from '../support/store-at.ts';
import { type Capacity, meterCapacity } from './capacity-meter.ts';
import { type Figure, print } from './report.ts';
import { seedCity, seededBanks } from './seed-city.ts';
import { median, timed } from './statistics.ts';

const quiet = '2026-03-01';
const today = '2026-03-02';
const sizes = [1, 10, 100];
const dueTonight = 9;
const rounds = 15;
/** A cost may differ by five in the hundred from that of the smallest city. */
const tolerance = 0.05;

interface Cost {
  readonly units: number;
  readonly calls: number;
  readonly ms: number;
}

/**
 * What a lookup, an application, the figures and a night with the same number due cost in cities of one, ten and a
 * hundred times the enterprises and loans. `enterprises` and `loans` are those of the smallest.
 */
export async function benchSizes(enterprises: number, loans: number): Promise<void> {
  const costs = new Map<string, Cost[]>();
  for (const times of sizes) {
    for (const [name, cost] of await costsOf({ enterprises: enterprises * times, loans: loans * times })) {
      costs.set(name, [...(costs.get(name) ?? []), cost]);
    }
  }
  const title = sizes.map((times) => `${enterprises * times} / ${loans * times}`).join(', ');
  print(`Cost against size (enterprises / loans: ${title})`, [...costs].map(figureOf));
}

function figureOf([name, [smallest, ...larger]]: [string, Cost[]]): Figure {
  if (!smallest) throw new Error(`${name} was not measured`);
  const within = (cost: Cost): boolean => Math.abs(cost.units - smallest.units) <= smallest.units * tolerance;
  const units = [smallest, ...larger].map((cost) => `${cost.units}`).join(' / ');
  const ratios = larger.map(({ ms }) => `${(ms / smallest.ms).toFixed(2)} ×`).join(', ');
  return {
    name,
    value: `${units} capacity units in ${smallest.calls} calls; time ${ratios}`,
    bound: 'units ± 5 %',
    met: larger.every((cost) => within(cost) && cost.calls === smallest.calls),
  };
}

async function costsOf(size: { readonly enterprises: number; readonly loans: number }) {
  const emulators = await startMemoryEmulators();
  try {
    const endpoints = { dynamodb: emulators.dynamodbEndpoint, sqs: emulators.sqsEndpoint };
    const { services, setNow } = await openStoreAt(endpoints, `${today}T02:00:00.000Z`);
    for (const bankId of seededBanks) await admit(services, bankId);
    await admit(services, 'talent-guarantee', 'guarantor');
    await seedCity(services, size, quiet);
    const due = Array.from({ length: dueTonight }, (_, index) => creditCode(9_000_000 + index));
    for (const code of due) await list(services, code, { validUntil: today });
    const meter = meterCapacity(services.database.client);
    const measure = async (name: string, times: number, act: (round: number) => Promise<unknown>) => {
      meter.read();
      const ms: number[] = [];
      for (let round = 0; round < times; round += 1) ms.push(await timed(() => act(round)));
      return [name, costOf(meter.read(), times, median(ms))] as const;
    };
    const middle = creditCode(Math.floor(size.enterprises / 2));
    const idle = Array.from({ length: rounds }, (_, index) => creditCode(8_000_000 + index));
    for (const code of idle) await list(services, code);
    return [
      await measure('an enterprise by its code', rounds, () => readEnterprise(services, office(), middle)),
      await measure('an application', rounds, (round) =>
        submitApplication(
          services,
          commandBy(services, bank(), `application-${round}`),
          anApplication(idle[round] ?? ''),
        ),
      ),
      await measure('the figures of today', rounds, () => readStatistics(services, office(), undefined, today)),
      await measure('the figures of a day in 2025', rounds, () =>
        readStatistics(services, office(), '2025-11-17', today),
      ),
      await measure(`a night with ${dueTonight} due`, 1, async () => {
        setNow(`${today}T16:10:00.000Z`);
        const found = await refreshDue(services, services.now());
        if (found.due !== dueTonight) throw new Error(`${found.due} were due`);
        await workAll(services);
      }),
    ];
  } finally {
    await emulators.stop();
  }
}

const costOf = ({ calls, readUnits, writeUnits }: Capacity, times: number, ms: number): Cost => ({
  units: Math.round(((readUnits + writeUnits) / times) * 10) / 10,
  calls: Math.round(calls / times),
  ms,
});
