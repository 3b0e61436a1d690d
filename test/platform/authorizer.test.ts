import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayTokenAuthorizerEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { refuse } from '../../infra/local/gateway/problem.ts';
import { clients } from '../../infra/local/issuer/clients.ts';
import { issuerEndpoints } from '../../infra/local/issuer/issuer.ts';
import { openIssuerKeys } from '../../infra/local/issuer/keys.ts';
import { createTokenIssuer, type TokenIssuer } from '../../infra/local/issuer/tokens.ts';
import { type LocalServer, listen } from '../../infra/local/server.ts';
import { tokenAuthorizer } from '../../shared/platform/authorizer.ts';
import { standingClock } from '../infra/test-clock.ts';

const methodArn = 'arn:aws-cn:execute-api:cn-north-1:111122223333:api1234567/live/GET/v1/loans';
const asked = (token: string) =>
  tokenAuthorizer()({
    type: 'TOKEN',
    methodArn,
    authorizationToken: `Bearer ${token}`,
  } as APIGatewayTokenAuthorizerEvent);

let server: LocalServer;
let issuerAt: (instant: Date) => TokenIssuer;
beforeAll(async () => {
  server = await listen(0);
  const keys = openIssuerKeys(mkdtempSync(join(tmpdir(), 'issuer-')));
  issuerAt = (instant) => createTokenIssuer(server.url, 'us', keys, standingClock(instant.toISOString()));
  const endpoints = issuerEndpoints(issuerAt(new Date()));
  server.answerWith(
    (request) => endpoints.get(`${request.method} ${request.url}`)?.(request) ?? refuse(request, 'trace', 'not-found'),
  );
  vi.stubEnv('OIDC_ISSUER', server.url);
  vi.stubEnv('OIDC_AUDIENCE', 'us');
});
afterAll(() => {
  vi.unstubAllEnvs();
  return server.stop();
});

const [bank] = clients;
if (!bank) throw new Error('there is no client');

describe('the authorizer of a REST API', () => {
  test('lets a good token call the whole stage, and hands its claims on as one text', async () => {
    const { policyDocument, context, principalId } = await asked(await issuerAt(new Date()).accessToken(bank));
    expect(policyDocument.Statement).toEqual([
      {
        Action: 'execute-api:Invoke',
        Effect: 'Allow',
        Resource: 'arn:aws-cn:execute-api:cn-north-1:111122223333:api1234567/live/*',
      },
    ]);
    expect(principalId).toBe('bank-rcb');
    expect(JSON.parse(String(context?.claims))).toMatchObject({ sub: 'bank-rcb', org: 'rcb', roles: ['bank'] });
  });

  test('says the one word of which the gateway makes a 401, of a token that is old, forged or for others', async () => {
    const old = await issuerAt(new Date(Date.now() - 2 * 3_600_000)).accessToken(bank);
    const forOthers = await issuerAt(new Date()).identityToken(bank, 'another', null);
    const [head = '', payload = ''] = (await issuerAt(new Date()).accessToken(bank)).split('.');
    for (const token of [old, forOthers, `${head}.${payload}.c2lnbmF0dXJl`, 'nonsense']) {
      await expect(asked(token)).rejects.toThrow(/^Unauthorized$/);
    }
  });

  test('says otherwise where the issuer cannot be asked, and asks again the next time', async () => {
    vi.stubEnv('OIDC_ISSUER', `${server.url}/nowhere`);
    const token = await issuerAt(new Date()).accessToken(bank);
    await expect(asked(token)).rejects.toThrow(/answered 404 to .*openid-configuration/);
    vi.stubEnv('OIDC_ISSUER', server.url);
    expect((await asked(token)).principalId).toBe('bank-rcb');
  });
});
