import type { BatchGetItemCommandInput, BatchGetItemCommandOutput } from '@aws-sdk/client-dynamodb';

type Asked = NonNullable<BatchGetItemCommandInput['RequestItems']>;

/** A batch of reads as two, each with every other key: DynamoDB reads a batch item by item, and not at one moment. */
export function halvesOf(
  input: BatchGetItemCommandInput,
): readonly [BatchGetItemCommandInput, BatchGetItemCommandInput] {
  const halves: [Asked, Asked] = [{}, {}];
  let place = 0;
  for (const [table, { Keys = [], ...how }] of Object.entries(input.RequestItems ?? {})) {
    for (const key of Keys) {
      const half = halves[place % 2] ?? {};
      half[table] ??= { ...how, Keys: [] };
      half[table].Keys?.push(key);
      place += 1;
    }
  }
  return [
    { ...input, RequestItems: halves[0] },
    { ...input, RequestItems: halves[1] },
  ];
}

/** Both answers as one. */
export function together(first: object, second: object): BatchGetItemCommandOutput {
  const [one, other] = [first as BatchGetItemCommandOutput, second as BatchGetItemCommandOutput];
  const Responses = { ...one.Responses };
  for (const [table, items] of Object.entries(other.Responses ?? {})) {
    Responses[table] = [...(Responses[table] ?? []), ...items];
  }
  return { ...one, Responses };
}
