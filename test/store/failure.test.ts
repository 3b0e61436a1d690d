import { describe, expect, test } from 'vitest';
import { failureOf } from '../../shared/store/failure.ts';

const failed = (name: string, more: object = {}): Error => Object.assign(new Error('x'), { name, ...more });
const cancelled = (...codes: readonly string[]): Error =>
  failed('TransactionCanceledException', { CancellationReasons: codes.map((Code) => ({ Code })) });

describe('what a failed call means', () => {
  test.each([
    ['a condition that did not hold', cancelled('None', 'ConditionalCheckFailed'), 'refused'],
    [
      'a condition and a conflict: the condition is looked at first',
      cancelled('TransactionConflict', 'ConditionalCheckFailed'),
      'refused',
    ],
    ['a conflict', cancelled('None', 'TransactionConflict'), 'busy'],
    ['a throttled item', cancelled('ThrottlingError'), 'busy'],
    ['an item that is too large', cancelled('ValidationError'), 'fatal'],
    ['a cancellation without reasons', failed('TransactionCanceledException'), 'fatal'],
    ['a single put refused', failed('ConditionalCheckFailedException'), 'refused'],
    [
      'a transaction that is still in progress, which may yet be applied',
      failed('TransactionInProgressException'),
      'unknown',
    ],
    ['throttling', failed('ThrottlingException'), 'busy'],
    ['no answer in time', failed('TimeoutError'), 'unknown'],
    ['a lost connection', failed('Error', { code: 'ECONNRESET' }), 'unknown'],
    ['a server that cannot be reached', failed('Error', { code: 'EHOSTUNREACH' }), 'unknown'],
    ['a 500', failed('Whatever', { $metadata: { httpStatusCode: 500 } }), 'unknown'],
    ['a 400', failed('ValidationException', { $metadata: { httpStatusCode: 400 } }), 'fatal'],
    ['no permission', failed('AccessDeniedException', { $metadata: { httpStatusCode: 400 } }), 'fatal'],
    ['a defect', new TypeError('x'), 'fatal'],
    ['something that is no error', 'x', 'fatal'],
  ] as const)('%s', (_, error, failure) => {
    expect(failureOf(error)).toBe(failure);
  });
});
