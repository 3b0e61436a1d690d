import { beforeAll, describe, expect, test } from 'vitest';
import { acknowledgements, speaksOf } from '../../infra/acknowledgements.ts';
import { localSettings } from '../../infra/deployment/local-settings.ts';
import { chinaSettings } from './china.ts';
import { type FoundByRules, findingsOfGuard, findingsOfNag } from './findings.ts';
import { synthesisedApp } from './synthesised.ts';

/** AwsSolutions, NIST 800-53 R5, Serverless (cdk-nag) and the guard rules of Control Tower. */
describe.each([
  ['us-east-1', localSettings],
  ['cn-north-1', chinaSettings],
] as const)('the rule packs in %s', (region, settings) => {
  let findings: readonly FoundByRules[];
  beforeAll(() => {
    const app = synthesisedApp(settings);
    findings = [...findingsOfNag(app), ...findingsOfGuard(app)];
  });

  test('find nothing that is not acknowledged with a reason', () => {
    expect(findings.length).toBeGreaterThan(0);
    const open = findings.filter((found) => !acknowledgements.some((known) => speaksOf(known, found)));
    expect(open).toEqual([]);
  });

  test.runIf(region === 'us-east-1')(
    'find everything that is acknowledged, so that no reason outlives its finding',
    () => {
      const idle = acknowledgements.filter((known) => !findings.some((found) => speaksOf(known, found)));
      expect(idle.map(({ rule }) => rule)).toEqual([]);
    },
  );
});
