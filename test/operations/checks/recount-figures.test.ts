import { describe, expect, test } from 'vitest';
import { dayAt } from '../../../shared/domain/calendar.ts';
import type { Loan } from '../../../shared/domain/loan.ts';
import { recountFigures } from '../../../shared/operations/checks/recount-figures.ts';
import { recountGuards } from '../../../shared/operations/checks/recount-guards.ts';
import { readStatistics } from '../../../shared/operations/statistics/read.ts';
import { toStored } from '../../../shared/store/resource.ts';
import { scanAll } from '../../../shared/store/scan.ts';
import { hookFaults } from '../../support/faults.ts';
import { admit, office } from '../../support/fixtures.ts';
import { RandomCity } from '../../support/random-city.ts';
import { openStore } from '../../support/store.ts';

const commandsAtLeast = 1000;

describe('the recount', () => {
  test('equals the figures after a thousand random commands with faults', { timeout: 120_000 }, async () => {
    const store = await openStore();
    const { services } = store;
    for (const institutionId of ['rcb', 'icbc']) await admit(services, institutionId);
    await admit(services, 'talent-guarantee', 'guarantor');
    const hook = hookFaults(services.database.client, services.queues.client);
    const city = new RandomCity(store, hook, 20_241_111);
    while (city.commands < commandsAtLeast) await city.act();

    expect(hook.met).toBeGreaterThan(commandsAtLeast / 4);
    for (const [kind, { accepted, refused }] of Object.entries(city.tally)) {
      expect(accepted, `${kind} accepted`).toBeGreaterThan(0);
      if (kind === 'application') expect(refused, `${kind} refused`).toBeGreaterThan(10);
    }
    const { examined, differences } = await recountFigures(services);
    expect(differences).toEqual([]);
    expect(examined).toBeGreaterThan(500);

    const guards = await recountGuards(services);
    expect(guards.differences).toEqual([]);
    expect(guards.examined).toBeGreaterThan(100);

    const loans: Loan[] = [];
    for await (const item of scanAll(services.database, 'loans')) {
      if ('roster' in item) loans.push(toStored<Loan>(item)?.state as Loan);
    }
    const sum = (of: (loan: Loan) => number): number => loans.reduce((total, loan) => total + of(loan), 0);
    expect(loans.length).toBeGreaterThan(50);
    const read = await readStatistics(services, office(), undefined, dayAt(services.now()));
    expect(read).toMatchObject({
      loansCount: loans.length,
      loansCumulativeFen: sum(({ principalFen }) => principalFen),
      outstandingFen: sum(({ outstandingFen }) => outstandingFen),
    });
  });
});
