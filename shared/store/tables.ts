/**
 * Every table of the system as data. The stateful stack creates what is written here, with the indexes beside it
 * (`indexes.ts`), the functions' environment names it, and the store reads it; no other file spells a table or its key.
 *
 * Keys are strings unless `number` is said.
 */
export interface TableDefinition {
  /** The environment variable that carries the table's name. */
  readonly variable: string;
  readonly partitionKey: string;
  readonly sortKey?: string;
  readonly sortKeyType?: 'string' | 'number';
  /** The attribute (seconds since 1970) after which DynamoDB may delete an item. */
  readonly expiresAttribute?: string;
}

export const tables = {
  /** Listed and once listed enterprises: the file (certificates, names), the standing (guards), the categories' members. */
  enterprises: {
    variable: 'TABLE_ENTERPRISES',
    partitionKey: 'pk',
    sortKey: 'sk',
  },
  /** Every ending part of every name and of its pinyin initials, so that a substring is found by a range read. */
  names: { variable: 'TABLE_NAMES', partitionKey: 'pk', sortKey: 'sk' },
  /** Imports and refreshes: progress, the rows as they came, rejections, changes, and each category's line. */
  imports: {
    variable: 'TABLE_IMPORTS',
    partitionKey: 'pk',
    sortKey: 'sk',
  },
  /** What banks asked about caps: an item for a bank, an enterprise and a day, kept 400 days. */
  questions: { variable: 'TABLE_QUESTIONS', partitionKey: 'pk', expiresAttribute: 'expiresAt' },
  /** Banks, guarantors and holdings with their admissions. */
  institutions: {
    variable: 'TABLE_INSTITUTIONS',
    partitionKey: 'pk',
  },
  /** Guarantee agreements with their quotas. */
  agreements: {
    variable: 'TABLE_AGREEMENTS',
    partitionKey: 'pk',
  },
  /** The policy versions that the city drafted, and the book of those approved. */
  policies: {
    variable: 'TABLE_POLICIES',
    partitionKey: 'pk',
  },
  applications: {
    variable: 'TABLE_APPLICATIONS',
    partitionKey: 'pk',
  },
  /** Loans, and the guards that keep (contract number, note number) unique within an institution. */
  loans: {
    variable: 'TABLE_LOANS',
    partitionKey: 'pk',
  },
  /** Requests for exceptional inclusion, and the guard of an enterprise's one that waits. */
  inclusions: {
    variable: 'TABLE_INCLUSIONS',
    partitionKey: 'pk',
  },
  /** Meetings of the joint conference, how far their resolutions are carried out, and the numbers that each year has taken. */
  meetings: {
    variable: 'TABLE_MEETINGS',
    partitionKey: 'pk',
    sortKey: 'sk',
  },
  /** Documents (电子材料): what they are; the object store holds their contents. */
  documents: {
    variable: 'TABLE_DOCUMENTS',
    partitionKey: 'pk',
  },
  /** The fund: its head, appropriations and their documents, settlements of a year, vouchers, and what institutions owe. */
  fund: {
    variable: 'TABLE_FUND',
    partitionKey: 'pk',
    sortKey: 'sk',
  },
  /** The fund's ledger (资金账): one item an entry, put once, never changed. */
  ledger: {
    variable: 'TABLE_LEDGER',
    partitionKey: 'pk',
    sortKey: 'sk',
  },
  /** Claims for compensation. */
  claims: {
    variable: 'TABLE_CLAIMS',
    partitionKey: 'pk',
  },
  /** The trail (业务留痕): one item an event, put once, never changed. */
  trail: {
    variable: 'TABLE_TRAIL',
    partitionKey: 'pk',
    sortKey: 'sequence',
    sortKeyType: 'number',
  },
  /** Who acted and was called what (姓名目录), apart from the trail so that a name can be erased; the erasures. */
  persons: {
    variable: 'TABLE_PERSONS',
    partitionKey: 'pk',
    sortKey: 'sk',
  },
  /** The access log (访问日志): one item an entry, put once, never changed; kept as long as the city says. */
  accessLog: { variable: 'TABLE_ACCESS_LOG', partitionKey: 'pk', expiresAttribute: 'expiresAt' },
  /** How far ahead each client's calls are paid: one item a client and limit; gone an hour after its last lease. */
  limits: { variable: 'TABLE_LIMITS', partitionKey: 'pk', expiresAttribute: 'expiresAt' },
  /** What the checks found: a run each, kept 400 days; and what was repaired by hand, for good. */
  checks: {
    variable: 'TABLE_CHECKS',
    partitionKey: 'pk',
    expiresAttribute: 'expiresAt',
  },
  /** The idempotency records: the first answer to each Idempotency-Key, kept 400 days. */
  commands: { variable: 'TABLE_COMMANDS', partitionKey: 'pk', expiresAttribute: 'expiresAt' },
  /** Jobs born in a command's transaction and not yet done. */
  outbox: {
    variable: 'TABLE_OUTBOX',
    partitionKey: 'pk',
  },
  /** The programme's figures in buckets of a year, a month or a day, each in a few shards. */
  figures: { variable: 'TABLE_FIGURES', partitionKey: 'pk' },
  /** A few values of the city itself, such as the key that signs cursors. */
  settings: { variable: 'TABLE_SETTINGS', partitionKey: 'pk' },
} as const satisfies Record<string, TableDefinition>;

export type TableName = keyof typeof tables;
