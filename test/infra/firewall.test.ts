import { describe, expect, test } from 'vitest';
import { pageHostOf, parseSettings } from '../../infra/deployment/settings.ts';
import { resourcesOfType } from '../../infra/local/template/assembly.ts';
import { groupOf } from '../../shared/contracts/groups.ts';
import { groups } from '../../shared/contracts/route.ts';
import { routes } from '../../shared/contracts/routes.ts';
import { chinaSettings, walledSettings as settings } from './china.ts';
import { assemblyOf } from './synthesised.ts';

interface Operation {
  readonly operationId?: string;
  readonly security: readonly object[];
  readonly parameters?: readonly { readonly name: string }[];
  readonly 'x-amazon-apigateway-integration': { readonly type: string; readonly uri: unknown };
}
interface Definition {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly securitySchemes: { readonly tokens: Readonly<Record<string, object>> } };
  readonly 'x-amazon-apigateway-gateway-responses': Readonly<
    Record<
      string,
      { statusCode: string; responseParameters: Record<string, string>; responseTemplates: Record<string, string> }
    >
  >;
}

describe('a city with a firewall', () => {
  const assembly = assemblyOf(settings);
  const one = (type: string) => {
    const [found, ...others] = resourcesOfType(assembly, type);
    expect(others).toEqual([]);
    return found?.properties ?? {};
  };
  const definition = one('AWS::ApiGateway::RestApi').Body as Definition;
  const operations = Object.entries(definition.paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
  );

  test('has a REST API in the place of the HTTP API, with every call of the route table', () => {
    expect(resourcesOfType(assembly, 'AWS::ApiGatewayV2::Api')).toEqual([]);
    const calls = operations.filter(({ path }) => path.startsWith('/v1/'));
    expect(calls.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
      routes.map(({ method, path }) => `${method} ${path}`).sort(),
    );
    for (const route of routes) {
      const call = calls.find(({ operationId }) => operationId === route.operationId);
      expect(call?.security).toEqual(route.roles === 'public' ? [] : [{ tokens: [] }]);
      expect(call?.parameters?.map(({ name }) => name) ?? []).toEqual(
        [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      );
      expect(call?.['x-amazon-apigateway-integration'].type).toBe('aws_proxy');
    }
  });

  test('leads each call to the function of its group, which only this API’s stage may call', () => {
    for (const each of operations.filter(({ path }) => path.startsWith('/v1/'))) {
      const route = routes.find(({ operationId }) => operationId === each.operationId);
      const uri = JSON.stringify(each['x-amazon-apigateway-integration'].uri);
      expect(uri).toContain(`"http${route && groupOf(route)}HandlerFunction`);
    }
    const permissions = resourcesOfType(assembly, 'AWS::Lambda::Permission').map(({ properties }) => properties);
    const ofCalls = permissions.filter(({ SourceArn }) => JSON.stringify(SourceArn).includes('/live/'));
    // One for each group, and one for the page.
    expect(ofCalls).toHaveLength(groups.length + 1);
    for (const { SourceArn, Principal } of ofCalls) {
      expect(Principal).toBe('apigateway.amazonaws.com');
      expect(JSON.stringify(SourceArn)).toMatch(/\/live\/(\*\/v1\/\*|GET\/admin\*)"/);
    }
  });

  test('serves the officials’ page to everybody, and checks every other token by a function that may do nothing else', () => {
    expect(
      operations.filter(({ path }) => path.startsWith('/admin')).map(({ path, security }) => [path, security]),
    ).toEqual([
      ['/admin', []],
      ['/admin/{file+}', []],
    ]);
    expect(definition.components.securitySchemes.tokens['x-amazon-apigateway-authorizer']).toMatchObject({
      type: 'token',
      identitySource: 'method.request.header.Authorization',
    });
    const tokens = resourcesOfType(assembly, 'AWS::Lambda::Function').find(({ id }) =>
      id.startsWith('RestGatewayTokens'),
    );
    const { Variables } = (tokens?.properties.Environment ?? {}) as { Variables: Record<string, unknown> };
    expect(Variables).toMatchObject({ OIDC_ISSUER: { Ref: 'OidcIssuer' }, OIDC_AUDIENCE: { Ref: 'OidcAudience' } });
  });

  test('is told in problems what the gateway itself refuses', () => {
    const refusals = definition['x-amazon-apigateway-gateway-responses'];
    const { statusCode, responseParameters, responseTemplates } = refusals.THROTTLED ?? {};
    expect(statusCode).toBe('429');
    expect(responseParameters).toMatchObject({
      'gatewayresponse.header.content-type': "'application/problem+json; charset=utf-8'",
      'gatewayresponse.header.retry-after': "'1'",
    });
    expect(JSON.parse(responseTemplates?.['application/json'] ?? '')).toMatchObject({
      code: 'too-many-requests',
      status: 429,
      traceId: '$context.requestId',
    });
    expect(refusals.MISSING_AUTHENTICATION_TOKEN?.statusCode).toBe('404');
    expect(refusals.UNAUTHORIZED?.statusCode).toBe('401');
  });

  test('takes a token in one form only, so that spaces and cases do not make a new client of it', () => {
    const { tokens } = definition.components.securitySchemes;
    const { identityValidationExpression } = tokens['x-amazon-apigateway-authorizer'] as Record<string, string>;
    const isTaken = (header: string): boolean => new RegExp(identityValidationExpression ?? '').test(header);
    expect(isTaken('Bearer eyJh.eyJz.c2ln-_')).toBe(true);
    for (const header of ['bearer a.b.c', 'Bearer  a.b.c', 'Bearer a.b.c ', 'Bearer\ta.b.c', 'BEARER a.b.c', 'a.b.c']) {
      expect([header, isTaken(header)]).toEqual([header, false]);
    }
  });

  test('sends its security headers with whatever the gateway or the firewall refuses by itself', () => {
    const refusals = definition['x-amazon-apigateway-gateway-responses'];
    for (const [kind, { responseParameters }] of Object.entries(refusals)) {
      expect([kind, responseParameters]).toMatchObject([
        kind,
        {
          'gatewayresponse.header.x-content-type-options': "'nosniff'",
          'gatewayresponse.header.strict-transport-security': "'max-age=63072000; includeSubDomains'",
        },
      ]);
    }
    expect(refusals.DEFAULT_4XX?.statusCode).toBeUndefined();
    const acl = JSON.stringify(one('AWS::WAFv2::WebACL').Rules);
    expect(acl).toContain('{"Name":"x-content-type-options","Value":"nosniff"}');
  });

  test('cannot be reached around its firewall', () => {
    expect(one('AWS::ApiGateway::RestApi').DisableExecuteApiEndpoint).toBe(true);
    const { ResourceArn } = one('AWS::WAFv2::WebACLAssociation');
    expect(JSON.stringify(ResourceArn)).toContain('/restapis/');
    expect(one('AWS::ApiGateway::DomainName')).toMatchObject({
      DomainName: 'loans.example.cn',
      SecurityPolicy: 'TLS_1_2',
      MutualTlsAuthentication: { TruststoreUri: 's3://pinghu-trust/banks.pem' },
    });
  });

  test('limits each address and each token, as its settings say, and answers 429', () => {
    const { Rules } = one('AWS::WAFv2::WebACL') as {
      Rules: { Statement: { RateBasedStatement?: { Limit: number; AggregateKeyType: string } }; Action?: object }[];
    };
    const limits = Rules.flatMap(({ Statement, Action }) =>
      Statement.RateBasedStatement ? [{ ...Statement.RateBasedStatement, Action }] : [],
    );
    expect(limits).toMatchObject([
      { Limit: 5_000, AggregateKeyType: 'IP', Action: { Block: { CustomResponse: { ResponseCode: 429 } } } },
      { Limit: 3_000, AggregateKeyType: 'CUSTOM_KEYS', Action: { Block: { CustomResponse: { ResponseCode: 429 } } } },
    ]);
    const [, byToken] = limits as unknown as { CustomKeys: { Header: { TextTransformations: object[] } }[] }[];
    expect(byToken?.CustomKeys[0]?.Header.TextTransformations).toEqual([{ Priority: 0, Type: 'COMPRESS_WHITE_SPACE' }]);
    const { RedactedFields } = one('AWS::WAFv2::LoggingConfiguration');
    expect(RedactedFields).toEqual([{ SingleHeader: { Name: 'authorization' } }]);
  });

  test('names no partition', () => {
    expect(JSON.stringify(assembly.stacks).includes('arn:aws:')).toBe(false);
  });

  // CloudFormation changes no resource into one of another type.
  test('can be switched on and off: what both templates have by the same name is of the same type', () => {
    const without = assemblyOf(parseSettings({ ...settings, firewall: undefined }));
    for (const { name, resources } of assembly.stacks) {
      const others = without.stacks.find((stack) => stack.name === name)?.resources ?? {};
      const both = Object.keys(resources).filter((id) => id in others);
      expect(both.length).toBeGreaterThan(30);
      expect(both.map((id) => [id, resources[id]?.Type])).toEqual(both.map((id) => [id, others[id]?.Type]));
    }
    expect(without.stacks.map(({ name }) => name)).toEqual(assembly.stacks.map(({ name }) => name));
  });
});

describe('a firewall', () => {
  test('has the gateway serve the page, since it would count CloudFront’s address for everybody', () => {
    const { identity: _identity, ...others } = chinaSettings;
    const domain = { name: 'loans.example.com', certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1a' };
    const abroad = { ...others, region: 'us-east-1', domain };
    expect(pageHostOf(parseSettings(abroad))).toBe('cloudfront');
    expect(pageHostOf(parseSettings({ ...abroad, firewall: {} }))).toBe('gateway');
  });

  test('needs a domain, and no page of another origin', () => {
    const { domain: _domain, ...without } = chinaSettings;
    expect(() => parseSettings({ ...without, firewall: {} })).toThrow(/firewall: needs a domain/);
    expect(() => parseSettings({ ...chinaSettings, firewall: {}, pageOrigins: ['https://x.example.cn'] })).toThrow(
      /pageOrigins/,
    );
  });
});
