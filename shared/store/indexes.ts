import type { TableName } from './tables.ts';

/** An index of a table: keys are strings, and keys are all that it holds. Decisions and pages read the base table. */
export interface IndexDefinition {
  readonly partitionKey: string;
  readonly sortKey: string;
}

/** By whom applications, loans and claims are all listed; an id sorts by creation. */
const lendingIndexes = {
  roster: { partitionKey: 'roster', sortKey: 'pk' },
  byEnterprise: { partitionKey: 'creditCode', sortKey: 'pk' },
  byInstitution: { partitionKey: 'institutionId', sortKey: 'pk' },
  byInstitutionState: { partitionKey: 'institutionState', sortKey: 'pk' },
  byGuarantor: { partitionKey: 'guarantorId', sortKey: 'pk' },
  byState: { partitionKey: 'state', sortKey: 'pk' },
} as const;

/** The indexes of the tables, apart from them: functions ask an index by its name, and need not carry what it is made of. */
const indexes: Readonly<Partial<Record<TableName, Readonly<Record<string, IndexDefinition>>>>> = {
  enterprises: { due: { partitionKey: 'dueList', sortKey: 'dueKey' } },
  imports: { roster: { partitionKey: 'roster', sortKey: 'pk' } },
  questions: {
    roster: { partitionKey: 'roster', sortKey: 'pk' },
    byEnterprise: { partitionKey: 'creditCode', sortKey: 'pk' },
    byInstitution: { partitionKey: 'institutionId', sortKey: 'pk' },
  },
  institutions: { roster: { partitionKey: 'roster', sortKey: 'pk' } },
  agreements: { roster: { partitionKey: 'roster', sortKey: 'pk' } },
  policies: { roster: { partitionKey: 'roster', sortKey: 'effectiveKey' } },
  applications: {
    ...lendingIndexes,
    byOwnReference: { partitionKey: 'ownReferenceKey', sortKey: 'pk' },
    due: { partitionKey: 'dueList', sortKey: 'dueKey' },
  },
  loans: {
    ...lendingIndexes,
    byContract: { partitionKey: 'contractKey', sortKey: 'pk' },
    byMaturity: { partitionKey: 'outstandingList', sortKey: 'maturityKey' },
    due: { partitionKey: 'dueList', sortKey: 'dueKey' },
  },
  inclusions: {
    roster: { partitionKey: 'roster', sortKey: 'pk' },
    byEnterprise: { partitionKey: 'creditCode', sortKey: 'pk' },
    byState: { partitionKey: 'state', sortKey: 'pk' },
    bySubmitter: { partitionKey: 'submittedByOrg', sortKey: 'pk' },
    due: { partitionKey: 'dueList', sortKey: 'dueKey' },
  },
  meetings: { roster: { partitionKey: 'roster', sortKey: 'pk' } },
  documents: {
    roster: { partitionKey: 'roster', sortKey: 'pk' },
    due: { partitionKey: 'dueList', sortKey: 'dueKey' },
  },
  fund: {
    roster: { partitionKey: 'roster', sortKey: 'pk' },
    due: { partitionKey: 'dueList', sortKey: 'dueKey' },
  },
  ledger: {
    byDate: { partitionKey: 'journal', sortKey: 'dateKey' },
    byInstitution: { partitionKey: 'institutionId', sortKey: 'dateKey' },
  },
  claims: {
    ...lendingIndexes,
    byYear: { partitionKey: 'settlementYear', sortKey: 'pk' },
    unpaid: { partitionKey: 'unpaidList', sortKey: 'pk' },
  },
  trail: {
    byDay: { partitionKey: 'day', sortKey: 'atKey' },
    byActor: { partitionKey: 'actorSub', sortKey: 'atKey' },
  },
  persons: {
    roster: { partitionKey: 'roster', sortKey: 'pk' },
    byOrg: { partitionKey: 'org', sortKey: 'pk' },
  },
  accessLog: {
    byDay: { partitionKey: 'day', sortKey: 'atKey' },
    bySubject: { partitionKey: 'sub', sortKey: 'atKey' },
    byOrganisation: { partitionKey: 'org', sortKey: 'atKey' },
  },
  checks: {
    roster: { partitionKey: 'roster', sortKey: 'pk' },
    byCheck: { partitionKey: 'check', sortKey: 'pk' },
  },
  outbox: { waiting: { partitionKey: 'waitingList', sortKey: 'dueAt' } },
};

/** The indexes of a table by name; none where it has none. */
export const indexesOf = (table: TableName): Readonly<Record<string, IndexDefinition>> => indexes[table] ?? {};
