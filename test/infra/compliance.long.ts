import { beforeAll, describe, expect, test } from 'vitest';
import { acknowledgements, speaksOf } from '../../infra/acknowledgements.ts';
import { abroadSettings } from './abroad.ts';
import { chinaSettings, walledSettings } from './china.ts';
import { type FoundByRules, findingsOfGuard, findingsOfNag } from './findings.ts';
import { synthesisedApp } from './synthesised.ts';

/** AwsSolutions, NIST 800-53 R5, Serverless (cdk-nag) and the guard rules of Control Tower. */
const found: FoundByRules[] = [];

describe.each([
  ['us-east-1', abroadSettings],
  ['cn-north-1', chinaSettings],
  ['cn-north-1 with a firewall', walledSettings],
] as const)('the rule packs in %s', (_, settings) => {
  let findings: readonly FoundByRules[];
  beforeAll(() => {
    // The CDK's own rules throw what they find.
    const app = synthesisedApp(settings, { validated: true });
    findings = [...findingsOfNag(app), ...findingsOfGuard(app)];
    found.push(...findings);
  });

  test('find nothing that is not acknowledged with a reason', () => {
    expect(findings.length).toBeGreaterThan(0);
    const open = findings.filter((finding) => !acknowledgements.some((known) => speaksOf(known, finding)));
    expect(open).toEqual([]);
  });
});

test('the rule packs find everything that is acknowledged, so that no reason outlives its finding', () => {
  const idle = acknowledgements.filter((known) => !found.some((finding) => speaksOf(known, finding)));
  expect(idle.map(({ rule }) => rule)).toEqual([]);
});
