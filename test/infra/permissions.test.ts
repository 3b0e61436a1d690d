import { describe, expect, test } from 'vitest';
import { entryPoints } from '../../infra/build/entry-points.ts';
import { differencesOf } from '../../infra/permission-differences.ts';
import { permissionsOf, recordedPermissions, withoutChance } from '../../infra/permissions.ts';
import { routes } from '../../shared/contracts/routes.ts';

/** Functions that call nothing. */
const callsNothing = ['functions/http/openapi.ts'];

describe('permissions.json', () => {
  test('knows every function, and no function that is not there', () => {
    const expected = entryPoints().filter((entry) => !callsNothing.includes(entry));
    expect(Object.keys(recordedPermissions).sort()).toEqual([...expected].sort());
  });

  test('leaves out what chance decides, which functions that page are given all the same', () => {
    for (const [entry, permissions] of Object.entries(recordedPermissions)) {
      expect([entry, withoutChance(entry, permissions)]).toEqual([entry, permissions]);
    }
    expect(permissionsOf('functions/http/loans/list.ts').settings).toEqual(['dynamodb:BatchGetItem']);
    expect(permissionsOf('functions/http/loans/get.ts').settings).toBeUndefined();
  });
});

describe('the comparison of a run with what is permitted', () => {
  const entry = 'functions/http/loans/get.ts';
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

test('a function that reads, or that runs commands, may not write settings: only the deployment makes keys', () => {
  const mayWrite = entryPoints().filter((entry) =>
    permissionsOf(entry).settings?.some((action) => !/Get/.test(action)),
  );
  expect(mayWrite).toEqual(['functions/deployment/make-keys.ts']);
  expect(permissionsOf('functions/deployment/make-keys.ts')).toEqual({
    settings: ['dynamodb:BatchGetItem', 'dynamodb:PutItem'],
  });
});

test('no GET may change anything but the record of questions, the access log and a client’s limit, and none may send a message', () => {
  const gets = routes.filter(({ method }) => method === 'GET');
  for (const { handler, operationId } of gets) {
    const { limits: _, accessLog = [], ...rest } = permissionsOf(handler);
    expect([operationId, accessLog.filter((action) => !/(BatchGet|Put)Item$/.test(action))]).toEqual([operationId, []]);
    // What a bank asks about a cap is recorded, and nothing else of that call (decisions/0052).
    const { questions = [], ...others } = rest;
    if (operationId === 'getEligibility') expect(questions).toEqual(['dynamodb:BatchGetItem', 'dynamodb:UpdateItem']);
    const changing = Object.values(operationId === 'getEligibility' ? others : rest)
      .flat()
      .filter((action) => !/^dynamodb:(BatchGetItem|GetItem|Query)$/.test(action));
    expect([operationId, changing]).toEqual([operationId, []]);
  }
});

test.each(['trail', 'ledger', 'accessLog'])('nobody may change or delete what is in the %s', (table) => {
  const actions = new Set(entryPoints().flatMap((entry) => permissionsOf(entry)[table] ?? []));
  const known = ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:Scan'];
  expect([...actions].filter((action) => !known.includes(action))).toEqual([]);
  expect(actions).toContain('dynamodb:PutItem');
});
