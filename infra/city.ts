import { App } from 'aws-cdk-lib';
import type { Bundles } from './build/bundle.ts';
import type { Settings } from './deployment/settings.ts';
import { StatefulStack } from './stacks/stateful.ts';
import { StatelessStack } from './stacks/stateless.ts';

export interface SynthesisOptions {
  /** Where the templates and assets are written; made if absent, never emptied. */
  readonly outputFolder: string;
  readonly bundles: Bundles;
  /** The folder of the built officials' page; without it, as on one machine, no stack serves one. */
  readonly page?: string;
  readonly settings: Settings;
  /** Whether the CDK's own rules judge the templates, which takes some fifteen seconds; before a deployment, not before a start. */
  readonly validated?: boolean;
}

/** How the CDK behaves, the same with its command line and without. */
const behaviour = {
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/core:newStyleStackSynthesis': true,
  // What another stack uses cannot be taken away under it.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
};

/**
 * Makes one city's stacks: the data, and the service (decisions/0001). Needs no network and no account; the caller has the
 * templates written.
 */
export function cityApp({ outputFolder, bundles, page, settings, validated = false }: SynthesisOptions): App {
  const app = new App({
    outdir: outputFolder,
    analyticsReporting: false,
    // The flag below only says whether what the rules find is an error: they would judge all the same.
    builtinCloudFormationValidation: validated,
    postCliContext: { ...behaviour, '@aws-cdk/core:validateAgainstDefaultRules': validated },
  });
  const { city, region } = settings;
  const common = { settings, env: { region }, tags: { city, system: 'sci-tech-loans' } };
  const data = new StatefulStack(app, `${city}-loans-data`, common);
  new StatelessStack(app, `${city}-loans-service`, { ...common, data, bundles, page });
  return app;
}

/** Writes the templates of a city. */
export const synthesise = (options: SynthesisOptions): void => void cityApp(options).synth();
