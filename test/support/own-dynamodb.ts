import { type Dynamodb, end, startDynamodb } from './dynamodb.ts';

// A module is loaded anew for each file (fresh-file.ts), so that what it keeps is of one file.
const external = process.env.DYNAMODB_ENDPOINT;
const started: Promise<Dynamodb>[] = [];
let stores = 0;

/** The emulator makes tables the more slowly the more it has: with a hundred stores in it one more takes ten times as long. */
const storesInOne = 8;

/** The DynamoDB for one more store of this test file; another starts when it has many. */
export async function dynamodbOfFile(): Promise<string> {
  if (external !== undefined) return external;
  if (stores % storesInOne === 0) started.push(startDynamodb());
  stores += 1;
  const current = await started.at(-1);
  if (!current) throw new Error('no DynamoDB was started');
  return current.endpoint;
}

/** When the file is over. */
export async function endDynamodbOfFile(): Promise<void> {
  for (const one of started.splice(0)) await end((await one).child);
}
