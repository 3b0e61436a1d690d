import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { PageConfig } from '../../shared/contracts/page-config.ts';
import { pageRoot } from '../../shared/platform/page-files.ts';
import { pageHostOf } from '../deployment/settings.ts';
import { signInOriginsOf } from './identity.ts';
import { PageDeployment } from './page-deployment.ts';
import { PageDistribution } from './page-distribution.ts';
import { PageFunction, pageHome } from './page-function.ts';
import type { Surroundings } from './surroundings.ts';

export interface OfficialsPageProps extends Surroundings {
  /** The host name that the API answers under. */
  readonly apiHost: string;
}

/** The officials' page, by CloudFront or by the API's own gateway. Where it is is known before what it is told: its issuer wants to know. */
export class OfficialsPage extends Construct {
  /** Where users open it, and come back to when they have signed in. */
  readonly address: string;
  readonly #props: OfficialsPageProps;
  readonly #connections: readonly string[];
  readonly #inCloudFront: PageDistribution | null;

  constructor(scope: Construct, id: string, props: OfficialsPageProps) {
    super(scope, id);
    const { settings, data, apiHost } = props;
    this.#props = props;
    const documents = `https://${data.documents.bucketRegionalDomainName}`;
    this.#connections = [...signInOriginsOf(settings, Stack.of(this)), documents];
    this.#inCloudFront =
      pageHostOf(settings) === 'cloudfront'
        ? new PageDistribution(this, 'CloudFront', { settings, data, apiHost, connections: this.#connections })
        : null;
    const page = this.#inCloudFront;
    this.address = page ? `${page.origin}${pageRoot}` : `https://${apiHost}${pageRoot}${pageHome}`;
    new CfnOutput(Stack.of(this), 'PageAddress', { value: this.address });
  }

  /**
   * Puts the built page where it is served.
   *
   * @returns the function that the gateway must lead `/admin` to; null where CloudFront serves the page.
   */
  serve(folder: string, config: PageConfig): IFunction | null {
    const page = this.#inCloudFront;
    if (page) {
      new PageDeployment(this, 'Files', { ...this.#props, page, folder, config });
      return null;
    }
    const props = { ...this.#props, config, connections: this.#connections };
    return new PageFunction(this, 'Gateway', props).function;
  }
}
