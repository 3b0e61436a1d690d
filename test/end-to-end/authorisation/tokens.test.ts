import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Api } from '../../support/api.ts';
import { type RunningSystem, removeFolder, startSystem } from '../../support/system.ts';
import { type TokenForge, tokenForge } from './hostile-tokens.ts';

/** One call of each method stands for all: `authorisation.test.ts` asks every route for a good token. */
describe('whom a token lets in', () => {
  let system: RunningSystem;
  let api: Api;
  let forge: TokenForge;
  beforeAll(async () => {
    system = await startSystem({ now: '2026-03-02T01:00:00.000Z' });
    api = new Api(system.url);
    forge = tokenForge(await api.token('office-1'), system.folder);
  });
  afterAll(async () => {
    await system?.stop();
    if (system) removeFolder(system.folder);
  });

  const withHeaders = (headers: Readonly<Record<string, string>>, path = '/v1/loans') =>
    api.send(null, 'GET', path, { headers });
  const tokenOf = (claims: object) => `Bearer ${forge.ofIssuer(claims as Record<string, unknown>)}`;

  test('nobody comes in by a token that is forged, bent, for others or in another form', async () => {
    expect((await withHeaders({ authorization: `Bearer ${forge.good}` })).status).toBe(200);
    const refused = Object.entries(forge.refused());
    expect(refused.length).toBeGreaterThan(55);
    for (const [what, authorization] of refused) {
      const answers = [
        await withHeaders({ authorization }),
        await api.send(null, 'POST', '/v1/refreshes', { headers: { authorization }, body: {} }),
      ];
      expect(
        answers.map(({ status }) => status),
        what,
      ).toEqual([401, 401]);
    }
    for (const path of [`/v1/loans?access_token=${forge.good}`, `/v1/loans?token=${forge.good}`])
      expect((await withHeaders({}, path)).status).toBe(401);
    for (const [name, value] of [
      ['cookie', `access_token=${forge.good}`],
      ['x-authorization', `Bearer ${forge.good}`],
    ] as const)
      expect((await withHeaders({ [name]: value })).status).toBe(401);
  });

  test.each([
    [['head office']],
    [['head,office', 'bank,office']],
    [['["office"]', '[office]', '"office"', "'office'"]],
    [['Office', 'OFFICE', ' office', 'ｏｆｆｉｃｅ', 'office\u200b']],
    [{ office: true }],
    [{ '0': 'office', length: 1 }],
    [[{ name: 'office' }]],
    [[['office']]],
    ['office'],
    ['[office]'],
    ['bank office'],
    [['office-admin', 'back-office']],
    [[]],
    [null],
  ])('a directory’s groups %j are no role', async (roles) => {
    const reply = await withHeaders({ authorization: tokenOf({ roles }) });
    expect([reply.status, reply.body.code]).toEqual([403, 'forbidden']);
  });

  test('a role among other groups is one', async () => {
    const reply = await withHeaders({ authorization: tokenOf({ roles: ['head office', 'office', 7, null] }) });
    expect(reply.status).toBe(200);
  });

  test.each([
    { sub: 'job:overdue-loans' },
    { sub: 'worker:settlement' },
    { sub: 'system:built-in' },
    { sub: 'Worker:settlement' },
    { sub: '' },
    { sub: 'a\u0000b' },
    { sub: 'office-1\u200b' },
    { sub: 's'.repeat(257) },
    { org: null },
    { org: 'null' },
    { org: '' },
    { org: ['rcb'] },
    { org: { id: 'rcb' } },
    { org: 7 },
    { org: 'o'.repeat(257) },
    { org: 'rcb\u202e' },
  ])('nobody is %j', async (claims) => {
    const reply = await withHeaders({ authorization: tokenOf(claims) });
    expect([reply.status, reply.body.code]).toEqual([401, 'unauthenticated']);
  });
});
