import { CfnOutput, CfnParameter, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CorsHttpMethod,
  DomainName,
  HttpApi,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Settings } from '../deployment/settings.ts';
import type { Data } from './surroundings.ts';
import { userPool } from './user-pool.ts';

export interface GatewayProps {
  readonly settings: Settings;
  readonly data: Data;
}

/** What one line of the access log says: who asked for what and how it ended; never a body, a query or a token. */
const accessLine = JSON.stringify({
  requestId: '$context.requestId',
  at: '$context.requestTime',
  sourceIp: '$context.identity.sourceIp',
  clientCertificate: '$context.identity.clientCert.subjectDN',
  sub: '$context.authorizer.claims.sub',
  route: '$context.routeKey',
  path: '$context.path',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  error: '$context.error.message',
  integrationError: '$context.integrationErrorMessage',
});

/** The HTTP API: tokens, access log, throttling, CORS, and the city's own host name where it has one. */
export class Gateway extends Construct {
  readonly api: HttpApi;
  readonly authorizer: IHttpRouteAuthorizer;

  constructor(scope: Construct, id: string, { settings, data }: GatewayProps) {
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
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: throttling.ratePerSecond, burstLimit: throttling.burst },
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: AccessLogFormat.custom(accessLine) },
      ...(domain && { domainMapping: { domainName: this.#domainName(domain) } }),
    });
    new CfnOutput(this, 'Address', { value: domain ? `https://${domain.name}` : stage.url });
    this.authorizer = settings.identity ? this.#tokensOf(settings.identity) : this.#userPoolTokens(settings);
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
    new CfnOutput(this, 'DomainTarget', {
      value: host.regionalDomainName,
      description: `Point ${name} (CNAME) at this`,
    });
    return host;
  }

  /** As parameters, so that one machine can be its own issuer under the same template. */
  #tokensOf({ issuer, audience }: NonNullable<Settings['identity']>): IHttpRouteAuthorizer {
    const issuerParameter = new CfnParameter(this, 'OidcIssuer', {
      description: 'Address of the OIDC issuer whose tokens are taken, without a slash at the end',
      default: issuer,
    });
    const audienceParameter = new CfnParameter(this, 'OidcAudience', {
      description: 'Audience that a token must name',
      default: audience,
    });
    issuerParameter.overrideLogicalId('OidcIssuer');
    audienceParameter.overrideLogicalId('OidcAudience');
    return new HttpJwtAuthorizer('Tokens', issuerParameter.valueAsString, {
      jwtAudience: [audienceParameter.valueAsString],
    });
  }

  #userPoolTokens(settings: Settings): IHttpRouteAuthorizer {
    const { pool, client } = userPool(this, 'Users', settings);
    new CfnOutput(this, 'UserPoolId', { value: pool.userPoolId });
    new CfnOutput(this, 'UserPoolClientId', { value: client.userPoolClientId });
    return new HttpJwtAuthorizer('Tokens', pool.userPoolProviderUrl, { jwtAudience: [client.userPoolClientId] });
  }
}
