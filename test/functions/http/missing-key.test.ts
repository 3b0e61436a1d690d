import { beforeAll, describe, expect, test } from 'vitest';
import { cityKeys } from '../../../shared/store/city-keys.ts';
import { readItems } from '../../../shared/store/read.ts';
import { scanAll } from '../../../shared/store/scan.ts';
import { admit, creditCode, list } from '../../support/fixtures.ts';
import { bankOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';
import { runDeploymentStep } from '../../support/workers.ts';

let api: Handlers;
const code = creditCode(1);
const application = {
  creditCode: code,
  institutionId: 'rcb',
  amountFen: 100_000,
  termMonths: 12,
  mode: 'credit',
  purpose: '周转',
  operator: { handledBy: '李四光', checkedBy: '王五岳' },
};

beforeAll(async () => {
  api = await openHandlers({ hasKeys: false });
  await admit(api.services, 'rcb');
  await list(api.services, code);
});

const itemsOf = async (table: 'settings' | 'applications'): Promise<readonly unknown[]> => {
  const items: unknown[] = [];
  for await (const item of scanAll(api.services.database, table)) items.push(item);
  return items;
};

describe('a city whose keys are missing', () => {
  test('answers 500 to a list that goes on, and makes no key', async () => {
    const reply = await api.get(officer, '/v1/policies?limit=1');
    expect(reply).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(await itemsOf('settings')).toEqual([]);
  });

  test('answers a list of one page, which needs none', async () => {
    expect((await api.get(officer, '/v1/policies')).status).toBe(200);
  });

  test('answers 500 to a bank that names its clerks, makes no key and writes nothing', async () => {
    const reply = await api.post(bankOf('rcb'), '/v1/applications', application);
    expect(reply).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect([await itemsOf('settings'), await itemsOf('applications')]).toEqual([[], []]);
  });

  test('serves both in the same processes once the keys are made', async () => {
    await runDeploymentStep('make-keys');
    const first = await api.get(officer, '/v1/policies?limit=1');
    const cursor = encodeURIComponent(String(first.body.nextCursor));
    expect((await api.get(officer, `/v1/policies?limit=1&cursor=${cursor}`)).status).toBe(200);
    expect((await api.post(bankOf('rcb'), '/v1/applications', application)).status).toBe(201);
    const places = cityKeys.map((pk) => ({ table: 'settings', key: { pk } }) as const);
    const found = await readItems(api.services.database, places);
    for (const place of places) expect(found.get(place)).toBeDefined();
  });
});
