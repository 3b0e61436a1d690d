import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api } from '../support/api.ts';
import { type StartedSystem, startedProcess } from '../support/process.ts';

let system: StartedSystem;
beforeAll(async () => {
  system = await startedProcess({ arguments: ['--data', mkdtempSync(join(tmpdir(), 'system-')), '--empty'] });
});
afterAll(() => system.kill9());

test('what the gateway itself refuses on one machine stands in the access log with its address, and sign-ins too', async () => {
  expect((await fetch(`${system.url}/v1/loans`, { headers: { authorization: 'Bearer a.b.c' } })).status).toBe(401);
  expect((await fetch(`${system.url}/v1/nothing?name=somebody`)).status).toBe(404);
  const { body } = await new Api(system.url).get('auditor-1', '/v1/access-log');
  const items = body.items as readonly Readonly<Record<string, unknown>>[];
  expect(items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: 'unauthenticated', operationId: 'listLoans', address: '127.0.0.1', sub: null }),
      expect.objectContaining({ code: 'not-found', operationId: null, path: '/v1/nothing' }),
    ]),
  );
  const again = await new Api(system.url).get('auditor-1', '/v1/access-log?kind=sign-in');
  expect(again.body.items).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'sign-in', sub: 'auditor-1', outcome: 'allowed' })]),
  );
});
