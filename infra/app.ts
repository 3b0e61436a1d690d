import { join } from 'node:path';
import { bundleFunctions } from './build/bundle.ts';
import { projectFolder } from './build/project.ts';
import { synthesise } from './city.ts';

// What `cdk deploy` and `cdk diff` run (cdk.json); `npm run synth` and `npm start` call the same two functions.
const outputFolder = process.env.CDK_OUTDIR ?? join(projectFolder, 'cdk.out');
synthesise({ outputFolder, bundles: await bundleFunctions(join(outputFolder, 'bundles'), { maps: true }) });
