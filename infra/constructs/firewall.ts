import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { commonHeaders } from '../../shared/platform/problem.ts';
import type { Settings } from '../deployment/settings.ts';
import type { Data } from './surroundings.ts';

export interface FirewallProps {
  readonly settings: Settings;
  readonly limits: NonNullable<Settings['firewall']>;
  readonly data: Data;
  /** The stage that it stands before. */
  readonly stageArn: string;
}

/** AWS's own rules, each with the rules of it that only count. */
const managedRules: readonly { readonly name: string; readonly counted?: readonly string[] }[] = [
  // A list of 5,000 enterprises is larger than eight kilobytes; functions judge sizes call by call.
  { name: 'AWSManagedRulesCommonRuleSet', counted: ['SizeRestrictions_BODY'] },
  { name: 'AWSManagedRulesKnownBadInputsRuleSet' },
];

/** A web ACL before the gateway: known attacks, and limits for each address and each token (decisions/0018). */
export class Firewall extends Construct {
  constructor(scope: Construct, id: string, { settings, limits, data, stageArn }: FirewallProps) {
    super(scope, id);
    const name = Stack.of(this).stackName;
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visible(name),
      rules: [
        limit(0, 'calls-of-an-address', limits.perAddress, { aggregateKeyType: 'IP' }),
        limit(1, 'calls-with-a-token', limits.perToken, {
          aggregateKeyType: 'CUSTOM_KEYS',
          customKeys: [
            { header: { name: 'authorization', textTransformations: [{ priority: 0, type: 'COMPRESS_WHITE_SPACE' }] } },
          ],
        }),
        ...managedRules.map((rules, index) => managed(2 + index, rules)),
      ],
    });
    new CfnWebACLAssociation(this, 'Association', { webAclArn: acl.attrArn, resourceArn: stageArn });
    const log = new LogGroup(this, 'Log', {
      // WAF writes only to groups whose name begins so.
      logGroupName: `aws-waf-logs-${name}`,
      retention: settings.logRetentionDays,
      encryptionKey: data.logsKey,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [
        Stack.of(this).formatArn({
          service: 'logs',
          resource: 'log-group',
          resourceName: log.logGroupName,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
      redactedFields: [{ singleHeader: { Name: 'authorization' } }],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: [{ ActionCondition: { Action: 'BLOCK' } }, { ActionCondition: { Action: 'COUNT' } }],
          },
        ],
      },
    });
  }
}

const visible = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
});

/** The web ACL answers by itself, so it carries the headers that every answer has. */
const refusalHeaders = Object.entries({ 'retry-after': '60', ...commonHeaders }).map(([name, value]) => ({
  name,
  value,
}));

const limit = (
  priority: number,
  name: string,
  calls: number,
  by: Omit<CfnWebACL.RateBasedStatementProperty, 'limit'>,
): CfnWebACL.RuleProperty => ({
  priority,
  name,
  statement: { rateBasedStatement: { limit: calls, evaluationWindowSec: 300, ...by } },
  // What a caller may try again is 429 by api.md.
  action: { block: { customResponse: { responseCode: 429, responseHeaders: refusalHeaders } } },
  visibilityConfig: visible(name),
});

const managed = (priority: number, { name, counted = [] }: (typeof managedRules)[number]): CfnWebACL.RuleProperty => ({
  priority,
  name,
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  overrideAction: { none: {} },
  visibilityConfig: visible(name),
});
