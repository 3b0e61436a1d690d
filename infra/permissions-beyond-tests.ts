/** A permission that a function needs on a way that no test of functions goes, though a test of its operation does. */
export interface BeyondTests {
  readonly entry: string;
  readonly resource: string;
  readonly actions: readonly string[];
  /** Which way that is. */
  readonly reason: string;
}

/** Rights by table or queue, of functions (below `functions/`, without `.ts`) that need them for one reason. */
function needed(reason: string, entries: readonly string[], rights: Readonly<Record<string, readonly string[]>>) {
  return entries.flatMap((entry) =>
    Object.entries(rights).map(([resource, verbs]): BeyondTests => {
      const service = resource.startsWith('queue/') ? 'sqs' : 'dynamodb';
      const actions = verbs.map((verb) => `${service}:${verb}`);
      return { entry: `functions/${entry}.ts`, resource, actions, reason };
    }),
  );
}

const lineRung = { outbox: ['PutItem'], 'queue/settlement': ['SendMessage'] };

/** Each is refused by test/infra/permissions.test.ts as soon as a test of functions goes that way. */
export const permissionsBeyondTests: readonly BeyondTests[] = [
  ...needed('A claim filed again on a loan that the days have changed writes the loan', ['http/claims/resubmit'], {
    loans: ['PutItem'],
    enterprises: ['UpdateItem'],
  }),
  ...needed(
    'A claim that is rejected or withdrawn frees its loan, which may no longer bar new applications',
    ['http/claims/review'],
    { loans: ['BatchGetItem', 'PutItem'], policies: ['BatchGetItem'], enterprises: ['UpdateItem'] },
  ),
  ...needed('A claim that is withdrawn frees its loan as the days have made it', ['http/claims/withdraw'], {
    policies: ['BatchGetItem'],
    enterprises: ['UpdateItem'],
  }),
  ...needed(
    'A payment sets off what is owed to the last fen, and the line of settlement is rung for',
    ['http/claims/pay'],
    { fund: ['DeleteItem'], ...lineRung },
  ),
];
