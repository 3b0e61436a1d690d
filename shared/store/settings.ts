import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type Database, nameOf } from './database.ts';
import { failureOf } from './failure.ts';
import { insistently } from './read.ts';

/**
 * Reads a value of the city, or keeps the one proposed where there is none yet; of two that propose at once, one wins
 * and both get the winner's.
 */
export async function readOrKeepSetting(database: Database, name: string, propose: () => string): Promise<string> {
  const found = await readSetting(database, name);
  if (found !== undefined) return found;
  const proposed = propose();
  try {
    const Item = marshall({ pk: name, value: proposed });
    const TableName = nameOf(database, 'settings');
    const command = new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' });
    // Refused by its own first attempt, whose answer was lost, it reads what that one has put.
    await insistently(() => database.client.send(command), `setting ${name}`);
    return proposed;
  } catch (error) {
    if (failureOf(error) !== 'refused') throw error;
    const winner = await readSetting(database, name);
    if (winner === undefined) throw new Error(`setting ${name} was refused and yet is not there`);
    return winner;
  }
}

async function readSetting(database: Database, name: string): Promise<string | undefined> {
  const TableName = nameOf(database, 'settings');
  const command = new GetItemCommand({ TableName, Key: marshall({ pk: name }), ConsistentRead: true });
  const answer = await insistently(() => database.client.send(command), `setting ${name}`);
  return answer.Item ? String(unmarshall(answer.Item).value) : undefined;
}
