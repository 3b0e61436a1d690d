import type { BatchGetItemCommandInput, BatchGetItemCommandOutput } from '@aws-sdk/client-dynamodb';
import type { Services } from '../../shared/operations/services.ts';

type Asked = NonNullable<BatchGetItemCommandInput['RequestItems']>;

/** A batch of reads as two, each with every other key: DynamoDB reads a batch item by item, and not at one moment. */
export function halvesOf(
  input: BatchGetItemCommandInput,
  first: 0 | 1 = 0,
): readonly [BatchGetItemCommandInput, BatchGetItemCommandInput] {
  const halves: [Asked, Asked] = [{}, {}];
  let place = 0;
  for (const [table, { Keys = [], ...how }] of Object.entries(input.RequestItems ?? {})) {
    for (const key of Keys) {
      const half = halves[(place + first) % 2] ?? {};
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

type Next = (args: { readonly input: object }) => Promise<{ readonly output: object }>;

/** Lets something happen in the middle of the store's next batch of reads, once; `first` tells which half is read before it. */
export function tearNextRead({ database }: Services, first: 0 | 1, happen: () => Promise<unknown>): void {
  let isTorn = false;
  const around =
    (next: Next, { commandName }: { readonly commandName?: string }) =>
    async (args: never) => {
      if (isTorn || commandName !== 'BatchGetItemCommand') return next(args);
      isTorn = true;
      const { input } = args as { readonly input: BatchGetItemCommandInput };
      const [before, after] = halvesOf(input, first);
      const one = await next({ ...(args as object), input: before });
      await happen();
      const other = await next({ ...(args as object), input: after });
      return { ...one, output: together(one.output, other.output) };
    };
  const stack = database.client.middlewareStack as unknown as {
    add(middleware: typeof around, options: { step: 'initialize'; name: string; override: boolean }): void;
  };
  stack.add(around, { step: 'initialize', name: 'torn-read', override: true });
}
