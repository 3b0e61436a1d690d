import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CorsHttpMethod,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Settings } from '../deployment/settings.ts';
import { accessLine } from './access-line.ts';
import { pagePaths } from './page-function.ts';
import { refusalAlarm } from './refusal-alarm.ts';
import type { Data } from './surroundings.ts';

export interface GatewayProps {
  readonly settings: Settings;
  readonly data: Data;
  readonly topic: ITopic;
}

/** The HTTP API: access log, throttling, CORS, and the city's own host name where it has one. */
export class Gateway extends Construct {
  readonly api: HttpApi;
  /** The host name that it answers under. */
  readonly host: string;

  constructor(scope: Construct, id: string, { settings, data, topic }: GatewayProps) {
    super(scope, id);
    const { domain, pageOrigins, throttling } = settings;
    this.api = new HttpApi(this, 'Api', {
      description: 'Sci-tech enterprise loans, version 1',
      createDefaultStage: false,
      // Whoever must show a certificate must not get around it by the gateway's own host name.
      disableExecuteApiEndpoint: domain !== undefined,
      ...(pageOrigins.length > 0 && {
        corsPreflight: {
          allowOrigins: [...pageOrigins],
          allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST],
          allowHeaders: ['accept', 'accept-language', 'authorization', 'content-type', 'idempotency-key', 'if-match'],
          exposeHeaders: ['etag', 'idempotency-replayed', 'location', 'retry-after'],
          maxAge: Duration.hours(1),
        },
      }),
    });
    const log = new LogGroup(this, 'AccessLog', {
      retention: settings.logRetentionDays,
      encryptionKey: data.logsKey,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    refusalAlarm(this, log, topic);
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: throttling.ratePerSecond, burstLimit: throttling.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(
          accessLine({
            sub: '$context.authorizer.claims.sub',
            route: '$context.routeKey',
            integrationError: '$context.integrationErrorMessage',
          }),
        ),
      },
      ...(domain && { domainMapping: { domainName: this.#domainName(domain) } }),
    });
    const { region, urlSuffix } = Stack.of(this);
    this.host = domain?.name ?? `${this.api.apiId}.execute-api.${region}.${urlSuffix}`;
    new CfnOutput(Stack.of(this), 'ApiAddress', { value: `https://${this.host}` });
  }

  /** Leads the officials' page's paths to the function that serves it; its files are for everybody, what they show is not. */
  addPage(page: IFunction): void {
    const integration = new HttpLambdaIntegration('Page', page);
    for (const [index, path] of pagePaths.entries()) {
      const routeKey = HttpRouteKey.with(path, HttpMethod.GET);
      new HttpRoute(this, `Page${index}`, { httpApi: this.api, routeKey, integration });
    }
  }

  #domainName({ name, certificateArn, mutualTls }: NonNullable<Settings['domain']>): DomainName {
    const host = new DomainName(this, 'Domain', {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      securityPolicy: SecurityPolicy.TLS_1_2,
      ...(mutualTls && {
        mtls: {
          bucket: Bucket.fromBucketName(this, 'TrustStore', mutualTls.bucket),
          key: mutualTls.key,
          version: mutualTls.version,
        },
      }),
    });
    new CfnOutput(Stack.of(this), 'ApiDomainTarget', {
      value: host.regionalDomainName,
      description: `Point ${name} (CNAME) at this`,
    });
    return host;
  }
}
