import { App } from 'aws-cdk-lib';
import { routes } from '../shared/contracts/routes.ts';
import type { Bundles } from './build/bundle.ts';
import { AreaStack } from './stacks/area.ts';
import { StatefulStack } from './stacks/stateful.ts';
import { StatelessStack } from './stacks/stateless.ts';

export interface SynthesisOptions {
  /** Where the templates and assets are written; made if absent, never emptied. */
  readonly outputFolder: string;
  readonly bundles: Bundles;
  /** Prefix of every stack's name, so that one account can hold several cities. */
  readonly city?: string;
}

/**
 * Makes one city's stacks and writes their templates: the data, what runs without a caller, and one stack an area of the
 * API (decisions/0001). Needs no network and no account.
 */
export function synthesise({ outputFolder, bundles, city = 'pinghu' }: SynthesisOptions): void {
  const app = new App({ outdir: outputFolder, analyticsReporting: false });
  const { tables, documents } = new StatefulStack(app, `${city}-loans-data`);
  const service = new StatelessStack(app, `${city}-loans-service`, { tables, documents, bundles });
  for (const [tag, routesOfTag] of Object.entries(Object.groupBy(routes, (route) => route.tag))) {
    const area = tag.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    new AreaStack(app, `${city}-loans-http-${area}`, {
      routes: routesOfTag ?? [],
      service,
      tables,
      documents,
      bundles,
    });
  }
  app.synth();
}
