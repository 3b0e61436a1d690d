import { payClaim } from '../../shared/operations/claims/pay.ts';
import { reviewClaim } from '../../shared/operations/claims/review.ts';
import { submitClaim } from '../../shared/operations/claims/submit.ts';
import { carryOutMeeting } from '../../shared/operations/meetings/carry-out.ts';
import { settleLine } from '../../shared/operations/settlement/settle-line.ts';
import {
  approvals,
  anew as byMember,
  convene,
  doorbells,
  resolve,
  voteAll,
} from '../operations/conference/conference-city.ts';
import { always, approvedClaim, settlementDoorbells, wan } from '../operations/settlement/settlement-city.ts';
import { aClaim } from '../support/claiming.ts';
import { startMemoryEmulators } from '../support/emulators.ts';
import { admit, bank, creditCode, finance, list } from '../support/fixtures.ts';
import { answerOf, lend } from '../support/lending.ts';
import { fill } from '../support/settling.ts';
import { openStoreAt, type TestStore } from '../support/store-at.ts';
import { type Capacity, inWords, meterCapacity } from './capacity-meter.ts';
import { priceOf } from './price.ts';
import { type Figure, print } from './report.ts';
import { timed } from './statistics.ts';

/** Ninety counties that settle fifty claims each on one day, were they one city. */
const worstDay = 4_500;
const resolvedOn = '2027-06-15';

/** What one claim costs from filing to payment, and how many claims a second the one line settles. */
export async function benchClaims(claims: number): Promise<void> {
  const emulators = await startMemoryEmulators();
  try {
    const endpoints = { dynamodb: emulators.dynamodbEndpoint, sqs: emulators.sqsEndpoint };
    const store = await openStoreAt(endpoints, '2026-03-02T02:00:00.000Z');
    await admit(store.services, 'rcb');
    await fill(store, 1_000_000_000_000);
    print('One claim from filing to payment', await oneClaim(store));
    print(`The line of settlement (${claims} claims)`, await settlements(store, claims));
  } finally {
    await emulators.stop();
  }
}

async function oneClaim({ services, setNow }: TestStore): Promise<readonly Figure[]> {
  const meter = meterCapacity(services.database.client);
  const figures: Figure[] = [];
  const total = { readUnits: 0, writeUnits: 0 };
  const measure = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
    meter.read();
    const result = await act();
    const used: Capacity = meter.read();
    total.readUnits += used.readUnits;
    total.writeUnits += used.writeUnits;
    figures.push({ name, value: inWords(used) });
    return result;
  };
  const code = creditCode(1);
  setNow('2026-03-02T02:00:00.000Z');
  await list(services, code);
  const loanId = await lend(services, code, code);
  setNow(`${resolvedOn}T02:00:00.000Z`);
  const by = byMember;
  const filed = await measure('POST …/claims', () => submitClaim(services, by(services, bank()), loanId, aClaim()));
  const claimId = String(answerOf(filed).claimId);
  const accept = { decision: 'accept', note: null } as const;
  await measure('POST …/acceptance', () => reviewClaim(services, by(services), claimId, accept));
  const meeting = { convenesOn: resolvedOn, claimIds: [claimId] };
  const meetingId = await measure('POST /v1/meetings (this claim alone)', () => convene(services, meeting));
  await measure('POST …/votes (seven units)', () => voteAll(services, meetingId, 'item-1', approvals));
  await measure('POST …/resolution', () => resolve(services, meetingId));
  const [doorbell] = await doorbells(services);
  if (!doorbell) throw new Error('the resolution rang for nobody');
  await measure('worker: carried out', () => carryOutMeeting(services, doorbell, { at: services.now(), ...always }));
  const [first] = (await settlementDoorbells(services)).filter(({ jobId }) => jobId.includes(claimId));
  if (!first) throw new Error('the claim rang for nobody');
  await measure('worker: settled', () => settleLine(services, first, always));
  const payment = { voucherNumber: 'V-1', paidOn: resolvedOn };
  answerOf(await measure('POST …/payment', () => payClaim(services, by(services, finance()), claimId, payment)));
  const units = `${total.readUnits} RCU, ${total.writeUnits} WCU, ${priceOf(total)}`;
  return [...figures, { name: 'together', value: units }];
}

async function settlements(store: TestStore, claims: number): Promise<readonly Figure[]> {
  const { services } = store;
  for (let index = 0; index < claims; index += 1) await approvedClaim(store, { index, lossFen: wan(1) });
  const [doorbell] = await settlementDoorbells(services);
  if (!doorbell) throw new Error('no claim rang');
  const ms = await timed(() => settleLine(services, doorbell, always));
  const aSecond = (claims * 1000) / ms;
  return [
    { name: 'settlements a second, by one worker', value: aSecond.toFixed(0) },
    { name: 'what serialises them', value: 'the city’s one line: a read and a transaction, one claim after another' },
    { name: `a province’s worst day (${worstDay}) as one city takes`, value: `${(worstDay / aSecond).toFixed(0)} s` },
  ];
}
