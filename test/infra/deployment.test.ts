import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleFunctions } from '../../infra/build/bundle.ts';
import { projectFolder } from '../../infra/build/project.ts';
import { cdkArguments } from '../../infra/deployment/cdk-arguments.ts';
import { parsePolicyFile } from '../../infra/deployment/policy-file.ts';
import { readCityFiles } from '../../infra/deployment/read-settings.ts';
import { parseSettings, SettingsError } from '../../infra/deployment/settings.ts';
import { type Assembly, resourcesOfType } from '../../infra/local/template/assembly.ts';
import { DraftPolicy } from '../../shared/contracts/policies.ts';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import { policyNamed } from '../../shared/domain/policy.ts';
import { faultOfParameters } from '../../shared/domain/policy-parameters.ts';
import { chinaSettings } from './china.ts';
import { assemblyOf } from './synthesised.ts';

const least = {
  city: 'pinghu',
  region: 'us-east-1',
  policyFile: 'policies.json',
  alarms: { email: 'duty@example.cn' },
};
const inChina = { ...least, region: 'cn-north-1', identity: { issuer: 'https://login.example.cn', audience: 'loans' } };

describe('a city’s settings', () => {
  test('need a name, a region, a policy file and somebody to call', () => {
    expect(parseSettings(least)).toMatchObject({ logRetentionDays: 400, runtime: 'nodejs24.x' });
  });

  test.each([
    [{ ...least, city: 'Pinghu City' }, /city/],
    [{ ...least, logRetentionDays: 30 }, /logRetentionDays/],
    [{ ...least, identity: { issuer: 'http://login.example.cn', audience: 'loans' } }, /issuer/],
    [{ ...least, pageOrigins: ['*'] }, /pageOrigins/],
    [{ ...least, checkpointLock: { mode: 'NONE', days: 3653 } }, /checkpointLock/],
    [{ ...least, checkpointLock: { mode: 'COMPLIANCE', days: 0 } }, /checkpointLock/],
    [{ ...least, unknown: true }, /unknown/i],
    [{ ...inChina, identity: undefined }, /no Cognito/],
  ])('that cannot be deployed are refused before anything is made: %#', (settings, words) => {
    expect(() => parseSettings(settings)).toThrow(SettingsError);
    expect(() => parseSettings(settings)).toThrow(words);
  });
});

describe('a city’s policy file', () => {
  const origin = (effectiveFrom: string) => ({ effectiveFrom, title: '办法' });
  test('sets the true days', () => {
    const file = { 'former-measures': origin('2019-05-01'), 'measures-2024': origin('2024-07-01') };
    expect(parsePolicyFile(file)['measures-2024']).toEqual({
      ...origin('2024-07-01'),
      documentNumber: null,
      issuedOn: null,
    });
  });

  test.each([
    [
      { 'former-measures': origin('2018-01-01'), 'measures-2024': origin('2024-07-01') },
      /former-measures.*placeholder/,
    ],
    [{ 'former-measures': origin('2019-05-01'), 'measures-2024': origin('2024-01-01') }, /measures-2024.*placeholder/],
    [{ 'former-measures': origin('2025-05-01'), 'measures-2024': origin('2024-07-01') }, /after former-measures/],
    [{ 'former-measures': origin('2019-05-01') }, /measures-2024/],
  ])('is refused with a placeholder, out of order, or not whole: %#', (file, words) => {
    expect(() => parsePolicyFile(file)).toThrow(words);
  });
});

describe('a city in China', () => {
  const assembly: Assembly = assemblyOf(chinaSettings);
  const text = JSON.stringify(assembly.stacks);

  test('has no user pool, no CloudFront and no literal partition', () => {
    expect(resourcesOfType(assembly, 'AWS::Cognito::UserPool')).toEqual([]);
    expect(resourcesOfType(assembly, 'AWS::CloudFront::Distribution')).toEqual([]);
    expect(text.includes('arn:aws:')).toBe(false);
    // Names of services are the same everywhere; addresses are not.
    expect(text.match(/https:\/\/[^"]*amazonaws\.com[^.]/g)).toBeNull();
  });

  test('is reached by its own host name alone, with a certificate of the bank’s', () => {
    const [api] = resourcesOfType(assembly, 'AWS::ApiGatewayV2::Api');
    const [domain] = resourcesOfType(assembly, 'AWS::ApiGatewayV2::DomainName');
    expect(api?.properties.DisableExecuteApiEndpoint).toBe(true);
    expect(domain?.properties).toMatchObject({
      DomainName: 'loans.example.cn',
      DomainNameConfigurations: [{ SecurityPolicy: 'TLS_1_2' }],
      MutualTlsAuthentication: { TruststoreUri: 's3://pinghu-trust/banks.pem', TruststoreVersion: 'v1' },
    });
  });

  test('reads the claims that its issuer writes', () => {
    const functions = resourcesOfType(assembly, 'AWS::Lambda::Function').map(({ properties }) => properties);
    for (const { Environment } of functions) {
      const { TOKEN_CLAIMS } = (Environment as { Variables: Record<string, string> }).Variables;
      expect(JSON.parse(TOKEN_CLAIMS ?? '')).toEqual({
        sub: 'sub',
        name: 'name',
        org: 'organisation',
        roles: 'groups',
      });
    }
  });
});

describe('a city without an issuer of its own', () => {
  const assembly: Assembly = assemblyOf(parseSettings(least));

  test('gets a user pool in which nobody signs up, everybody has a second factor, and no user can choose an organisation', () => {
    const [pool] = resourcesOfType(assembly, 'AWS::Cognito::UserPool');
    const [client] = resourcesOfType(assembly, 'AWS::Cognito::UserPoolClient');
    expect(pool?.properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      DeletionProtection: 'ACTIVE',
    });
    expect(client?.properties.WriteAttributes).toEqual(['locale']);
    expect(client?.properties.ReadAttributes).toContain('custom:org');
  });

  test('throttles the API, logs who asked, and answers no page of another origin', () => {
    const [stage] = resourcesOfType(assembly, 'AWS::ApiGatewayV2::Stage');
    const [api] = resourcesOfType(assembly, 'AWS::ApiGatewayV2::Api');
    expect(stage?.properties).toMatchObject({
      DefaultRouteSettings: { ThrottlingBurstLimit: 400, ThrottlingRateLimit: 200 },
      AccessLogSettings: { Format: expect.stringContaining('$context.requestId') },
    });
    expect(api?.properties.CorsConfiguration).toBeUndefined();
  });
});

test('a city on trial may lock checkpoints for a week, and so that its administrator can end it', () => {
  const assembly = assemblyOf(parseSettings({ ...least, checkpointLock: { mode: 'GOVERNANCE', days: 7 } }));
  const bucket = resourcesOfType(assembly, 'AWS::S3::Bucket').find(({ id }) => id.startsWith('checkpoints'));
  expect(bucket?.properties.ObjectLockConfiguration).toMatchObject({
    Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 7 } },
  });
});

describe('the commands', () => {
  test('are those of the CDK for one city, and taking it down leaves the data', () => {
    expect(cdkArguments('deploy', { city: 'jiashan' })).toContain('jiashan-loans-*');
    expect(cdkArguments('destroy', { city: 'jiashan' })).toEqual(['destroy', 'jiashan-loans-service', '--no-notices']);
  });

  test('write a city’s templates apart from those that one machine runs', () => {
    // They once shared a folder: after a look at what would be deployed, `npm start` ran that city's templates.
    const { output, app } = JSON.parse(readFileSync(join(projectFolder, 'cdk.json'), 'utf8')) as Record<string, string>;
    expect([output, app]).toEqual(['cdk.city.out', 'node infra/app.ts']);
    const entry = readFileSync(join(projectFolder, 'infra/app.ts'), 'utf8');
    expect(entry).toContain("join(projectFolder, 'cdk.city.out')");
    expect(readFileSync(join(projectFolder, 'infra/build/synthesise-once.ts'), 'utf8')).not.toContain('cdk.city.out');
  });

  test('say what is missing, and do nothing, while the days of the measures are the placeholders', () => {
    const folder = mkdtempSync(join(tmpdir(), 'city-'));
    cpSync(join(projectFolder, 'infra/deployment/example'), folder, { recursive: true });
    expect(() => readCityFiles(join(folder, 'city.json'))).toThrow(/placeholder/);
    const policies = readFileSync(join(folder, 'policies.json'), 'utf8');
    writeFileSync(
      join(folder, 'policies.json'),
      policies.replace('2018-01-01', '2019-05-01').replace('2024-01-01', '2024-07-01'),
    );
    expect(readCityFiles(join(folder, 'city.json')).settings.city).toBe('pinghu');
    expect(() => readCityFiles(join(folder, 'none.json'))).toThrow(/infra\/deployment\.md/);
  });

  test('a city’s functions carry its own days', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    const entry = 'functions/http/policies/list.ts';
    const origin = (effectiveFrom: string) => ({
      effectiveFrom,
      title: '办法',
      documentNumber: '平政发〔2024〕1号',
      issuedOn: null,
    });
    const policies = { 'former-measures': origin('2019-05-02'), 'measures-2024': origin('2024-07-03') };
    const bundles = await bundleFunctions(folder, { maps: false, policies, entries: [entry] });
    const code = readFileSync(join(bundles.get(entry) ?? '', 'index.cjs'), 'utf8');
    expect(code).toContain('2024-07-03');
    expect(code).toContain('平政发〔2024〕1号');
    expect(code).not.toContain('2024-01-01');
  });
});

test('the example of a city’s own version is one that the system takes, and asks banks for the enterprise’s authorisation', () => {
  const file = join(projectFolder, 'infra/deployment/example/first-version.json');
  const { parameters } = DraftPolicy.parse(JSON.parse(readFileSync(file, 'utf8')));
  expect(parameters).toMatchObject({ applicationConsentRequired: true, minApplicationFen: 10_000_000 });
  expect(faultOfParameters({ ...policyNamed(builtInPolicies, 'measures-2024').parameters, ...parameters })).toBeNull();
});
