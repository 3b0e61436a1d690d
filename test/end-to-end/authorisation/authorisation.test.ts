import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Role, roles } from '../../../shared/contracts/route.ts';
import { routes } from '../../../shared/contracts/routes.ts';
import type { Api, Reply } from '../../support/api.ts';
import { creditCode } from '../../support/fixtures.ts';
import { type DocumentedCall, documentedCalls, exampleBody } from '../../support/openapi-example.ts';
import { type RunningSystem, removeFolder, startSystem } from '../../support/system.ts';
import { badTokens } from './bad-tokens.ts';
import { expectationOf, filters, type Sight, sights, withoutTarget } from './expectations.ts';
import { type TokenForge, tokenForge } from './hostile-tokens.ts';
import { WatchedApi } from './watched-api.ts';
import { makeWhoseCity, type Things, today, type WhoseCity } from './whose-city.ts';

const guarded = routes.filter((route) => route.roles !== 'public');
const open = routes.filter((route) => route.roles === 'public');
const isOpenTo = (operationId: string, role: Role): boolean =>
  routes.some((route) => route.operationId === operationId && route.roles.includes(role));
const callOf = (operationId: string): DocumentedCall => {
  const call = documentedCalls.find((candidate) => candidate.operationId === operationId);
  if (!call) throw new Error(`${operationId} is not in the OpenAPI document`);
  return call;
};

/** What a call's query must say. */
const queries: Readonly<Record<string, string>> = { verifyHistory: '?kind=loans', listPersons: '?org=rcb' };

/** A version that nothing has, so that a command comes as far as seeing its resource and does nothing. */
const noVersion = { 'if-match': '"999999"' };
const absent = 'nothing-of-that-name';

/** Everybody who may call anything, and who may not: from the route table, so that no new route is forgotten. */
describe('who may call, for every route, role, thing and token', () => {
  let system: RunningSystem;
  let api: Api;
  let city: WhoseCity;
  let tokens: Readonly<Record<string, string | null>>;
  let forge: TokenForge;
  beforeAll(async () => {
    system = await startSystem({ now: `${today}T01:00:00.000Z` });
    api = new WatchedApi(system.url);
    city = await makeWhoseCity(api);
    tokens = await badTokens(await api.token('office-1'), system.folder);
    forge = tokenForge(await api.token('office-1'), system.folder);
  });
  afterAll(async () => {
    await system?.stop();
    if (system) removeFolder(system.folder);
  });

  const pathTo = (path: string, id: string): string => path.replace(/\{\w+\}/, id);
  const send = (client: string, call: DocumentedCall, id: string, headers = {}): Promise<Reply> => {
    const query = queries[call.operationId] ?? '';
    const named = call.operationId === 'submitApplication' ? city.named.own : {};
    const body = call.method === 'POST' ? { body: { ...exampleBody(call), ...named } } : {};
    return api.send(client, call.method, `${pathTo(call.path, id)}${query}`, { ...body, headers });
  };

  test('every route is in the OpenAPI document, and every route without a path parameter has an expectation', () => {
    expect(documentedCalls.map(({ operationId }) => operationId).sort()).toEqual(
      routes.map(({ operationId }) => operationId).sort(),
    );
    const untargeted = guarded.filter(({ path }) => !path.includes('{')).map(({ operationId }) => operationId);
    expect(Object.keys(withoutTarget).sort()).toEqual(untargeted.sort());
  });

  test.each(guarded)('$method $path takes no token that is missing, old, unsigned or another’s', async (route) => {
    for (const [what, token] of Object.entries(tokens)) {
      const reply = await api.send(null, route.method, pathTo(route.path, absent), {
        ...(route.method === 'POST' && { body: {} }),
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
      });
      expect([reply.status, reply.body.code], what).toEqual([401, 'unauthenticated']);
      expect(reply.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  const withHeaders = (headers: Readonly<Record<string, string>>, path = '/v1/loans') =>
    api.send(null, 'GET', path, { headers });
  const tokenOf = (claims: object) => `Bearer ${forge.ofIssuer(claims as Record<string, unknown>)}`;

  test('a bank’s organisation in an enterprise’s token, or the office’s in a bank’s, opens nothing of theirs', async () => {
    const { claim, document, loan } = city.own('bank');
    const asEnterprise = { authorization: tokenOf({ org: 'rcb', roles: ['enterprise'] }) };
    for (const path of [`/v1/loans/${loan}`, `/v1/claims/${claim}`, `/v1/documents/${document}`])
      expect((await withHeaders(asEnterprise, path)).status, path).toBe(404);
    const asBank = { authorization: tokenOf({ org: 'office', roles: ['bank'] }) };
    const paper = await api.post('office-1', '/v1/documents', exampleBody(callOf('announceDocument')));
    expect((await withHeaders(asBank, `/v1/documents/${paper.body.documentId}`)).status).toBe(404);
  });

  test.each(['/v1/applications', '/v1/loans', '/v1/claims'])(
    '%s is narrowed by no filter to what is another’s',
    async (list) => {
      const mine = 'institutionId=rcb';
      for (const others of [
        'institutionId=icbc',
        'institutionId=ICBC',
        'institutionId=*',
        'institutionId=',
        `${mine}&institutionId=icbc`,
        'institutionId=icbc,rcb',
        'institutionId[]=icbc',
        'institutionid=icbc',
      ]) {
        const { status, body, text } = await api.get('bank-rcb', `${list}?${others}`);
        if (status === 200) expect(body.items, others).toEqual([]);
        else expect([status, body.code], `${others}: ${text}`).toEqual([400, 'validation-failed']);
      }
    },
  );

  test.each(open)('$method $path asks for no token, and minds none', async (route) => {
    for (const token of Object.values(tokens)) {
      const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
      expect((await api.send(null, route.method, route.path, { headers })).status).toBe(200);
    }
  });

  test.each(guarded)('$method $path is 403 to every role that it is not open to, whatever it names', async (route) => {
    const call = callOf(route.operationId);
    for (const role of roles.filter((candidate) => !isOpenTo(route.operationId, candidate))) {
      const { kind } = expectationOf(route.operationId, route.path);
      const ids = kind === null ? [''] : [city.own(role)[kind], city.others[kind], absent];
      for (const id of ids) {
        const reply = await send(city.clients[role], call, id, noVersion);
        expect([reply.status, reply.body.code], `${role} and ${id}`).toEqual([403, 'forbidden']);
      }
    }
  });

  const targeted = guarded.filter(({ path }) => path.includes('{'));
  test.each(targeted)(
    '$method $path shows each role what is its to see; all else is 404 and never 403',
    async (route) => {
      const call = callOf(route.operationId);
      const { kind, ifMissing, looksAtVersion } = expectationOf(route.operationId, route.path);
      if (kind === null) throw new Error('the path names nothing');
      for (const role of roles.filter((candidate) => isOpenTo(route.operationId, candidate))) {
        const sight = sights[kind][role];
        const seen = { own: sight !== 'none', others: sight === 'all' };
        const things = { own: city.own(role), others: city.others };
        for (const whose of ['own', 'others'] as const) {
          const reply = await send(city.clients[role], call, things[whose][kind], looksAtVersion ? noVersion : {});
          const wanted = seen[whose] ? seenStatuses(route.method, looksAtVersion) : [404];
          expect(wanted, `${role}, ${whose}: ${reply.status} ${reply.text}`).toContain(reply.status);
          expectNoSecrets(reply, role, sight, things[whose]);
        }
        const isCode = route.path.includes('{creditCode}');
        const missing = await send(city.clients[role], call, isCode ? creditCode(424_242) : absent, {});
        const isAnswered = ifMissing === 'answered' && sight === 'all';
        // The first to ask for an inclusion makes it; whoever follows meets it.
        const wanted = isAnswered ? [200, 201, 409] : [404];
        expect(wanted, `${role}, none: ${missing.status} ${missing.text}`).toContain(missing.status);
      }
    },
  );

  const untargeted = guarded.filter(({ path }) => !path.includes('{'));
  test.each(untargeted)('$method $path answers the roles that it is open to, and no other’s things', async (route) => {
    const call = callOf(route.operationId);
    for (const role of roles.filter((candidate) => isOpenTo(route.operationId, candidate))) {
      const reply = await send(city.clients[role], call, '');
      expect(withoutTarget[route.operationId], `${role}: ${reply.status} ${reply.text}`).toContain(reply.status);
      expectNoSecrets(reply, role, 'own', city.own(role));
    }
  });

  test('every filter of every list has an expectation', () => {
    const asked = documentedCalls.flatMap(({ operationId, parameters }) =>
      parameters.flatMap(({ in: place, name }) =>
        place === 'query' && !['limit', 'cursor'].includes(name) ? [`${operationId} ${name}`] : [],
      ),
    );
    const expected = Object.entries(filters).flatMap(([list, of]) => Object.keys(of).map((name) => `${list} ${name}`));
    expect(expected.sort()).toEqual(asked.sort());
  });

  test.each(Object.entries(filters))('%s may be asked only for what the caller’s role sees', async (list, of) => {
    const call = callOf(list);
    for (const role of roles.filter((candidate) => isOpenTo(list, candidate))) {
      const id = city.own(role).enterprise;
      for (const [name, { value, hiddenFrom }] of Object.entries(of)) {
        const kind = list === 'verifyHistory' && name !== 'kind' ? 'kind=loans&' : '';
        const path = `${pathTo(call.path, id)}?${kind}${name}=${encodeURIComponent(value)}`;
        const reply = await api.send(city.clients[role], 'GET', path, {});
        if (hiddenFrom.includes(role)) {
          const errors = [{ path: name, code: 'filter-not-visible' }];
          expect(reply.body, `${role} ${path}`).toMatchObject({ status: 400, code: 'validation-failed', errors });
        } else expect([200, 404], `${role} ${path}: ${reply.text}`).toContain(reply.status);
      }
    }
  });

  test('who names another bank, or another enterprise than itself, in a body is 403 before any rule', async () => {
    const call = callOf('submitApplication');
    const { own, others } = city.named;
    for (const [role, named] of [
      ['bank', { ...own, institutionId: others.institutionId }],
      ['enterprise', { ...own, creditCode: others.creditCode }],
    ] as const) {
      const reply = await api.post(city.clients[role], call.path, { ...exampleBody(call), ...named });
      expect([reply.status, reply.body.code], role).toEqual([403, 'forbidden']);
    }
  });

  const seenStatuses = (method: string, looksAtVersion: boolean): readonly number[] => {
    if (method === 'GET') return [200];
    return looksAtVersion ? [412] : [201, 409, 422];
  };

  /** Nobody who sees only what is its own meets another bank's ids, numbers or references anywhere in an answer. */
  function expectNoSecrets({ text }: Reply, role: Role, sight: Sight, asked: Things): void {
    if (sight === 'all' || !['bank', 'enterprise', 'guarantor'].includes(role)) return;
    const met = city.secretsOfOthers.filter(
      (secret) => text.includes(secret) && !Object.values(asked).includes(secret),
    );
    expect(met, `${role} met ${met.join(', ')}`).toEqual([]);
  }
});
