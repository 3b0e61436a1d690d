import { appropriateFund } from '../../shared/operations/fund/appropriate.ts';
import { listEntries } from '../../shared/operations/fund/list-entries.ts';
import { readFund } from '../../shared/operations/fund/read.ts';
import type { Services } from '../../shared/operations/services.ts';
import { fundWrites } from '../../shared/store/fund.ts';
import { settleInYear } from '../../shared/store/settled-years.ts';
import { commit, type Write } from '../../shared/store/transaction.ts';
import { booked, movements } from '../domain/ledger-cases.ts';
import { startMemoryEmulators } from '../support/emulators.ts';
import { commandBy, finance } from '../support/fixtures.ts';
import { openStoreAt } from '../support/store-at.ts';
import { inWords, meterCapacity } from './capacity-meter.ts';
import { type Figure, print } from './report.ts';
import { median, timed } from './statistics.ts';

/** More than a city of Pinghu's size admits: each has two balances in the head. */
const institutions = 25;

/** Ninety counties that settle fifty claims each on one day, were they one city. */
const worstDay = 4_500;

/**
 * What the fund's head takes: one writer settles the money of one claim after another, as the settlement worker does, beside
 * the same transactions without the item that all of them move.
 */
export async function benchFund(rounds: number): Promise<void> {
  const emulators = await startMemoryEmulators();
  try {
    const endpoints = { dynamodb: emulators.dynamodbEndpoint, sqs: emulators.sqsEndpoint };
    const { services } = await openStoreAt(endpoints, '2026-03-02T02:00:00.000Z');
    const meter = meterCapacity(services.database.client);
    const figures: Figure[] = [];
    const measure = async (name: string, act: () => Promise<unknown>) => {
      meter.read();
      await act();
      figures.push({ name, value: inWords(meter.read()) });
    };
    const request = { amountFen: 100_000_000_000, documentNumber: 'D-1', appropriatedOn: '2026-03-02' };
    const context = commandBy(services, finance(), 'bench-appropriation');
    await measure('POST /v1/fund/appropriations', () => appropriateFund(services, context, request));
    await measure('GET /v1/fund', () => readFund(services));
    await measure('GET /v1/fund/entries (1 of them)', () =>
      listEntries(services, finance(), {}, { limit: 50, after: undefined }),
    );
    const times = { all: [] as number[], withoutHead: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      times.all.push(await timed(() => mustCommit(services, settlementWrites(round))));
      times.withoutHead.push(await timed(() => mustCommit(services, withoutHead(settlementWrites(round)))));
    }
    await measure(`a settlement's money, ${institutions} institutions in the head`, () =>
      mustCommit(services, settlementWrites(rounds)),
    );
    const aSecond = 1000 / median(times.all);
    figures.push(
      { name: 'settlements of money a second, one after another', value: aSecond.toFixed(0) },
      {
        name: 'one, over one that moves no shared item',
        value: `${(median(times.all) / median(times.withoutHead)).toFixed(2)} ×`,
      },
      { name: `a province's worst day (${worstDay}) as one city takes`, value: `${(worstDay / aSecond).toFixed(0)} s` },
    );
    print(`The fund's ledger and head (${rounds} settlements in turns)`, figures);
  } finally {
    await emulators.stop();
  }
}

/** The part of a settlement's transaction that concerns money: entry, head, the institution's year. */
function settlementWrites(round: number): readonly Write[] {
  const institutionId = `bank-${round % institutions}`;
  const year = { institutionId, year: 2026, fundFen: 1, capFen: 1_000_000_000 };
  return [...fundWrites(booked(movements.settlement(institutionId, 1))), settleInYear(year)];
}

const withoutHead = (writes: readonly Write[]): readonly Write[] => writes.filter((_, index) => index !== 1);

async function mustCommit({ database }: Services, writes: readonly Write[]): Promise<void> {
  const outcome = await commit(database, writes);
  if (outcome !== 'committed') throw new Error(`the bench’s settlement was ${outcome}`);
}
