import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type CursorScope, open, seal } from '../../shared/platform/cursor.ts';

const key = Buffer.alloc(32, 7);
const scope: CursorScope = {
  operationId: 'listLoans',
  sub: 'bank-rcb',
  org: 'rcb',
  role: 'bank',
  path: {},
  filter: { state: 'active' },
};
const place = { pk: 'loan-1', institutionId: 'rcb' };

describe('a cursor', () => {
  test('leads its own caller on in its own list', () => {
    expect(open(key, scope, seal(key, scope, place))).toEqual(place);
  });

  test.each([
    ['another person', { sub: 'bank-rcb-2' }],
    ['another organisation', { org: 'icbc' }],
    ['another role', { role: 'office' }],
    ['another list', { operationId: 'listApplications' }],
    ['another filter', { filter: { state: 'repaid' } }],
    ['another path', { path: { loanId: 'loan-1' } }],
  ])('is nothing to %s', (_, change) => {
    expect(open(key, { ...scope, ...change }, seal(key, scope, place))).toBeNull();
  });

  test('is nothing under another key, as after the city’s settings were lost', () => {
    expect(open(randomBytes(32), scope, seal(key, scope, place))).toBeNull();
  });

  test('is nothing with any one character altered', () => {
    const cursor = seal(key, scope, place);
    for (let index = 0; index < cursor.length; index += 1) {
      const other = cursor[index] === 'A' ? 'B' : 'A';
      expect(open(key, scope, cursor.slice(0, index) + other + cursor.slice(index + 1))).toBeNull();
    }
  });

  test.each(['', 'a', '.', '%', '游标', 'A'.repeat(37), 'A'.repeat(38), 'A'.repeat(5000), `${'A'.repeat(40)}=`])(
    'is nothing when it is %j',
    (cursor) => {
      expect(open(key, scope, cursor)).toBeNull();
    },
  );

  test('is nothing with something added, and shows nothing of the place to whoever decodes it', () => {
    const cursor = seal(key, scope, place);
    for (const longer of [`${cursor}=`, `${cursor} `, `${cursor}.`, `${cursor}A`])
      expect(open(key, scope, longer)).toBeNull();
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('loan');
  });
});
