import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { describe, expect, test, vi } from 'vitest';
import { withGatewayBundles } from '../../infra/build/gateway-bundles.ts';
import { buildPage } from '../../infra/build/page.ts';
import { firstFileCode } from '../../infra/constructs/page-distribution.ts';
import { pageEntry } from '../../infra/constructs/page-function.ts';
import { parseSettings } from '../../infra/deployment/settings.ts';
import { type Assembly, resourcesOfType } from '../../infra/local/template/assembly.ts';
import { chinaSettings } from './china.ts';
import { assemblyOf } from './synthesised.ts';

const least = {
  city: 'pinghu',
  region: 'eu-central-1',
  policyFile: 'policies.json',
  alarms: { email: 'duty@example.cn' },
};
const only = (assembly: Assembly, type: string) => {
  const [found, ...others] = resourcesOfType(assembly, type);
  if (found === undefined || others.length > 0) throw new Error(`not one ${type}`);
  return found;
};

/** The security headers of each policy of headers, that of the page first. */
const headersPolicies = (assembly: Assembly) =>
  resourcesOfType(assembly, 'AWS::CloudFront::ResponseHeadersPolicy').map(
    ({ properties }) =>
      (
        properties.ResponseHeadersPolicyConfig as {
          SecurityHeadersConfig: Record<string, Record<string, unknown> | undefined>;
        }
      ).SecurityHeadersConfig,
  );

describe('the officials’ page in CloudFront', () => {
  const assembly = assemblyOf(parseSettings(least));
  const distribution = only(assembly, 'AWS::CloudFront::Distribution').properties.DistributionConfig as {
    Origins: { DomainName: unknown; OriginAccessControlId?: unknown; S3OriginConfig?: unknown }[];
    CacheBehaviors: { PathPattern: string; ViewerProtocolPolicy: string }[];
    ViewerCertificate?: unknown;
  };

  test('lies in a bucket that nobody but this distribution may read, and over TLS alone', () => {
    const policies = resourcesOfType(assembly, 'AWS::S3::BucketPolicy').map(({ properties }) => properties);
    const ofPage = policies.find(({ Bucket }) => JSON.stringify(Bucket).includes('PageCloudFrontFiles'));
    const { Statement } = (ofPage?.PolicyDocument ?? {}) as { Statement: { Effect: string; Principal: unknown }[] };
    const allowed = Statement.filter(
      ({ Effect, Principal }) => Effect === 'Allow' && 'Service' in (Principal as object),
    );
    expect(allowed).toEqual([
      expect.objectContaining({
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } },
      }),
    ]);
    expect(JSON.stringify(Statement)).toContain('"aws:SecureTransport":"false"');
    expect(distribution.Origins[0]?.OriginAccessControlId).toBeDefined();
  });

  test('has the API under the same host name, uncached', () => {
    expect(distribution.CacheBehaviors).toMatchObject([{ PathPattern: '/v1/*', ViewerProtocolPolicy: 'https-only' }]);
    expect(JSON.stringify(distribution.Origins[1]?.DomainName)).toContain('.execute-api.eu-central-1.');
  });

  test('is sent with the headers that one machine sends, and calls its own origin, the issuer and the documents alone', () => {
    const [ofPage] = headersPolicies(assembly);
    const { ContentSecurityPolicy, StrictTransportSecurity, FrameOptions } = ofPage ?? {};
    const policy = JSON.stringify(ContentSecurityPolicy?.ContentSecurityPolicy);
    expect(policy).toContain("default-src 'self'; script-src 'self'; style-src 'self'");
    expect(policy).toMatch(/connect-src 'self' https:\/\/cognito-idp\.eu-central-1\./);
    expect(policy).toContain('.auth.eu-central-1.amazoncognito.com');
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(FrameOptions?.FrameOption).toBe('DENY');
    expect(StrictTransportSecurity?.AccessControlMaxAgeSec).toBe(63_072_000);
  });

  test('sends the API’s answers under its name with TLS only and nosniff, also those that the gateway makes', () => {
    const [, ofApi] = headersPolicies(assembly);
    expect(Object.keys(ofApi ?? {})).toEqual(['ContentTypeOptions', 'StrictTransportSecurity']);
    expect(distribution.CacheBehaviors).toMatchObject([{ ResponseHeadersPolicyId: expect.anything() }]);
  });

  test('keeps hashed files for ever and asks for the first ones anew, the latter last', () => {
    const deployments = resourcesOfType(assembly, 'Custom::CDKBucketDeployment').map(({ properties }) => properties);
    expect(
      deployments.map(({ SystemMetadata, Prune, DestinationBucketKeyPrefix }) => [
        (SystemMetadata as Record<string, string>)['cache-control'],
        Prune,
        DestinationBucketKeyPrefix,
      ]),
    ).toEqual([
      ['public, max-age=31536000, immutable', false, 'admin/'],
      ['no-cache', false, 'admin/'],
    ]);
    const last = deployments.at(-1) ?? {};
    expect(last.DistributionPaths).toEqual(['/admin/', '/admin/index.html', '/admin/config.json']);
  });

  test('gets refresh tokens from the pool that are good once, and revoked with the session', () => {
    expect(only(assembly, 'AWS::Cognito::UserPoolClient').properties).toMatchObject({
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
      EnableTokenRevocation: true,
      AllowedOAuthFlows: ['code'],
    });
  });

  test('is where users of the pool come back to', () => {
    const { CallbackURLs } = only(assembly, 'AWS::Cognito::UserPoolClient').properties;
    const { ViewerCertificate } = distribution;
    expect(JSON.stringify(CallbackURLs)).toMatch(
      /"https:\/\/",\{"Fn::GetAtt":\["PageCloudFrontDistribution\w+","DomainName"\]\},"\/admin\/"/,
    );
    expect(ViewerCertificate).toBeUndefined();
  });

  test('has the city’s own host name where it has a certificate, and documents are sent from there alone', () => {
    const domain = {
      name: 'kechuang.example.com',
      certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1a',
    };
    const named = assemblyOf(parseSettings({ ...least, page: { domain } }));
    const { DistributionConfig } = only(named, 'AWS::CloudFront::Distribution').properties;
    expect(DistributionConfig).toMatchObject({
      Aliases: ['kechuang.example.com'],
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
    const { CallbackURLs } = only(named, 'AWS::Cognito::UserPoolClient').properties;
    expect(CallbackURLs).toEqual(['https://kechuang.example.com/admin/']);
    const cors = resourcesOfType(named, 'AWS::S3::Bucket').map(({ properties }) => properties.CorsConfiguration);
    expect(cors.filter(Boolean)).toMatchObject([{ CorsRules: [{ AllowedOrigins: ['https://kechuang.example.com'] }] }]);
  });

  test.each([
    ['/', 302],
    ['/admin', 302],
    ['/admin/', '/admin/index.html'],
    ['/admin/assets/page-01234567.js', '/admin/assets/page-01234567.js'],
  ])('answers %s by %s', (uri, expected) => {
    const answer = runInNewContext(`${firstFileCode}; handler({ request: { uri: '${uri}' } })`) as {
      uri?: string;
      statusCode?: number;
      headers?: Record<string, { value: string }>;
    };
    expect(answer.statusCode ?? answer.uri).toBe(expected);
    if (expected === 302) expect(answer.headers?.location?.value).toBe('/admin/');
  });
});

describe('the officials’ page without CloudFront', () => {
  const assembly = assemblyOf(chinaSettings);

  test('is served by the API’s own gateway, to everybody, by a function that may do nothing but log', () => {
    const routes = resourcesOfType(assembly, 'AWS::ApiGatewayV2::Route').map(({ properties }) => properties);
    const ofPage = routes.filter(({ RouteKey }) => String(RouteKey).includes('/admin'));
    expect(ofPage.map(({ RouteKey, AuthorizationType }) => [RouteKey, AuthorizationType])).toEqual([
      ['GET /admin', 'NONE'],
      ['GET /admin/{file+}', 'NONE'],
    ]);
    const policies = resourcesOfType(assembly, 'AWS::IAM::Policy').filter(({ id }) => id.startsWith('PageGateway'));
    const actions = policies.flatMap(({ properties }) =>
      (properties.PolicyDocument as { Statement: { Action: string | string[] }[] }).Statement.flatMap(
        ({ Action }) => Action,
      ),
    );
    expect(actions.sort()).toEqual([
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ]);
  });

  test('is told the issuer and its claims, and may call it and the documents', () => {
    const page = resourcesOfType(assembly, 'AWS::Lambda::Function').find(({ id }) => id.startsWith('PageGateway'));
    const { Variables } = (page?.properties.Environment ?? {}) as { Variables: Record<string, unknown> };
    expect(JSON.parse(String(Variables.PAGE_CONFIG))).toEqual({
      issuer: 'https://login.example.cn',
      clientId: 'admin-page',
      apiUrl: '',
      home: 'index.html',
      claims: { name: 'name', org: 'organisation', roles: 'groups' },
    });
    expect(JSON.stringify(Variables.PAGE_CONNECTIONS)).toContain('https://login.example.cn https://');
  });

  test('comes whole from the function’s own folder, zipped where the browser takes it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'page-'));
    const page = await buildPage(join(folder, 'page'));
    const bundles = await withGatewayBundles(new Map(), join(folder, 'bundle'), page);
    const root = bundles.get(pageEntry) ?? '';
    vi.stubEnv('LAMBDA_TASK_ROOT', root);
    vi.stubEnv('PAGE_CONFIG', '{"issuer":"https://login.example.cn"}');
    vi.stubEnv('PAGE_CONNECTIONS', 'https://login.example.cn https://documents.example.cn');
    try {
      const { handler } = (await import(join(root, 'index.cjs'))) as {
        handler: (
          event: unknown,
          context: Context,
        ) => Promise<{ statusCode: number; headers: Record<string, string>; body: string }>;
      };
      const ask = async (rawPath: string, more: Partial<APIGatewayProxyEventV2> = {}) => {
        const event = { rawPath, headers: { 'accept-encoding': 'gzip, br' }, requestContext: {}, ...more };
        const reply = await handler(event, { getRemainingTimeInMillis: () => 10_000 } as Context);
        return { ...reply, bytes: Buffer.from(reply.body, 'base64') };
      };
      const index = await ask('/admin/', { headers: {} });
      expect(index.bytes.toString()).toBe(readFileSync(join(page, 'index.html'), 'utf8'));
      expect(index.headers['content-security-policy']).toContain(
        "connect-src 'self' https://login.example.cn https://documents.example.cn;",
      );
      const [script = ''] = /assets\/page-\w+\.js/.exec(index.bytes.toString()) ?? [];
      const { gunzipSync } = await import('node:zlib');
      const zipped = await ask(`/admin/${script}`);
      expect(zipped.headers['content-encoding']).toBe('gzip');
      expect(gunzipSync(zipped.bytes).equals(readFileSync(join(page, script)))).toBe(true);
      expect((await ask('/admin/config.json', { headers: {} })).bytes.toString()).toContain('login.example.cn');
      expect(await ask('/admin', { queryStringParameters: { code: 'a b', state: '1' } })).toMatchObject({
        statusCode: 302,
        headers: { location: '/admin/index.html?code=a+b&state=1' },
      });
      expect((await ask('/admin/../index.cjs')).statusCode).toBe(404);
      for (const path of ['/admin/', '/admin', '/admin/nothing.js']) {
        expect((await ask(path)).headers).toMatchObject({
          'strict-transport-security': 'max-age=63072000; includeSubDomains',
          'x-content-type-options': 'nosniff',
          'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        });
      }
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

describe('a page that its city cannot have', () => {
  const inChina = {
    ...least,
    region: 'cn-north-1',
    identity: { issuer: 'https://login.example.cn', audience: 'loans' },
  };
  const domain = { name: 'loans.example.com', certificateArn: 'arn:aws:acm:eu-central-1:111122223333:certificate/1a' };
  const mutualTls = { bucket: 'trust', key: 'banks.pem', version: '1' };
  test.each([
    [{ ...inChina, page: { host: 'cloudfront' } }, /page\.host: CloudFront in China/],
    [{ ...least, domain: { ...domain, mutualTls }, page: { host: 'cloudfront' } }, /page\.host: .*mutual TLS/],
    [
      {
        ...least,
        page: { host: 'gateway', domain: { ...domain, certificateArn: 'arn:aws:acm:us-east-1:1:certificate/1' } },
      },
      /page\.domain/,
    ],
    [{ ...least, domain, firewall: {}, page: { host: 'cloudfront' } }, /page\.host: .*firewall/],
    [{ ...least, page: { domain } }, /us-east-1/],
  ])('is refused before anything is made: %#', (settings, words) => {
    expect(() => parseSettings(settings)).toThrow(words);
  });

  test('with mutual TLS is served by the gateway, since a browser shows its certificate to one host', () => {
    const { page } = parseSettings({ ...least, domain: { ...domain, mutualTls } });
    expect(page.host).toBeUndefined();
    const assembly = assemblyOf(parseSettings({ ...least, domain: { ...domain, mutualTls } }));
    expect(resourcesOfType(assembly, 'AWS::CloudFront::Distribution')).toEqual([]);
  });
});
