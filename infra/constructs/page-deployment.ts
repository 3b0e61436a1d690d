import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import type { PageConfig } from '../../shared/contracts/page-config.ts';
import { pageRoot } from '../../shared/platform/page-files.ts';
import { cacheControlOf } from '../../shared/platform/page-headers.ts';
import type { Settings } from '../deployment/settings.ts';
import type { PageDistribution } from './page-distribution.ts';
import type { Data } from './surroundings.ts';

export interface PageDeploymentProps {
  readonly settings: Settings;
  readonly data: Data;
  readonly page: PageDistribution;
  /** Of the built page. */
  readonly folder: string;
  readonly config: PageConfig;
}

/**
 * Puts the built page into its bucket: first the files that are kept for ever, then those that name them. Files of earlier
 * versions stay: who has the page open still loads parts of the version that was there in the morning.
 */
export class PageDeployment extends Construct {
  constructor(scope: Construct, id: string, { settings, data, page, folder, config }: PageDeploymentProps) {
    super(scope, id);
    const common = {
      destinationBucket: page.bucket,
      prune: false,
      retainOnDelete: false,
      memoryLimit: 256,
      logGroup: new LogGroup(this, 'Logs', { retention: settings.logRetentionDays, encryptionKey: data.logsKey }),
    };
    const prefix = pageRoot.slice(1);
    const assets = new BucketDeployment(this, 'Assets', {
      ...common,
      sources: [Source.asset(folder, { exclude: ['index.html'] })],
      destinationKeyPrefix: prefix,
      cacheControl: [CacheControl.fromString(cacheControlOf('assets/'))],
    });
    const first = new BucketDeployment(this, 'FirstFiles', {
      ...common,
      sources: [Source.asset(folder, { exclude: ['assets/**'] }), Source.jsonData('config.json', config)],
      destinationKeyPrefix: prefix,
      cacheControl: [CacheControl.fromString(cacheControlOf('index.html'))],
      distribution: page.distribution,
      distributionPaths: [pageRoot, `${pageRoot}index.html`, `${pageRoot}config.json`],
    });
    first.node.addDependency(assets);
  }
}
