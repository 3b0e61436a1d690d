import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../../shared/contracts/routes.ts';
import { Api, untilImported } from '../../support/api.ts';
import { prepareCity } from '../../support/city.ts';
import { creditCode } from '../../support/fixtures.ts';
import { type DocumentedCall, dereferenced, documentedCalls, exampleBody } from '../../support/openapi-example.ts';
import { type StartedSystem, startedProcess } from '../../support/process.ts';
import { newFolderInMemory, removeFolder } from '../../support/system.ts';
import {
  hostileBodies,
  hostileHeaders,
  hostilePathParts,
  hostileQueryValues,
  hostileValues,
  notQuiteNumbers,
} from './corpus.ts';
import { RawClient, type RawReply, type RawRequest } from './raw-client.ts';

/** Nothing hostile may take longer than this, however busy the machine is; a hang would be the gateway's 30 seconds. */
const slowestMs = 15_000;
/** What the system may hold of memory when all is over, for each call: three threads with all functions loaded are about half of it. */
const residentMegabytesMax = 13.6 * routes.length;

const clientOf: Readonly<Record<string, string>> = {
  bank: 'bank-rcb',
  office: 'office-1',
  finance: 'finance-1',
  member: 'member-science',
  auditor: 'auditor-1',
  enterprise: `enterprise:${creditCode(1)}`,
  guarantor: 'guarantor-talent',
};

const calls = documentedCalls.filter(({ path }) => path.startsWith('/v1/') && !/health|openapi/.test(path));
const withBody = calls.filter(({ body }) => body !== null);
const withPath = calls.filter(({ path }) => path.includes('{'));
const queried = calls.flatMap((call) =>
  call.parameters
    .filter(({ in: where }) => where === 'query')
    .map(({ name }) => ({ operationId: call.operationId, call, name })),
);
const numbers = queried.filter(({ name }) => ['limit', 'year', 'amountFen'].includes(name));

/** A path with ids of the right form that name nothing, so that whatever is well-formed after all has no effect. */
const pathOf = ({ path }: DocumentedCall): string =>
  path.replace('{creditCode}', creditCode(424_242)).replace(/\{\w+\}/g, 'nothing-of-that-name');

/** What a call's query must have, as text that names nothing. */
const requiredOf = ({ parameters }: DocumentedCall): string =>
  parameters
    .filter(({ in: where, required }) => where === 'query' && required)
    .map(({ name }) => `&${name}=nothing`)
    .join('');

/** What nobody should send, to every call: answered 4xx as a problem, or taken where its form is right; no 5xx, no hang. */
describe('hostile input', () => {
  const folder = newFolderInMemory();
  let system: StartedSystem;
  let api: Api;
  let raw: RawClient;
  const tokens = new Map<string, string>();
  beforeAll(async () => {
    system = await startedProcess({ arguments: ['--data', folder, '--empty', '--now', '2026-03-31T02:00:00.000Z'] });
    api = new Api(system.url);
    raw = new RawClient(system.url);
    await prepareCity(api, [creditCode(1), creditCode(2)]);
    for (const [role, client] of Object.entries(clientOf)) tokens.set(role, await api.token(client));
  });
  afterAll(async () => {
    raw?.close();
    await system?.end();
    removeFolder(folder);
  });

  let keys = 0;
  const headersOf = ({ operationId, method }: DocumentedCall): Record<string, string> => {
    const allowed = routes.find((route) => route.operationId === operationId)?.roles ?? [];
    keys += 1;
    return {
      authorization: `Bearer ${tokens.get(allowed[0] ?? '')}`,
      ...(method === 'POST' && { 'idempotency-key': `hostile-${keys}`, 'content-type': 'application/json' }),
    };
  };
  const send = async (call: DocumentedCall, request: Partial<RawRequest>): Promise<RawReply> => {
    const headers = { ...headersOf(call), ...request.headers };
    const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
    const reply = await raw.send({ method: call.method, path: pathOf(call), ...request, headers: sent });
    expectDecent(reply);
    return reply;
  };

  /** No 5xx, no hang; a refusal is a problem and tells nothing of how the program is made. */
  function expectDecent({ status, text, contentType, ms }: RawReply): void {
    expect(status, text).toBeLessThan(500);
    expect(ms).toBeLessThan(slowestMs);
    if (status >= 400 && status !== 431) expect(contentType).toContain('application/problem+json');
    expect(text).not.toMatch(/node_modules|\bat \w+ \(|TypeError|RangeError|SyntaxError/);
  }

  test.each(withBody)('$operationId takes no body that is not JSON of the right form and size', async (call) => {
    for (const [what, { body, statuses, headers = {}, chunked = false }] of Object.entries(hostileBodies)) {
      const limit = routes.find(({ operationId }) => operationId === call.operationId)?.bodyBytesMax ?? 1024 * 1024;
      const { status, text } = await send(call, { body, headers, chunked });
      expect(statuses, `${what}, ${limit}: ${status} ${text.slice(0, 300)}`).toContain(status);
    }
  });

  test.each(withBody)('$operationId survives anything in the place of each of its fields', async (call) => {
    const example = exampleBody(call) as Record<string, unknown>;
    const optional = Object.keys(call.body === null ? {} : fieldsOf(call)).filter((name) => !(name in example));
    for (const name of [...Object.keys(example), ...optional]) {
      const others = Object.entries(example).filter(([field]) => field !== name);
      const rest = others.map(([field, value]) => `,${JSON.stringify(field)}:${JSON.stringify(value)}`).join('');
      await Promise.all(
        Object.values(hostileValues).map((value) => send(call, { body: `{${JSON.stringify(name)}:${value}${rest}}` })),
      );
    }
  });

  test.each(withBody)('$operationId takes no field twice, and none that it does not know', async (call) => {
    const example = JSON.stringify(exampleBody(call));
    const unknown = await send(call, { body: example.replace('{', example === '{}' ? '{"x":1' : '{"x":1,') });
    expect([unknown.status, JSON.parse(unknown.text).errors]).toMatchObject([400, [{ path: 'x' }]]);
    const [name = 'operator'] = Object.keys(exampleBody(call) as object);
    const twice = `{${JSON.stringify(name)}:null,${example === '{}' ? '"operator":null}' : example.slice(1)}`;
    const repeated = await send(call, { body: twice });
    const errors = [{ path: name, code: 'member-repeated' }];
    expect([repeated.status, JSON.parse(repeated.text).errors]).toMatchObject([400, errors]);
  });

  test.each(withPath)('$operationId knows nothing by an id that is none', async (call) => {
    for (const part of hostilePathParts) {
      const body = call.method === 'POST' ? { body: JSON.stringify(exampleBody(call)) } : {};
      const { status } = await send(call, { path: call.path.replace(/\{\w+\}/g, part), ...body });
      expect([400, 404, 414, 431], part.slice(0, 40)).toContain(status);
    }
  });

  test.each(queried)('$operationId survives anything as ?$name=', async ({ call, name }) => {
    for (const value of hostileQueryValues) await send(call, { path: `${pathOf(call)}?${name}=${value}` });
    await send(call, { path: `${pathOf(call)}?${name}=1&${name}=2` });
    const unknown = await send(call, { path: `${pathOf(call)}?${name}x=1` });
    expect(unknown.status).toBe(400);
  });

  test.each(numbers)('$operationId takes digits alone as ?$name=', async ({ call, name }) => {
    const asked = `${name}=${name === 'year' ? '2026' : '5'}${requiredOf(call)}`;
    const wellFormed = await send(call, { path: `${pathOf(call)}?${asked}` });
    expect([200, 404]).toContain(wellFormed.status);
    for (const value of notQuiteNumbers) {
      const { status, text } = await send(call, { path: `${pathOf(call)}?${name}=${value}` });
      expect([status, JSON.parse(text).code], `${name}=${value}`).toEqual([400, 'validation-failed']);
    }
  });

  test.each(calls)('$operationId survives odd headers', async (call) => {
    const body = call.method === 'POST' ? { body: '{}' } : {};
    for (const headers of Object.values(hostileHeaders)) await send(call, { headers: headers as never, ...body });
    for (const authorization of [
      'Bearer',
      'Basic b2ZmaWNlOng=',
      'Bearer a b',
      `Bearer ${'x'.repeat(9000)}`,
      'bearer ..',
    ]) {
      expect((await send(call, { headers: { authorization }, ...body })).status).toBe(401);
    }
  });

  test('a cursor that was altered, cut, or made for another list or caller is refused', async () => {
    for (const client of ['bank-rcb', 'bank-icbc'] as const) {
      for (let number = 1; number <= 2; number += 1) {
        const terms = {
          amountFen: 1_000,
          termMonths: 3,
          mode: 'credit',
          purpose: '研发',
          institutionId: client.slice(5),
        };
        await api.post(client, '/v1/applications', { ...terms, creditCode: creditCode(number) });
      }
    }
    const path = '/v1/applications?limit=1';
    const cursor = String((await api.get('bank-rcb', path)).body.nextCursor);
    expect((await api.get('bank-rcb', `${path}&cursor=${cursor}`)).status).toBe(200);
    const altered = Array.from({ length: cursor.length }, (_, at) => {
      const other = cursor[at] === 'A' ? 'B' : 'A';
      return cursor.slice(0, at) + other + cursor.slice(at + 1);
    });
    const bad = [...altered, cursor.slice(0, -1), `${cursor}A`, `${cursor}=`, 'A', 'x'.repeat(4000), '%00', '{}'];
    for (const one of bad) {
      const { status, body } = await api.get('bank-rcb', `${path}&cursor=${one}`);
      expect([status, body.code], one.slice(0, 50)).toEqual([400, 'cursor-invalid']);
    }
    for (const [client, foreign] of [
      ['bank-icbc', `${path}&cursor=${cursor}`],
      ['bank-rcb-2', `${path}&cursor=${cursor}`],
      ['bank-rcb', `/v1/loans?limit=1&cursor=${cursor}`],
      ['bank-rcb', `${path}&state=submitted&cursor=${cursor}`],
    ] as const) {
      expect((await api.get(client, foreign)).body.code).toBe('cursor-invalid');
    }
  });

  test('an import of nothing but hostile rows is done, rejects each, and its sheet runs no formula', async () => {
    const formula = '=cmd|\u0027/c calc\u0027!A1';
    const row = { creditCode: creditCode(3), name: '丙', issuedOn: '2025-01-01' };
    const wrong: readonly unknown[] = [
      ...Object.values(hostileValues).flatMap((value) => (value === '1e400' ? [] : [JSON.parse(value)])),
      { ...row, creditCode: '9.13305E+17' },
      { ...row, creditCode: 913_304_820_000_000_000 },
      { ...row, creditCode: formula, name: formula },
      { ...row, name: '+1+1', creditCode: '@SUM(A1)' },
      { ...row, name: '\tx', creditCode: '-2' },
      { ...row, name: 'x'.repeat(100_000) },
      { ...row, name: '\ufffd\ufffd\ufffd', creditCode: 'ƽ����' },
      { ...row, issuedOn: 46_000 },
      { ...row, validUntil: { year: 2026 } },
      { ...row, constructor: { prototype: {} } },
    ];
    const rows = wrong.filter((one) => JSON.stringify(one) !== '"\\ud800"');
    const list = { category: 'gazelle', mode: 'merge', source: { title: '名单' }, rows };
    const accepted = await api.post('office-1', '/v1/imports', list);
    expect(accepted.status, accepted.text).toBe(202);
    const done = await untilImported(api, String(accepted.body.importId));
    expect(done).toMatchObject({ state: 'done', total: rows.length, added: 0, rejected: rows.length });
    const sheet = await api.get('office-1', `/v1/imports/${accepted.body.importId}/rejections?limit=200`, {
      accept: 'text/csv',
    });
    const cells = sheet.text.split(/\r?\n/).flatMap((line) => line.split(',').map((cell) => cell.replace(/^"/, '')));
    expect(cells.filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([]);
  });

  test('after all of it the system is well, and holds no more memory than it may', async () => {
    expect((await fetch(`${system.url}/v1/health`)).status).toBe(200);
    const status = readFileSync(`/proc/${system.pid}/status`, 'utf8');
    const residentMegabytes = Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
    expect(residentMegabytes).toBeLessThan(residentMegabytesMax);
    expect(system.output()).not.toMatch(/answered 500|A worker thread/);
  });

  const fieldsOf = (call: DocumentedCall): Readonly<Record<string, unknown>> =>
    call.body === null ? {} : (dereferenced(call.body).properties ?? {});
});
