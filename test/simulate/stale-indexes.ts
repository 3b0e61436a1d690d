import type { QueryCommandInput, QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import type { Chance } from './chance.ts';

type IndexItem = NonNullable<QueryCommandOutput['Items']>[number];

/**
 * What indexes said before: a global index follows its table late, so that what it answers may lack what is new and hold
 * what is gone.
 */
export class StaleIndexes {
  readonly #seen = new Map<string, Map<string, IndexItem>>();

  remember(input: QueryCommandInput, { Items = [] }: QueryCommandOutput): void {
    if (input.IndexName === undefined || input.ExclusiveStartKey) return;
    const range = rangeOf(input);
    const seen = this.#seen.get(range) ?? new Map<string, IndexItem>();
    for (const item of Items) seen.set(JSON.stringify(item), item);
    this.#seen.set(range, seen);
  }

  /** The answer as it might have been a moment ago. */
  older(input: QueryCommandInput, output: QueryCommandOutput, chance: Chance): QueryCommandOutput {
    const items = [...(output.Items ?? [])];
    const present = new Set(items.map((item) => JSON.stringify(item)));
    const gone = [...(this.#seen.get(rangeOf(input)) ?? [])]
      .filter(([key]) => !present.has(key))
      .map(([, item]) => item);
    const ghost = input.ExclusiveStartKey ? undefined : chance.oneOrNone(gone);
    if (ghost && chance.isIn(50)) items.unshift(ghost);
    else if (items.length > 0) items.splice(chance.below(items.length), 1);
    return { ...output, Items: items.slice(0, input.Limit ?? items.length) };
  }
}

/** The same index, partition and form of condition: what it held below an earlier bound is below a later one. */
const rangeOf = ({ TableName, IndexName, KeyConditionExpression, ExpressionAttributeValues = {} }: QueryCommandInput) =>
  JSON.stringify([TableName, IndexName, KeyConditionExpression, Object.values(ExpressionAttributeValues)[0]]);
