import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';

// npm run test:engines [-- FILES]: the tests that stand on DynamoDB, SQS or an object store, on servers that somebody else made.

const variables = ['DYNAMODB_ENDPOINT', 'SQS_ENDPOINT', 'S3_ENDPOINT'] as const;
const named = variables.flatMap((variable) => {
  const endpoint = process.env[variable];
  return endpoint ? [{ variable, endpoint }] : [];
});
if (named.length === 0) {
  console.error(
    `Set at least one of ${variables.join(', ')} to a server that runs; test/engines/README.md says how to start one.`,
  );
  process.exit(2);
}
for (const { variable, endpoint } of named) {
  if (await listens(endpoint)) continue;
  console.error(`${variable}: nothing listens at ${endpoint}.`);
  process.exit(2);
}
console.log(named.map(({ variable, endpoint }) => `${variable} ${endpoint}`).join('\n'));
if (process.env.S3_ENDPOINT) console.log('Left out: end-to-end, whose moved clock no object store outside goes by.');
const root = join(import.meta.dirname, '../..');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', 'test/vitest.engines.config.ts', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    // Object stores look at who signs: MiniStack knows `test` alone.
    env: { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', ...process.env },
  },
);
process.exit(status ?? 1);

async function listens(endpoint: string): Promise<boolean> {
  const { hostname, port, protocol } = new URL(endpoint);
  const socket = connect(Number(port) || (protocol === 'https:' ? 443 : 80), hostname);
  const isThere = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return isThere;
}
