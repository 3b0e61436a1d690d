import { marshall } from '@aws-sdk/util-dynamodb';
import type { Services } from '../../shared/operations/services.ts';
import type { ItemKey } from '../../shared/store/database.ts';

interface Answer {
  readonly output: { readonly Responses?: Record<string, readonly object[]> };
}

/**
 * Leaves an item out of the next batch that would show it, as if its transaction were only half visible yet. Answers how often
 * it was left out and shown.
 */
export function hideOnce({ database: { client, tableNames } }: Services, { table, key }: ItemKey) {
  const seen = { hidden: 0, shown: 0 };
  const sought = Object.entries(marshall(key));
  const isIt = (item: object): boolean =>
    sought.every(([name, value]) => JSON.stringify((item as Record<string, unknown>)[name]) === JSON.stringify(value));
  const middleware = (next: (args: unknown) => Promise<Answer>) => async (args: unknown) => {
    const answer = await next(args);
    const { Responses: responses } = answer.output;
    const name = tableNames[table];
    const items = responses?.[name];
    if (!responses || !items?.some(isIt)) return answer;
    if (seen.hidden > 0) seen.shown += 1;
    else {
      seen.hidden += 1;
      responses[name] = items.filter((item) => !isIt(item));
    }
    return answer;
  };
  const stack = client.middlewareStack as unknown as { add(added: typeof middleware, options: object): void };
  stack.add(middleware, { step: 'initialize', name: 'half-visible', override: true });
  return seen;
}
