import { end, startDynamodb } from '../../support/dynamodb.ts';
import { type Fault, faults } from '../../support/faults.ts';
import { TableSets } from '../table-sets.ts';
import { playScenario } from './play-scenario.ts';
import type { Scenario } from './scenarios.ts';

/** What came of one scenario. */
export interface Told {
  readonly name: string;
  /** Calls that it makes, each a place at which everything can go wrong. */
  readonly sites: number;
  /** Site and fault: how many there are, how many fired. */
  readonly planned: number;
  readonly fired: number;
  /** By fault. */
  readonly byFault: Readonly<Record<Fault, number>>;
  readonly violations: readonly string[];
}

/** Tells a scenario once for every call in it and every fault. `every`: only each n-th of them, for a short run. */
export async function everyFault(scenario: Scenario, every = 1): Promise<Told> {
  const emulator = await startDynamodb();
  const sets = new TableSets(emulator.endpoint);
  const calm = await playScenario(sets, scenario, null);
  const sites = calm.wire.calls.length;
  const violations = calm.violations.map((text) => `with no fault: ${text}`);
  const byFault = Object.fromEntries(faults.map((fault) => [fault, 0])) as Record<Fault, number>;
  const plans = Array.from({ length: sites }, (_, index) => faults.map((fault) => ({ number: index + 1, fault })))
    .flat()
    .filter((_, index) => index % every === 0);
  let fired = 0;
  for (const plan of plans) {
    const world = await playScenario(sets, scenario, plan);
    if (world.sites.fired.size > 0) {
      fired += 1;
      byFault[plan.fault] += 1;
    }
    const site = calm.wire.calls[plan.number - 1];
    for (const text of world.violations) violations.push(`${plan.fault} at call ${plan.number}, ${site}: ${text}`);
  }
  sets.destroy();
  await end(emulator.child);
  return { name: scenario.name, sites, planned: plans.length, fired, byFault, violations };
}
