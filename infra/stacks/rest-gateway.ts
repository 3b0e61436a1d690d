import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Bundles } from '../build/bundle.ts';
import { entranceOf } from '../constructs/entrance.ts';
import { Firewall } from '../constructs/firewall.ts';
import { type Answered, RestGateway } from '../constructs/rest-gateway.ts';
import type { Data } from '../constructs/surroundings.ts';
import type { Settings } from '../deployment/settings.ts';
import { restApiName, type StatelessStack } from './stateless.ts';

export interface RestGatewayStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: Data;
  readonly service: StatelessStack;
  readonly bundles: Bundles;
  /** Every call, by the stacks of the areas. */
  readonly calls: readonly Answered[];
  readonly page: string | undefined;
}

/** The gateway of a city with a firewall: a REST API cannot grow stack by stack, so it comes after all that it leads to. */
export class RestGatewayStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { settings, data, service, bundles, calls, page: folder, ...props }: RestGatewayStackProps,
  ) {
    super(scope, id, { description: 'Sci-tech enterprise loans: REST API with a firewall', ...props });
    const { domain, firewall } = settings;
    if (!domain || !firewall) throw new Error('A REST API needs a domain and a firewall');
    const surroundings = { settings, data, bundles, queues: service.queues };
    const { identity, page } = entranceOf(this, { ...surroundings, apiHost: domain.name, folder });
    const gateway = new RestGateway(this, 'Gateway', {
      ...surroundings,
      apiName: restApiName(settings),
      domain,
      identity,
      calls,
      page,
      topic: service.topic,
    });
    new Firewall(this, 'Firewall', { settings, limits: firewall, data, stageArn: gateway.stageArn });
  }
}
