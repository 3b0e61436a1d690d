import { describe, expect, test } from 'vitest';
import { entryPoints } from '../../infra/build/entry-points.ts';
import { differencesOf } from '../../infra/permission-differences.ts';
import { permissionsOf, recordedPermissions, withoutChance } from '../../infra/permissions.ts';
import { groupOf } from '../../shared/contracts/groups.ts';
import { routes } from '../../shared/contracts/routes.ts';

describe('permissions.json', () => {
  test('knows every function, and no function that is not there', () => {
    expect(Object.keys(recordedPermissions).sort()).toEqual([...entryPoints()].sort());
  });

  test('leaves out what chance decides, which functions that page are given all the same', () => {
    for (const [entry, permissions] of Object.entries(recordedPermissions)) {
      expect([entry, withoutChance(entry, permissions)]).toEqual([entry, permissions]);
    }
    expect(permissionsOf('http/reads').settings).toEqual(['dynamodb:BatchGetItem']);
    expect(permissionsOf('functions/workers/conference.ts').settings).toBeUndefined();
  });
});

describe('the comparison of a run with what is permitted', () => {
  const entry = 'http/reads';
  const called = (...actions: readonly string[]) =>
    new Map([[entry, actions.map((action) => ({ action, resource: 'loans' }))]]);

  test('names what was called and is not permitted', () => {
    const found = differencesOf(called('dynamodb:BatchGetItem', 'dynamodb:DeleteItem'), {});
    expect(found).toEqual([`missing ${entry}: dynamodb:DeleteItem on loans`]);
  });

  test('names what is permitted and was not called', () => {
    const permitted = { [entry]: { loans: ['dynamodb:BatchGetItem', 'dynamodb:PutItem'] } };
    const found = differencesOf(called('dynamodb:BatchGetItem'), permitted);
    expect(found).toEqual([`unused  ${entry}: dynamodb:PutItem on loans`]);
  });
});

test('the function of all reads may write no data of the programme, and send no message', () => {
  const isWrite = (action: string): boolean => !/^dynamodb:(BatchGetItem|GetItem|Query|Scan)$/.test(action);
  const writes = Object.entries(permissionsOf('http/reads')).flatMap(([resource, actions]) =>
    actions.filter(isWrite).map((action) => `${action} ${resource}`),
  );
  expect(writes.sort()).toEqual([
    'dynamodb:PutItem accessLog',
    'dynamodb:UpdateItem limits',
    // What a bank asks about a cap is recorded (decisions/0052).
    'dynamodb:UpdateItem questions',
  ]);
});

test('a function that reads, or that runs commands, may not write settings: only the deployment makes keys', () => {
  const mayWrite = entryPoints().filter((entry) =>
    permissionsOf(entry).settings?.some((action) => !/Get/.test(action)),
  );
  expect(mayWrite).toEqual(['functions/deployment/make-keys.ts']);
  expect(permissionsOf('functions/deployment/make-keys.ts')).toEqual({
    settings: ['dynamodb:BatchGetItem', 'dynamodb:PutItem'],
  });
});

test('every other read is of documents, whose addresses are signed with the right to upload', () => {
  const others = routes.filter((route) => route.method === 'GET' && groupOf(route) !== 'reads');
  expect(others.map(({ operationId }) => operationId)).toEqual(['getDocument']);
});

test.each(['trail', 'ledger', 'accessLog'])('nobody may change or delete what is in the %s', (table) => {
  const actions = new Set(entryPoints().flatMap((entry) => permissionsOf(entry)[table] ?? []));
  const known = ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:Scan'];
  expect([...actions].filter((action) => !known.includes(action))).toEqual([]);
  expect(actions).toContain('dynamodb:PutItem');
});
