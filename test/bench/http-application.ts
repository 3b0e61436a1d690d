import { Agent, request } from 'node:http';
import { DynamoDBClient, type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import { Api } from '../support/api.ts';
import { prepareCity } from '../support/city.ts';
import { end, startDynamodb } from '../support/dynamodb.ts';
import { startMemoryEmulators } from '../support/emulators.ts';
import { admit, anApplication, bank, commandBy, creditCode, list } from '../support/fixtures.ts';
import { openStoreAt } from '../support/store-at.ts';
import { newFolder, removeFolder, startSystem } from '../support/system.ts';
import { print } from './report.ts';
import { median, percentile, timed } from './statistics.ts';

const httpMaxRatio = 1.5;
const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };

/**
 * An application over HTTP on one machine beside the bare `TransactWriteItems` of the same items, on the same kind of
 * engine on a file, in turns within one run.
 */
export async function benchHttpApplication(rounds: number): Promise<void> {
  const folder = newFolder();
  const bareFolder = newFolder();
  const emulators = await startMemoryEmulators();
  const engine = await startDynamodb(`${bareFolder}/bare.sqlite`);
  const system = await startSystem({ folder });
  try {
    const bare = await bareTransaction(engine.endpoint, emulators.sqsEndpoint);
    const http = await httpApplication(system.url);
    // Until both sides have compiled what they do most: before, the longer way looks longer than it is.
    const warmUp = 500;
    for (let round = 0; round < warmUp; round += 1) {
      await bare();
      await http();
    }
    const times = { bare: [] as number[], http: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      times.bare.push(await timed(bare));
      times.http.push(await timed(http));
    }
    const ratio = median(times.http) / median(times.bare);
    print(`An application over HTTP (${rounds} in turns with the bare transaction)`, [
      {
        name: 'p50 over p50 of the bare transaction',
        value: `${ratio.toFixed(2)} ×`,
        bound: '≤ 1.5 ×',
        met: ratio <= httpMaxRatio,
      },
      {
        name: 'p99 over p50 of the bare transaction',
        value: `${(percentile(times.http, 0.99) / median(times.bare)).toFixed(2)} ×`,
      },
    ]);
  } finally {
    await system.stop();
    await end(engine.child);
    await emulators.stop();
    removeFolder(folder);
    removeFolder(bareFolder);
  }
}

/** Sends the very items of a submission, under new keys each time. */
async function bareTransaction(dynamodb: string, sqs: string): Promise<() => Promise<void>> {
  const { services } = await openStoreAt({ dynamodb, sqs }, new Date().toISOString());
  await admit(services, 'rcb');
  const code = creditCode(1);
  await list(services, code);
  let captured: TransactWriteItem[] = [];
  const { client } = services.database;
  client.middlewareStack.add(
    (next, context) => (args) => {
      if (context.commandName === 'TransactWriteItemsCommand') {
        captured = (args.input as { TransactItems: TransactWriteItem[] }).TransactItems;
      }
      return next(args);
    },
    { step: 'initialize' },
  );
  // The first reads the bank; the second is what a process sends from then on.
  for (const key of ['bench-read-0', 'bench-key-0']) {
    const context = commandBy(services, bank(), key);
    const outcome = await submitApplication(services, context, anApplication(code, { amountFen: 1 }));
    if (outcome.kind === 'refused') throw new Error(`the bench’s application was refused: ${outcome.code}`);
  }
  const template = JSON.stringify(captured);
  const id = /app-[0-9A-Z]{26}/.exec(template)?.[0] ?? '';
  const plain = new DynamoDBClient({ endpoint: dynamodb, region: 'us-east-1', credentials });
  let count = 0;
  return async () => {
    count += 1;
    const next = template
      .replaceAll(id, `app-${String(count).padStart(26, '0')}`)
      .replaceAll('bench-key-0', `bench-key-${count}`);
    await plain.send(new TransactWriteItemsCommand({ TransactItems: JSON.parse(next) }));
  };
}

/** Applies over one kept connection, as a bank's system does. */
async function httpApplication(url: string): Promise<() => Promise<void>> {
  const api = new Api(url);
  const code = creditCode(1);
  await prepareCity(api, [code]);
  const token = await api.token('bank-rcb');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { additionalSecurity: _none, ...application } = anApplication(code, { amountFen: 1 });
  const body = JSON.stringify(application);
  let count = 0;
  return () =>
    new Promise((resolve, reject) => {
      count += 1;
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'idempotency-key': `bench-key-${count}`,
      };
      const sent = request(`${url}/v1/applications`, { method: 'POST', agent, headers }, (answer) => {
        answer.resume();
        answer.once('end', () =>
          answer.statusCode === 201 ? resolve() : reject(new Error(`HTTP ${answer.statusCode}`)),
        );
      });
      sent.once('error', reject);
      sent.end(body);
    });
}
