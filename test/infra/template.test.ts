import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkJobs, keyStep, minuteJobs, nightJobs, workers } from '../../infra/background.ts';
import { groupEntry } from '../../infra/build/entry-points.ts';
import { type Assembly, resourcesOfType } from '../../infra/local/template/assembly.ts';
import { jobsOf, sourcesOf } from '../../infra/local/template/background.ts';
import { stepsOf } from '../../infra/local/template/deployment.ts';
import { authorizerOf, functionsOf, routesOf } from '../../infra/local/template/functions.ts';
import type { LocalValues } from '../../infra/local/template/scope.ts';
import { queuesOf, tablesOf } from '../../infra/local/template/stores.ts';
import { permissionsOf } from '../../infra/permissions.ts';
import { groupOf } from '../../shared/contracts/groups.ts';
import { groups } from '../../shared/contracts/route.ts';
import { routes } from '../../shared/contracts/routes.ts';
import { checkFailed } from '../../shared/domain/check.ts';
import { queues } from '../../shared/platform/config.ts';
import { cityKeys } from '../../shared/store/city-keys.ts';
import { indexesOf } from '../../shared/store/indexes.ts';
import { type TableDefinition, type TableName, tables } from '../../shared/store/tables.ts';
import { localAssembly } from './synthesised.ts';

let assembly: Assembly;
let values: LocalValues;

beforeAll(async () => {
  assembly = await localAssembly();
  const queues = new Map(
    queuesOf(assembly).map(({ name }) => [name, { url: `http://q/${name}`, arn: `arn:q:${name}` }]),
  );
  values = {
    region: 'r',
    tablePrefix: '',
    bucketPrefix: '',
    queues,
    parameters: { OidcIssuer: 'http://issuer', OidcAudience: 'us' },
  };
});

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Principal?: unknown;
}

const statementsOf = (policy: Readonly<Record<string, unknown>>): readonly Statement[] =>
  (policy.PolicyDocument as { readonly Statement: readonly Statement[] }).Statement;

describe('the data stack', () => {
  test('holds every table of the definitions, with its keys and its indexes of keys only', () => {
    const models = tablesOf(assembly, '');
    expect(models).toHaveLength(Object.keys(tables).length);
    for (const [name, definition] of Object.entries<TableDefinition>(tables)) {
      const model = models.find(({ TableName }) => TableName.startsWith(name));
      const { partitionKey, sortKey } = definition;
      expect(model?.KeySchema?.map(({ AttributeName }) => AttributeName)).toEqual(
        sortKey ? [partitionKey, sortKey] : [partitionKey],
      );
      const made = (model?.GlobalSecondaryIndexes ?? []).map(({ IndexName }) => IndexName);
      expect(made.sort()).toEqual(Object.keys(indexesOf(name as TableName)).sort());
      for (const { Projection } of model?.GlobalSecondaryIndexes ?? []) {
        expect(Projection).toEqual({ ProjectionType: 'KEYS_ONLY' });
      }
    }
  });

  test('outlives its own deletion and can be set back to any second', () => {
    for (const { stack, id, properties } of resourcesOfType(assembly, 'AWS::DynamoDB::Table')) {
      expect(stack.name).toMatch(/-data$/);
      expect(stack.resources[id]).toMatchObject({ DeletionPolicy: 'Retain' });
      expect(properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      });
    }
  });
});

/** What a policy allows on a bucket and on what is in it. */
const actionsOn = (bucket: string, policy: Readonly<Record<string, unknown>>): readonly string[] =>
  statementsOf(policy)
    .filter(({ Resource }) => JSON.stringify(Resource).includes(bucket))
    .flatMap(({ Action }) => Action)
    .filter((action) => action.startsWith('s3:'));

describe('the bucket of documents', () => {
  const bucketOf = () => {
    const bucket = resourcesOfType(assembly, 'AWS::S3::Bucket').find(({ id }) => id.startsWith('documents'));
    if (!bucket) throw new Error('there is no bucket');
    return bucket;
  };

  test('is private, encrypted and versioned, and outlives its own deletion', () => {
    const { stack, id, properties } = bucketOf();
    expect(stack.name).toMatch(/-data$/);
    expect(stack.resources[id]).toMatchObject({ DeletionPolicy: 'Retain' });
    expect(properties).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } },
        ],
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: 'Enabled' },
    });
  });

  test('answers over TLS only, and lets pages do nothing but upload', () => {
    const policy = resourcesOfType(assembly, 'AWS::S3::BucketPolicy').find(({ id }) => id.startsWith('documents'));
    const denied = statementsOf(policy?.properties ?? {}).filter(({ Effect }) => Effect === 'Deny');
    expect(JSON.stringify(denied)).toContain('{"Bool":{"aws:SecureTransport":"false"}}');
    expect(JSON.stringify(denied)).toContain('{"NumericLessThan":{"s3:TlsVersion":1.2}}');
    expect(statementsOf(policy?.properties ?? {})).toEqual(denied);
    expect(bucketOf().properties.CorsConfiguration).toMatchObject({ CorsRules: [{ AllowedMethods: ['PUT'] }] });
    const origins = JSON.stringify(bucketOf().properties.CorsConfiguration);
    expect(origins).not.toContain('"*"');
    expect(origins).toContain('https://*.cloudfront.net');
    expect(origins).toContain('"if-none-match"');
  });

  test('takes nothing over what is there, ends nothing that is in force, and what was deleted after 90 days', () => {
    const policy = resourcesOfType(assembly, 'AWS::S3::BucketPolicy').find(({ id }) => id.startsWith('documents'));
    expect(statementsOf(policy?.properties ?? {})).toContainEqual(
      expect.objectContaining({ Action: 's3:PutObject', Condition: { Null: { 's3:if-none-match': 'true' } } }),
    );
    const { Rules } = bucketOf().properties.LifecycleConfiguration as { Rules: readonly object[] };
    expect(Rules).toEqual([
      {
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
        ExpiredObjectDeleteMarker: true,
        NoncurrentVersionExpiration: { NoncurrentDays: 90 },
        Status: 'Enabled',
      },
    ]);
  });

  test('is open to the calls and jobs that are said to need it, each for what it does there, and to no other function', () => {
    const actionsOf = {
      upload: ['s3:PutObject'],
      read: ['s3:GetObject', 's3:ListBucket'],
      remove: ['s3:DeleteObject'],
    };
    const ofJobs = [['expiredocuments', ['s3:DeleteObject']]] as const;
    const ofCalls = groups.flatMap((group) => {
      const rights = new Set(
        routes.filter((route) => groupOf(route) === group).flatMap((route) => route.documentRights ?? []),
      );
      return rights.size > 0 ? [[`http${group}`, [...rights].flatMap((right) => actionsOf[right])]] : [];
    });
    expect(ofCalls.map(([group]) => group)).not.toContain('httpreads');
    const found = resourcesOfType(assembly, 'AWS::IAM::Policy').flatMap(({ id, properties }) => {
      const ofBucket = actionsOn('documentsbucket', properties);
      return ofBucket.length > 0 ? [[id.replace(/(Handler|Job)Role.*$/, ''), ofBucket]] : [];
    });
    const expected = [...ofCalls, ...ofJobs];
    expect(ofCalls.length).toBeGreaterThan(0);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    const named = functionsOf(assembly, values, {}).filter(({ environment }) => 'BUCKET_DOCUMENTS' in environment);
    expect(named).toHaveLength(expected.length);
    for (const { environment } of named) expect(environment.BUCKET_DOCUMENTS).toMatch(/^documentsbucket/);
  });
});

describe('the bucket of checkpoints', () => {
  const bucketOf = () => resourcesOfType(assembly, 'AWS::S3::Bucket').find(({ id }) => id.startsWith('checkpoints'));

  test('locks what is in it for ten years against everybody, is encrypted, and outlives its own deletion', () => {
    const { stack, id = '', properties } = bucketOf() ?? {};
    expect(stack?.name).toMatch(/-data$/);
    expect(stack?.resources[id]).toMatchObject({ DeletionPolicy: 'Retain' });
    expect(properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3653 } } },
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
      },
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true, RestrictPublicBuckets: true },
    });
    expect(JSON.stringify(properties?.BucketEncryption)).toContain('checkpointskey');
    // A rule that ends what is in it would need nobody's right.
    expect(JSON.stringify(properties?.LifecycleConfiguration)).not.toContain('Expiration');
  });

  test('lets nobody take away, hide, put over or unlock anything, and answers over TLS only', () => {
    const policy = resourcesOfType(assembly, 'AWS::S3::BucketPolicy').find(({ id }) => id.startsWith('checkpoints'));
    const statements = statementsOf(policy?.properties ?? {});
    const denied = statements.filter(({ Effect }) => Effect === 'Deny');
    expect(statements).toEqual(denied);
    expect(JSON.stringify(denied)).toContain('{"Bool":{"aws:SecureTransport":"false"}}');
    const everybody = denied.map(({ Principal }) => Principal);
    expect(new Set(everybody.map((principal) => JSON.stringify(principal)))).toEqual(new Set(['{"AWS":"*"}']));
    expect(denied).toContainEqual(
      expect.objectContaining({ Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'], Sid: expect.any(String) }),
    );
    expect(denied).toContainEqual(
      expect.objectContaining({ Action: ['s3:BypassGovernanceRetention', 's3:PutObjectRetention'] }),
    );
    expect(denied).toContainEqual(
      expect.objectContaining({ Action: 's3:PutObject', Condition: { Null: { 's3:if-none-match': 'true' } } }),
    );
  });

  test('is open to the check alone, which may look and add', () => {
    const found = resourcesOfType(assembly, 'AWS::IAM::Policy').flatMap(({ id, properties }) => {
      const actions = actionsOn('checkpointsbucket', properties);
      return actions.length > 0 ? [[id.slice(0, id.indexOf('JobRole')), actions]] : [];
    });
    expect(found).toEqual([['anchortrail', ['s3:GetObject', 's3:PutObject', 's3:ListBucket']]]);
    const named = functionsOf(assembly, values, {}).filter(({ environment }) => 'BUCKET_CHECKPOINTS' in environment);
    expect(named.map(({ entry }) => entry)).toEqual(['functions/jobs/anchor-trail.ts']);
    expect(named[0]?.environment.BUCKET_CHECKPOINTS).toMatch(/^checkpointsbucket/);
  });
});

describe('the gateway', () => {
  test('has one route for each row of the route table, with a token unless it is public', () => {
    const expected = routes.map(({ method, path, roles }) => ({ method, path, needsToken: roles !== 'public' }));
    const made = routesOf(assembly, values).map(({ method, path, needsToken }) => ({ method, path, needsToken }));
    expect(made).toHaveLength(expected.length);
    expect(made).toEqual(expect.arrayContaining(expected));
  });

  test('leads each route to the function of its group', () => {
    const entryOf = new Map(functionsOf(assembly, values, {}).map(({ name, entry }) => [name, entry]));
    const led = routesOf(assembly, values).map(({ method, path, functionName }) => [
      `${method} ${path}`,
      entryOf.get(functionName),
    ]);
    const expected = routes.map((route) => [`${route.method} ${route.path}`, groupEntry(groupOf(route))]);
    expect(Object.fromEntries(led)).toEqual(Object.fromEntries(expected));
  });

  test('verifies the token of the very header that functions read roles of', () => {
    const authorizers = resourcesOfType(assembly, 'AWS::ApiGatewayV2::Authorizer').map(({ properties }) => properties);
    expect(authorizers.map(({ AuthorizerType, IdentitySource }) => [AuthorizerType, IdentitySource])).toEqual([
      ['JWT', ['$request.header.Authorization']],
    ]);
  });

  test('takes issuer and audience as parameters', () => {
    expect(authorizerOf(assembly, values)).toEqual({ issuer: 'http://issuer', audiences: ['us'] });
  });
});

describe('functions', () => {
  test('are told every table and queue, and no secret', () => {
    const variables = Object.values(tables).map(({ variable }) => variable);
    for (const { environment } of functionsOf(assembly, values, {})) {
      expect(Object.keys(environment)).toEqual(expect.arrayContaining([...variables, ...Object.values(queues)]));
      expect(Object.keys(environment).join()).not.toMatch(/SECRET|PASSWORD|TOKEN|KEY/);
    }
  });

  test('have rights that fit the role’s one policy, so that nothing is moved to where nobody looks', () => {
    expect(resourcesOfType(assembly, 'AWS::IAM::ManagedPolicy').map(({ id }) => id)).toEqual([]);
  });

  test('never share a role or a log group', () => {
    const count = (type: string): number => resourcesOfType(assembly, type).length;
    const roles = resourcesOfType(assembly, 'AWS::Lambda::Function').map(({ stack, properties }) =>
      JSON.stringify([stack.name, properties.Role]),
    );
    expect(new Set(roles).size).toBe(roles.length);
    // And one for the gateway's access log.
    expect(count('AWS::Logs::LogGroup')).toBe(roles.length + 1);
  });

  test('keep their logs as long as the city says, under the key for logs', () => {
    const logs = resourcesOfType(assembly, 'AWS::Logs::LogGroup').map(({ properties }) => properties);
    for (const { RetentionInDays, KmsKeyId } of logs) {
      expect([RetentionInDays, JSON.stringify(KmsKeyId)]).toEqual([400, expect.stringContaining('logskey')]);
    }
  });

  test('are traced, and their runtime is the city’s', () => {
    const functions = resourcesOfType(assembly, 'AWS::Lambda::Function').map(({ properties }) => properties);
    for (const properties of functions) {
      expect(properties).toMatchObject({ TracingConfig: { Mode: 'Active' }, Runtime: 'nodejs24.x' });
    }
  });
});

describe('the keys of a city', () => {
  test('are made by the deployment of the service, which calls a function for it', () => {
    const [step, ...others] = resourcesOfType(assembly, 'Custom::DeploymentStep');
    expect(others).toEqual([]);
    expect(step?.stack.name).toMatch(/-service$/);
    // So that a later version's key is made by the deployment that brings it.
    expect(step?.properties.changesWith).toEqual([...cityKeys]);
    const [called = ''] = stepsOf(assembly, values);
    expect(functionsOf(assembly, values, {}).find(({ name }) => name === called)?.entry).toBe(keyStep.entry);
  });

  test('are there before the first call is served: the functions of calls are deployed after the step', () => {
    const [step] = resourcesOfType(assembly, 'Custom::DeploymentStep');
    const ofCalls = resourcesOfType(assembly, 'AWS::Lambda::Function').filter(({ id }) => id.startsWith('http'));
    expect(ofCalls).toHaveLength(groups.length);
    for (const { stack, id } of ofCalls) {
      expect([id, stack.resources[id]?.DependsOn]).toEqual([id, expect.arrayContaining([step?.id])]);
    }
  });

  test('are written by no role but that of the step', () => {
    const writers = functionsOf(assembly, values, {}).filter(({ rights }) =>
      [...rights].some((right) => right.endsWith(' settings') && !/Get/.test(right)),
    );
    expect(writers.map(({ entry }) => entry)).toEqual([keyStep.entry]);
  });
});

const alarmsThatSay = (words: RegExp) =>
  resourcesOfType(assembly, 'AWS::CloudWatch::Alarm').filter(({ properties }) =>
    words.test(String(properties.AlarmDescription)),
  );

describe('workers', () => {
  test('have a queue with dead letters after five failures and an alarm that names the runbook', () => {
    const served = queuesOf(assembly).filter(({ redrive }) => redrive !== null);
    expect(served).toHaveLength(workers.length);
    for (const { redrive } of served) expect(redrive?.receivesMax).toBe(5);
    const kept = resourcesOfType(assembly, 'AWS::SQS::Queue').filter(({ id }) => id.includes('DeadLetters'));
    for (const { properties } of kept) expect(properties).toMatchObject({ MessageRetentionPeriod: 14 * 24 * 60 * 60 });
    const alarms = alarmsThatSay(/runbook\.md#dead-letters/);
    expect(alarms).toHaveLength(workers.length);
  });

  test('give back single messages and run at most so many at once', () => {
    const expected = workers.map(({ batchSize, concurrencyMax }) => ({
      batchSize,
      concurrencyMax,
      partialResponse: true,
    }));
    expect(sourcesOf(assembly, values)).toMatchObject(expected);
  });
});

describe('jobs', () => {
  const namesOf = (group: string) =>
    jobsOf(assembly, values)
      .filter((job) => job.group === group)
      .map(({ name }) => name);
  const timingsOf = (group: string) =>
    jobsOf(assembly, values)
      .filter((job) => job.group === group)
      .map(({ timing }) => timing);

  test('run at ten past midnight in Shanghai in their order, and every minute', () => {
    expect(namesOf('night')).toEqual(nightJobs.map(({ name }) => name));
    expect(namesOf('minute')).toEqual(minuteJobs.map(({ name }) => name));
    for (const timing of timingsOf('night')) expect(timing).toEqual({ kind: 'daily', minuteOfDay: 10 });
    for (const timing of timingsOf('minute')) expect(timing).toEqual({ kind: 'rate', everyMs: 60_000 });
  });

  test('that check run at two in the morning, and go on every quarter of an hour with what is unfinished', () => {
    const checks = checkJobs.map(({ name }) => name);
    expect([namesOf('check'), namesOf('resume')]).toEqual([checks, checks]);
    for (const timing of timingsOf('check')) expect(timing).toEqual({ kind: 'daily', minuteOfDay: 120 });
    for (const timing of timingsOf('resume')) expect(timing).toEqual({ kind: 'rate', everyMs: 900_000 });
  });

  test('are told their name, and whether only to go on', () => {
    for (const { name, group, payload } of jobsOf(assembly, values))
      expect(payload).toEqual({ job: name, ...(group === 'resume' && { goOn: true }) });
  });
});

describe('checks', () => {
  test('have an alarm for what they find and one for not running, each with its section of the runbook', () => {
    const runbook = readFileSync(new URL('../../infra/runbook.md', import.meta.url), 'utf8');
    for (const { name } of checkJobs) {
      const found = alarmsThatSay(new RegExp(`${name} found something.*runbook\\.md#a-check-found-something`));
      const failed = alarmsThatSay(new RegExp(`${name} could not run.*runbook\\.md#a-check-could-not-run`));
      expect(found.map(({ properties }) => properties)).toMatchObject([{ MetricName: name, Threshold: 1 }]);
      expect(failed.map(({ properties }) => properties)).toMatchObject([{ MetricName: 'Errors', Threshold: 1 }]);
    }
    expect(runbook).toMatch(/^## A check found something$/m);
    expect(runbook).toMatch(/^## A check could not run$/m);
  });

  test('count as found what is logged with the words of the alarm', () => {
    const filters = resourcesOfType(assembly, 'AWS::Logs::MetricFilter').map(({ properties }) => properties);
    const found = filters.filter(({ FilterPattern }) => FilterPattern === `{ $.message.message = "${checkFailed}" }`);
    expect(found).toHaveLength(checkJobs.length);
  });

  test('have no right to change anything but their own records', () => {
    for (const { entry } of checkJobs) {
      const changing = Object.entries(permissionsOf(entry)).filter(([, actions]) =>
        actions.some((action) => !/^dynamodb:(BatchGetItem|GetItem|Query|Scan)$/.test(action)),
      );
      expect([entry, changing.map(([resource]) => resource)]).toEqual([entry, ['checks']]);
    }
  });
});

describe('the templates', () => {
  test('stay well under the ceiling of 500 resources a stack', () => {
    for (const { name, resources } of assembly.stacks)
      expect([name, Object.keys(resources).length < 430]).toEqual([name, true]);
  });

  test('name no partition, so that they deploy in China too', () => {
    expect(JSON.stringify(assembly.stacks).includes('arn:aws:')).toBe(false);
  });
});
