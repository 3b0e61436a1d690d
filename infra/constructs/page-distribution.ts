import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { pageRoot } from '../../shared/platform/page-files.ts';
import { pageHeaders, tlsOnlySeconds } from '../../shared/platform/page-headers.ts';
import type { Settings } from '../deployment/settings.ts';
import { edgeLogsBucket } from './access-logs-bucket.ts';
import type { Data } from './surroundings.ts';

export interface PageDistributionProps {
  readonly settings: Settings;
  readonly data: Data;
  /** The API's host name, whose calls the page's own host name passes on: so page and API share an origin. */
  readonly apiHost: string;
  /** Other origins that the page calls. */
  readonly connections: readonly string[];
}

/** The officials' page outside China: a private bucket that only CloudFront reads, with the API beside it. */
export class PageDistribution extends Construct {
  readonly distribution: Distribution;
  readonly bucket: IBucket;
  /** Such as `https://loans.example.cn`. */
  readonly origin: string;

  constructor(scope: Construct, id: string, { settings, data, apiHost, connections }: PageDistributionProps) {
    super(scope, id);
    const { domain } = settings.page;
    this.bucket = pageBucket(this, data);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Officials' page of ${settings.city}`,
      defaultRootObject: `${pageRoot.slice(1)}index.html`,
      httpVersion: HttpVersion.HTTP2_AND_3,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      ...(domain && {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      }),
      logBucket: edgeLogsBucket(this, 'edge-logs', settings.logRetentionDays),
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: headersPolicy(this, connections),
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: firstFile(this) }],
      },
      additionalBehaviors: {
        '/v1/*': {
          origin: new HttpOrigin(apiHost),
          allowedMethods: AllowedMethods.ALLOW_ALL,
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          // The gateway tells its APIs apart by their own host names.
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          responseHeadersPolicy: apiHeadersPolicy(this),
        },
      },
    });
    this.origin = `https://${domain?.name ?? this.distribution.distributionDomainName}`;
    if (domain) {
      new CfnOutput(Stack.of(this), 'PageDomainTarget', {
        value: this.distribution.distributionDomainName,
        description: `Point ${domain.name} (CNAME) at this`,
      });
    }
  }
}

/** Holds nothing but what `npm run deploy` puts there again, so it goes with the stack. */
const pageBucket = (scope: Construct, { accessLogs }: Data): Bucket =>
  new Bucket(scope, 'Files', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    serverAccessLogsBucket: accessLogs,
    serverAccessLogsPrefix: 'page/',
    removalPolicy: RemovalPolicy.DESTROY,
    lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
  });

const strictTransportSecurity = {
  accessControlMaxAge: Duration.seconds(tlsOnlySeconds),
  includeSubdomains: true,
  override: true,
};

/** The very headers that one machine serves the page with, and that nobody asks for it without TLS again. */
function headersPolicy(scope: Construct, connections: readonly string[]): ResponseHeadersPolicy {
  const { contentSecurityPolicy, permissionsPolicy } = pageHeaders(connections);
  return new ResponseHeadersPolicy(scope, 'Headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity,
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'permissions-policy', value: permissionsPolicy, override: true },
        { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
      ],
    },
  });
}

/** For answers of the API, since what the gateway itself refuses carries no header of ours. */
const apiHeadersPolicy = (scope: Construct): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, 'ApiHeaders', {
    securityHeadersBehavior: { contentTypeOptions: { override: true }, strictTransportSecurity },
  });

/** Leads to the page's folder, and from there to its first file. */
const firstFile = (scope: Construct): EdgeFunction =>
  new EdgeFunction(scope, 'FirstFile', {
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(firstFileCode),
  });

/** Runs in CloudFront; exported for its test. */
export const firstFileCode = `function handler(event) {
  const request = event.request;
  if (request.uri === '/' || request.uri === '${pageRoot.slice(0, -1)}') {
    return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: '${pageRoot}' } } };
  }
  if (request.uri === '${pageRoot}') request.uri = '${pageRoot}index.html';
  return request;
}`;
