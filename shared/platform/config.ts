import { accessLogMonths } from '../domain/access.ts';
import type { ClientLimits } from '../domain/client-rate.ts';
import { usualOfficialOrganisations } from '../domain/organisation.ts';
import type { QueueName } from '../store/outbox.ts';
import { type TableName, tables } from '../store/tables.ts';

/** What a function needs to know of its surroundings, parsed once when its module loads. */
export interface Config {
  readonly tableNames: Readonly<Record<TableName, string>>;
  readonly queueUrls: Readonly<Record<QueueName, string>>;
  readonly dynamodbEndpoint: string | undefined;
  readonly sqsEndpoint: string | undefined;
  /** Address of the bucket of documents; empty where this function was not given it. */
  readonly documentsAddress: string;
  /** Address of the bucket of checkpoints; likewise. */
  readonly checkpointsAddress: string;
}

/** The environment variable that carries the name of the bucket of documents. */
export const documentsVariable = 'BUCKET_DOCUMENTS';

/** The environment variable that carries the name of the bucket of checkpoints. */
export const checkpointsVariable = 'BUCKET_CHECKPOINTS';

/** The environment variable that says which claims of a token carry what, as JSON; its own names by default. */
export const claimsVariable = 'TOKEN_CLAIMS';

/** Which of a token's claims carry what the system asks of a caller. */
export interface ClaimNames {
  readonly sub: string;
  readonly name: string;
  readonly org: string;
  readonly roles: string;
}

const usualClaimNames: ClaimNames = { sub: 'sub', name: 'name', org: 'org', roles: 'roles' };

/** The names of the claims that an environment's tokens carry. */
export function claimNamesIn({ [claimsVariable]: json }: Readonly<Record<string, string | undefined>>): ClaimNames {
  return json ? { ...usualClaimNames, ...(JSON.parse(json) as Partial<ClaimNames>) } : usualClaimNames;
}

/** The environment variable with the organisations that officials act for beside the units, as a JSON array; the usual ones by default. */
export const officialsVariable = 'OFFICIAL_ORGANISATIONS';

/** The organisations that officials' tokens name; no institution may have the id of one. */
export function officialOrganisationsIn({
  [officialsVariable]: json,
}: Readonly<Record<string, string | undefined>>): readonly string[] {
  return json ? (JSON.parse(json) as readonly string[]) : usualOfficialOrganisations;
}

/** The environment variable that says how many months the access log is kept; the usual number by default. */
export const accessLogVariable = 'ACCESS_LOG_MONTHS';

/** The environment variable with what each client may ask, as JSON; no limits by default. */
export const clientLimitsVariable = 'CLIENT_LIMITS';

/** What each client may ask; null for no limits. */
export const clientLimitsIn = ({
  [clientLimitsVariable]: json,
}: Readonly<Record<string, string | undefined>>): ClientLimits | null =>
  json ? (JSON.parse(json) as ClientLimits) : null;

/** How many months the access log is kept. */
export const accessLogMonthsIn = ({
  [accessLogVariable]: months,
}: Readonly<Record<string, string | undefined>>): number => (months ? Number(months) : accessLogMonths.usual);

/** The queues, each with the environment variable that carries its address. */
export const queues = {
  list: 'QUEUE_LIST_URL',
  conference: 'QUEUE_CONFERENCE_URL',
  settlement: 'QUEUE_SETTLEMENT_URL',
} as const satisfies Record<QueueName, string>;

/**
 * Reads the environment. A name that is missing stays empty: not every function is given every table, and one that
 * reaches for a table it was not given fails at that call with the variable's name.
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const tableNames = Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [name, environment[table.variable] ?? '']),
  ) as Record<TableName, string>;
  const queueUrls = Object.fromEntries(
    Object.entries(queues).map(([name, variable]) => [name, environment[variable] ?? '']),
  ) as Record<QueueName, string>;
  return {
    tableNames,
    queueUrls,
    dynamodbEndpoint: environment.DYNAMODB_ENDPOINT || undefined,
    sqsEndpoint: environment.SQS_ENDPOINT || undefined,
    documentsAddress: bucketAddress(environment, documentsVariable),
    checkpointsAddress: bucketAddress(environment, checkpointsVariable),
  };
}

/** By path at another store than S3, since only S3 has a host name for each bucket. */
function bucketAddress(environment: Readonly<Record<string, string | undefined>>, variable: string): string {
  const { [variable]: bucket, S3_ENDPOINT: endpoint, AWS_REGION: region = '' } = environment;
  if (!bucket) return '';
  if (endpoint) return `${endpoint}/${bucket}`;
  return `https://${bucket}.s3.${region}.${region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'}`;
}
