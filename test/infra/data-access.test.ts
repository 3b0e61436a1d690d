import { beforeAll, describe, expect, test } from 'vitest';
import { parseSettings } from '../../infra/deployment/settings.ts';
import { type Assembly, resourcesOfType } from '../../infra/local/template/assembly.ts';
import { assemblyOf, localAssembly } from './synthesised.ts';

let assembly: Assembly;
beforeAll(async () => {
  assembly = await localAssembly();
});

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
}

const statementsOf = (policy: Readonly<Record<string, unknown>>): readonly Statement[] =>
  (policy.PolicyDocument as { readonly Statement: readonly Statement[] }).Statement;

const leastSettings = {
  city: 'pinghu',
  region: 'us-east-1',
  policyFile: 'policies.json',
  alarms: { email: 'duty@example.cn' },
};

const breakGlassRoleArn = 'arn:aws:iam::111122223333:role/break-glass';
const withBreakGlass = assemblyOf(parseSettings({ ...leastSettings, breakGlassRoleArn }));

describe('what administrators of the account may do with the data', () => {
  const tablePolicies = (found: Assembly) =>
    resourcesOfType(found, 'AWS::DynamoDB::Table').map(({ properties }) =>
      statementsOf(properties.ResourcePolicy as Readonly<Record<string, unknown>>),
    );

  test('they read and write no table: only roles of the functions’ path may', () => {
    for (const [statement, ...others] of tablePolicies(assembly)) {
      expect(others).toEqual([]);
      expect(statement).toMatchObject({ Effect: 'Deny', Principal: { AWS: '*' }, Resource: '*' });
      for (const action of ['Scan', 'GetItem', 'PutItem', 'PartiQLSelect', 'ExportTableToPointInTime'])
        expect(statement?.Action).toContain(`dynamodb:${action}`);
      expect(JSON.stringify(statement)).toContain(':role/sci-tech-loans/pinghu/*');
      expect(JSON.stringify(statement)).not.toContain('break-glass');
    }
    const roles = resourcesOfType(assembly, 'AWS::Lambda::Function').map(({ stack, properties }) => {
      const [id = ''] = (properties.Role as { 'Fn::GetAtt': readonly string[] })['Fn::GetAtt'];
      return stack.resources[id]?.Properties?.Path;
    });
    expect(new Set(roles)).toEqual(new Set(['/sci-tech-loans/pinghu/']));
  });

  test('they give up neither the key of the data nor that of the checkpoints', () => {
    const keys = resourcesOfType(assembly, 'AWS::KMS::Key').map(({ id, properties }) => ({
      id,
      denied: (properties.KeyPolicy as { Statement: readonly Statement[] }).Statement.filter(
        ({ Effect }) => Effect === 'Deny',
      ),
    }));
    const kept = keys.filter(({ denied }) => denied.length > 0);
    expect(kept.map(({ id }) => id.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual(['checkpointskey', 'datakey']);
    for (const { denied } of kept) {
      expect(denied).toMatchObject([
        { Action: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'], Principal: { AWS: '*' }, Resource: '*' },
      ]);
      expect(JSON.stringify(denied)).not.toContain('Condition');
    }
  });

  test('the break-glass role that a city names is the one exception to both', () => {
    for (const [statement] of tablePolicies(withBreakGlass))
      expect(JSON.stringify(statement)).toContain(breakGlassRoleArn);
    const policies = resourcesOfType(withBreakGlass, 'AWS::KMS::Key').map(({ properties }) => properties.KeyPolicy);
    expect(JSON.stringify(policies).split('"ArnNotEquals":').length - 1).toBe(2);
    expect(() => parseSettings({ ...leastSettings, breakGlassRoleArn: 'arn:aws:iam::111122223333:user/wang' })).toThrow(
      /breakGlassRoleArn/,
    );
  });
});
