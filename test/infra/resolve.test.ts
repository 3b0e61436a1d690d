import { describe, expect, test } from 'vitest';
import { resolve, type Scope } from '../../infra/local/template/resolve.ts';

const scope: Scope = {
  ref: (id) => `ref-${id}`,
  attribute: (id, name) => `${id}.${name}`,
  imported: (name) => `imported-${name}`,
};

describe('resolve', () => {
  test.each([
    [{ Ref: 'Table' }, 'ref-Table'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'Queue.Arn'],
    [{ 'Fn::GetAtt': 'Queue.Arn' }, 'Queue.Arn'],
    [{ 'Fn::ImportValue': 'data:Name' }, 'imported-data:Name'],
    [{ 'Fn::Join': ['/', ['a', { Ref: 'B' }]] }, 'a/ref-B'],
    [{ 'Fn::Split': ['/', 'a/b'] }, ['a', 'b']],
    [{ 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b'] }] }, 'b'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own placeholders.
    [{ 'Fn::Sub': '${AWS::Region}:${Queue.Arn}:${!Plain}' }, 'ref-AWS::Region:Queue.Arn:${Plain}'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own placeholders.
    [{ 'Fn::Sub': ['${Given}-${Other}', { Given: { Ref: 'X' } }] }, 'ref-X-ref-Other'],
    [{ plain: [1, true, null, { Ref: 'T' }] }, { plain: [1, true, null, 'ref-T'] }],
  ])('puts the value in the place of %j', (value, expected) => {
    expect(resolve(value, scope)).toEqual(expected);
  });

  test('refuses a function that it does not know', () => {
    expect(() => resolve({ 'Fn::Cidr': ['a', 1, 2] }, scope)).toThrow('Fn::Cidr');
  });
});
