import { parseArgs } from 'node:util';
import { ListDeadLetterSourceQueuesCommand, ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { jobKey } from '../../shared/store/outbox.ts';
import { readItems } from '../../shared/store/read.ts';
import { workers } from '../background.ts';
import { readCityFiles } from '../deployment/read-settings.ts';
import { openCity } from '../repair/open-data.ts';
import { redrive } from './redrive.ts';

// npm run redrive -- --queue NAME [--dry-run]: sends a queue's dead letters to it again, in the city that CITY names.
const { values } = parseArgs({
  options: {
    queue: { type: 'string', default: '' },
    'dry-run': { type: 'boolean', default: false },
    max: { type: 'string', default: '10000' },
  },
});
const names = workers.map(({ queue }) => queue);
const chosen = names.find((queue) => queue === values.queue);
if (chosen === undefined) {
  console.error(`npm run redrive -- --queue ${names.join('|')} [--dry-run] [--max N]`);
  process.exit(2);
}

const { settings } = readCityFiles();
const client = new SQSClient({
  region: settings.region,
  ...(process.env.SQS_ENDPOINT && { endpoint: process.env.SQS_ENDPOINT, useQueueUrlAsEndpoint: false }),
});
const { deadLettersUrl, queueUrl } = await queuesOf(`${settings.city}-loans-service-${chosen}queue`);
const { services, close } = await openCity();
const { seen, sent, dropped } = await redrive(client, {
  deadLettersUrl,
  queueUrl,
  dryRun: values['dry-run'],
  say: console.log,
  isDone,
  messagesMax: Number(values.max),
});
console.log(
  values['dry-run']
    ? `${seen} dead letters, ${dropped} of jobs that are done; none was moved`
    : `${sent} of ${seen} dead letters were sent again, ${dropped} of jobs that are done were dropped`,
);
await close();

/** The queue and its dead letters, by the names that the stack gives them. */
async function queuesOf(prefix: string): Promise<{ readonly deadLettersUrl: string; readonly queueUrl: string }> {
  const { QueueUrls = [] } = await client.send(new ListQueuesCommand({ QueueNamePrefix: prefix }));
  for (const deadLettersUrl of QueueUrls) {
    const asked = new ListDeadLetterSourceQueuesCommand({ QueueUrl: deadLettersUrl });
    const [queueUrl] = (await client.send(asked)).queueUrls ?? [];
    if (queueUrl) return { deadLettersUrl, queueUrl };
  }
  throw new Error(`No queue whose name begins with ${prefix} has dead letters; is the city deployed in this account?`);
}

/** Whether a job has left the outbox. With rights on queues alone nobody can say, and every letter is sent. */
async function isDone(jobId: string): Promise<boolean> {
  try {
    return (await readItems(services.database, [jobKey(jobId)], 'key')).get(jobKey(jobId)) === undefined;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'AccessDeniedException') throw error;
    console.warn('The outbox cannot be read with these rights: the letter is taken as of a job that is not done.');
    return false;
  }
}
