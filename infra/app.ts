import { join } from 'node:path';
import { bundleFunctions } from './build/bundle.ts';
import { withGatewayBundles } from './build/gateway-bundles.ts';
import { buildPage } from './build/page.ts';
import { projectFolder } from './build/project.ts';
import { synthesise } from './city.ts';
import { readCityFiles } from './deployment/read-settings.ts';
import { SettingsError } from './deployment/settings.ts';

// What `cdk deploy` and `cdk diff` run (cdk.json), for the city whose files `CITY` names. `npm run synth` and `npm start`
// make the templates of one machine in its place.
try {
  const { settings, policies } = readCityFiles();
  const outputFolder = process.env.CDK_OUTDIR ?? join(projectFolder, 'cdk.city.out');
  const page = await buildPage(join(outputFolder, 'page'));
  const functions = await bundleFunctions(join(outputFolder, 'bundles'), { maps: true, policies });
  const bundles = await withGatewayBundles(functions, join(outputFolder, 'gateway-bundles'), page);
  synthesise({ outputFolder, bundles, page, settings, validated: true });
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
