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
  ...needed(
    'The days have made the loan non-performing and nobody has said so yet: it is said in the same transaction, in the guard, too',
    ['http/claims/submit', 'http/claims/resubmit', 'http/loans/write-off', 'http/loans/add-evidence'],
    { enterprises: ['UpdateItem'] },
  ),
  ...needed('A claim filed again on a loan that the days have changed writes the loan', ['http/claims/resubmit'], {
    loans: ['PutItem'],
  }),
  ...needed('Evidence of a claim that names a document links it', ['http/claims/submit', 'http/claims/resubmit'], {
    documents: ['BatchGetItem', 'PutItem'],
  }),
  ...needed(
    'A claim that is rejected or withdrawn frees its loan, which may no longer bar new applications',
    ['http/claims/review'],
    {
      loans: ['BatchGetItem', 'PutItem'],
      policies: ['BatchGetItem'],
      enterprises: ['UpdateItem'],
    },
  ),
  ...needed('A claim that is withdrawn frees its loan as the days have made it', ['http/claims/withdraw'], {
    policies: ['BatchGetItem'],
    enterprises: ['UpdateItem'],
  }),
  ...needed('Recovered principal of a loan under an agreement frees the agreement’s quota', ['http/claims/recover'], {
    agreements: ['UpdateItem'],
  }),
  ...needed('A remittance of a part leaves the rest of the debt', ['http/claims/remit'], { fund: ['PutItem'] }),
  ...needed(
    'A payment sets off what is owed to the last fen, and the line of settlement is rung for',
    ['http/claims/pay'],
    {
      fund: ['DeleteItem'],
      ...lineRung,
    },
  ),
  ...needed('A line that is held is let go on', ['http/claims/release-line'], {
    claims: ['PutItem'],
    commands: ['PutItem'],
    fund: ['BatchGetItem', 'UpdateItem'],
    trail: ['PutItem'],
    ...lineRung,
  }),
  ...needed('A loan repaid whole while its claim stands in the line takes it out', ['http/loans/repay'], {
    fund: ['DeleteItem'],
    ...lineRung,
  }),
  ...needed('A replace that waits is released', ['http/imports/release'], {
    commands: ['PutItem'],
    imports: ['PutItem'],
    outbox: ['PutItem'],
    'queue/list': ['SendMessage'],
    trail: ['PutItem'],
  }),
  ...needed('An inclusion in force is revoked, and its enterprise leaves the list', ['http/inclusions/revoke'], {
    commands: ['PutItem'],
    enterprises: ['PutItem', 'UpdateItem'],
    figures: ['UpdateItem'],
    inclusions: ['PutItem'],
    trail: ['PutItem'],
  }),
  ...needed('A meeting with claims is cancelled, and they are taken off its agenda', ['http/meetings/cancel'], {
    claims: ['PutItem'],
    figures: ['UpdateItem'],
  }),
  ...needed('Claims are put on an agenda and taken off', ['http/meetings/change-agenda'], {
    claims: ['BatchGetItem', 'PutItem'],
    figures: ['UpdateItem'],
  }),
  ...needed('Histories of a kind of which a test has none are verified, too', ['http/audit/verify'], {
    agreements: ['BatchGetItem'],
  }),
  ...needed('What an institution owes too long is set off by night', ['jobs/carry-over-and-set-off'], {
    claims: ['BatchGetItem', 'PutItem'],
    'claims/byInstitutionState': ['Query'],
    fund: ['DeleteItem', 'PutItem', 'UpdateItem'],
    ledger: ['PutItem'],
    trail: ['PutItem'],
    ...lineRung,
  }),
  ...needed('A claim that the conference rejects frees its loan', ['workers/conference'], {
    loans: ['BatchGetItem', 'PutItem'],
  }),
  ...needed('A resolution that takes longer than one call rings for itself', ['workers/conference'], {
    'queue/conference': ['SendMessage'],
  }),
  ...needed('A line that takes longer than one call rings for itself', ['workers/settlement'], {
    'queue/settlement': ['SendMessage'],
  }),
  ...needed(
    'A carried-over part goes on to the next year; a debt that is set off in part stays',
    ['workers/settlement'],
    {
      fund: ['PutItem'],
    },
  ),
  ...needed('An open breaker is let go by the office', ['http/institutions/release-breaker'], {
    commands: ['PutItem'],
    institutions: ['ConditionCheckItem', 'PutItem'],
    trail: ['PutItem'],
  }),
  ...needed('A settlement opens the breaker of its institution, or meets one with a limit', ['workers/settlement'], {
    institutions: ['ConditionCheckItem', 'PutItem'],
  }),
  ...needed('A version that limits the leverage is looked at before an application', ['http/applications/submit'], {
    figures: ['BatchGetItem'],
    fund: ['BatchGetItem'],
  }),
  ...needed('A version that limits the leverage is asked again at the disbursement', ['http/applications/disburse'], {
    figures: ['BatchGetItem'],
    fund: ['BatchGetItem', 'ConditionCheckItem', 'UpdateItem'],
  }),
];
