import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  ApiDefinition,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  SecurityPolicy,
  SpecRestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnPermission, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { groupOf } from '../../shared/contracts/groups.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { audienceVariable, issuerVariable } from '../../shared/platform/authorizer.ts';
import type { Settings } from '../deployment/settings.ts';
import { accessLine } from './access-line.ts';
import type { Identity } from './identity.ts';
import { refusalAlarm } from './refusal-alarm.ts';
import { restDefinition } from './rest-definition.ts';
import { ServiceFunction } from './service-function.ts';
import type { Surroundings } from './surroundings.ts';

/** The module that checks tokens. */
export const authorizeEntry = 'functions/gateway/authorize.ts';

/** A call of the route table and the function that answers it. */
export interface Answered {
  readonly route: Route;
  readonly handler: IFunction;
}

export interface RestGatewayProps extends Surroundings {
  readonly apiName: string;
  readonly domain: NonNullable<Settings['domain']>;
  readonly identity: Identity;
  readonly calls: readonly Answered[];
  /** What serves the officials' page, if the gateway must. */
  readonly page: IFunction | null;
  readonly topic: ITopic;
}

/** The gateway as a REST API made of the route table: it alone can have a firewall (decisions/0018). */
export class RestGateway extends Construct {
  readonly stageArn: string;

  constructor(
    scope: Construct,
    id: string,
    { apiName, domain, identity, calls, page, topic, ...surroundings }: RestGatewayProps,
  ) {
    super(scope, id);
    const { settings, data } = surroundings;
    const { function: authorizer } = new ServiceFunction(this, 'Tokens', {
      ...surroundings,
      entry: authorizeEntry,
      description: 'Checks the tokens of the API',
      timeoutSeconds: 10,
      environment: { [issuerVariable]: identity.issuer, [audienceVariable]: identity.audience },
    });
    const log = new LogGroup(this, 'AccessLog', {
      retention: settings.logRetentionDays,
      encryptionKey: data.logsKey,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    refusalAlarm(this, log, topic);
    const api = new SpecRestApi(this, 'Api', {
      restApiName: apiName,
      apiDefinition: ApiDefinition.fromInline(
        restDefinition({
          title: 'Sci-tech enterprise loans, version 1',
          calls: calls.map(({ route, handler }) => ({ route, integrationUri: this.#uriOf(handler) })),
          authorizerUri: this.#uriOf(authorizer),
          pageUri: page ? this.#uriOf(page) : undefined,
        }),
      ),
      endpointTypes: [EndpointType.REGIONAL],
      // Whoever must pass the firewall, or show a certificate, must not get around it by the gateway's own host name.
      disableExecuteApiEndpoint: true,
      // REST APIs write logs by a role of the account.
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN,
      deployOptions: {
        stageName: 'live',
        tracingEnabled: true,
        metricsEnabled: true,
        loggingLevel: MethodLoggingLevel.ERROR,
        // Bodies are nobody's to read in a log.
        dataTraceEnabled: false,
        throttlingRateLimit: settings.throttling.ratePerSecond,
        throttlingBurstLimit: settings.throttling.burst,
        accessLogDestination: new LogGroupLogDestination(log),
        accessLogFormat: AccessLogFormat.custom(
          accessLine({
            sub: '$context.authorizer.sub',
            route: '$context.httpMethod $context.resourcePath',
            integrationError: '$context.integration.error',
          }),
        ),
      },
      domainName: {
        domainName: domain.name,
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
        endpointType: EndpointType.REGIONAL,
        securityPolicy: SecurityPolicy.TLS_1_2,
        ...(domain.mutualTls && {
          mtls: {
            bucket: Bucket.fromBucketName(this, 'TrustStore', domain.mutualTls.bucket),
            key: domain.mutualTls.key,
            version: domain.mutualTls.version,
          },
        }),
      },
    });
    this.stageArn = api.deploymentStage.stageArn;
    // One permission for all routes of a function: its policy has no room for fifty.
    const handlers = new Map(calls.map(({ route, handler }) => [groupOf(route), handler]));
    for (const [group, handler] of handlers) this.#allow(group, handler, api.arnForExecuteApi('*', '/v1/*', 'live'));
    if (page) this.#allow('Page', page, api.arnForExecuteApi('GET', '/admin*', 'live'));
    this.#allow('Authorizer', authorizer, `${api.arnForExecuteApi().split('/')[0]}/authorizers/*`);
    new CfnOutput(Stack.of(this), 'ApiAddress', { value: `https://${domain.name}` });
    new CfnOutput(Stack.of(this), 'ApiDomainTarget', {
      value: api.domainName?.domainNameAliasDomainName ?? '',
      description: `Point ${domain.name} (CNAME) at this`,
    });
  }

  #uriOf(handler: IFunction): string {
    const { partition, region } = Stack.of(this);
    return `arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${handler.functionArn}/invocations`;
  }

  /** Lets the API call a function. */
  #allow(id: string, handler: IFunction, sourceArn: string): void {
    new CfnPermission(this, `${id}-Permission`, {
      action: 'lambda:InvokeFunction',
      functionName: handler.functionArn,
      principal: new ServicePrincipal('apigateway.amazonaws.com').service,
      sourceArn,
    });
  }
}
