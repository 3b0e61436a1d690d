import { parseArgs } from 'node:util';
import { runTorture } from './run-torture.ts';

// npm run torture [-- --kills N --seed S]: kill -9 under load, again and again; exits with 1 where anything that was
// answered is lost, done twice or does not add up, or where the system is usually not ready again in time.
const readyWithinMs = 3_000;
const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } });
const kills = Number(values.kills ?? 20);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
console.log(`torture: ${kills} kills, seed ${seed}`);

const { sent, accepted, unknown, claimsSettled, readyMs, wrong } = await runTorture({ kills, seed, say: console.log });
const sorted = [...readyMs].sort((one, other) => one - other);
const usual = sorted[Math.floor(sorted.length / 2)] ?? 0;
const late = sorted.filter((ms) => ms > readyWithinMs).length;
console.log(
  `commands sent ${sent}, answered 2xx ${accepted}, unknown after a kill ${unknown}, claims settled ${claimsSettled}`,
);
console.log(
  `ready again: usually ${Math.round(usual)} ms, at worst ${Math.round(sorted.at(-1) ?? 0)} ms, later than ${readyWithinMs} ms: ${late} of ${kills}`,
);
for (const fault of wrong) console.error(`WRONG  ${fault}`);
console.log(wrong.length === 0 ? 'nothing answered was lost, nothing was done twice' : `${wrong.length} faults`);
process.exit(wrong.length === 0 && usual <= readyWithinMs ? 0 : 1);
