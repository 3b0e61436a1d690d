import type { TransactionCanceledException } from '@aws-sdk/client-dynamodb';

/** What a failed call to DynamoDB or SQS means for a write. */
export type Failure = 'refused' | 'busy' | 'unknown' | 'fatal';

const busyNames = new Set([
  'TransactionConflictException',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
]);
const busyReasons = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/** No answer, or one that does not say whether the write was applied. */
const unknownNames = new Set([
  'TimeoutError',
  'AbortError',
  // A second attempt under one token met the first, which may yet be applied.
  'TransactionInProgressException',
  'InternalServerError',
  'ServiceUnavailable',
  'NetworkingError',
]);
const unknownCodes = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_SOCKET',
]);

/** Tells conflicts from refusals by name and reason, never by text. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return 'fatal';
  if (error.name === 'ConditionalCheckFailedException') return 'refused';
  if (error.name === 'TransactionCanceledException') return failureOfReasons(error as TransactionCanceledException);
  if (busyNames.has(error.name)) return 'busy';
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  const code = (error as { code?: unknown }).code;
  const noAnswer = unknownNames.has(error.name) || (typeof code === 'string' && unknownCodes.has(code));
  return noAnswer || (status !== undefined && status >= 500) ? 'unknown' : 'fatal';
}

function failureOfReasons(error: TransactionCanceledException): Failure {
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None');
  // A refused condition is looked at first: reading again then shows what changed.
  if (codes.includes('ConditionalCheckFailed')) return 'refused';
  return codes.some((code) => busyReasons.has(code)) ? 'busy' : 'fatal';
}

/** Whether another transaction had the n-th item of a transaction in hand at that moment. */
export function isContended(error: unknown, index: number): boolean {
  if (!(error instanceof Error) || error.name !== 'TransactionCanceledException') return false;
  return (error as TransactionCanceledException).CancellationReasons?.[index]?.Code === 'TransactionConflict';
}
