import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeCityKeys } from '../../../shared/operations/make-city-keys.ts';
import { operatorSubsOf } from '../../../shared/operations/persons/operator-subs.ts';
import { scanAll } from '../../../shared/store/scan.ts';
import { commit } from '../../../shared/store/transaction.ts';
import { type CloudFormation, startCloudFormation } from '../../support/cloud-formation.ts';
import { type Handlers, openHandlers } from '../../support/handlers.ts';
import { openStore } from '../../support/store.ts';
import { runDeploymentStep } from '../../support/workers.ts';

let api: Handlers;
let cloudFormation: CloudFormation;

beforeAll(async () => {
  api = await openHandlers({ hasKeys: false });
  cloudFormation = await startCloudFormation();
});
beforeEach(() => cloudFormation.answers.splice(0));
afterAll(() => cloudFormation.stop());

const statuses = (): readonly unknown[] => cloudFormation.answers.map(({ body }) => body.Status);

async function keysOf({ services }: Pick<Handlers, 'services'>): Promise<Readonly<Record<string, string>>> {
  const keys: Record<string, string> = {};
  for await (const { pk, value } of scanAll(services.database, 'settings')) keys[String(pk)] = String(value);
  return keys;
}

describe('the keys of a city', () => {
  test('are made by its first deployment, 256 random bits each', async () => {
    expect(await runDeploymentStep('make-keys', cloudFormation.eventOf('Create'))).toEqual({
      made: 'cursor-secret operator-pseudonyms',
    });
    expect(statuses()).toEqual(['SUCCESS']);
    const keys = await keysOf(api);
    expect(Object.keys(keys).sort()).toEqual(['cursor-secret', 'operator-pseudonyms']);
    const bytes = Object.values(keys).map((value) => Buffer.from(value, 'base64'));
    expect(bytes.map(({ length }) => length)).toEqual([32, 32]);
    expect(new Set(Object.values(keys)).size).toBe(2);
    for (const key of Object.values(keys)) expect(JSON.stringify(cloudFormation.answers)).not.toContain(key);
  });

  test.each(['Update', 'Delete'] as const)('are left as they are by a later %s of the stack', async (requestType) => {
    const before = await keysOf(api);
    await runDeploymentStep('make-keys', cloudFormation.eventOf(requestType));
    await runDeploymentStep('make-keys');
    expect(statuses()).toEqual(['SUCCESS']);
    expect(await keysOf(api)).toEqual(before);
  });

  test('are one each if two deployments make them at once', async () => {
    const store = await openStore();
    const made = await Promise.all(Array.from({ length: 8 }, () => makeCityKeys(store.services)));
    expect(made.flat().sort()).toEqual(['cursor-secret', 'operator-pseudonyms']);
  });

  test('that an earlier version has made stay, and what it lacks is added', async () => {
    const store = await openStore();
    const item = { pk: 'operator-pseudonyms', value: Buffer.alloc(32, 7).toString('base64') };
    await commit(store.services.database, [{ kind: 'put', table: 'settings', item }]);
    const clerks = { handledBy: '李四光', checkedBy: '王五岳' };
    const before = await operatorSubsOf(store.services, 'rcb', clerks);
    // As the releases before had it: a bank's clerks keep their pseudonyms.
    expect(before.handledBy).toBe('operator:dc1f4a9aa87b1f1862d6d49f3870ee53');
    expect(await makeCityKeys(store.services)).toEqual(['cursor-secret']);
    expect((await keysOf(store))['operator-pseudonyms']).toBe(item.value);
    expect(await operatorSubsOf(store.services, 'rcb', clerks)).toEqual(before);
  });
});
