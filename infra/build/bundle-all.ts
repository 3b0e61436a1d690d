import { join } from 'node:path';
import { bundleFunctions } from './bundle.ts';
import { projectFolder } from './project.ts';

// npm run bundle: builds every function into cdk.out/bundles, with the metafile from which sizes are read.
const bundles = await bundleFunctions(join(projectFolder, 'cdk.out', 'bundles'), { maps: true });
console.log(`${bundles.size} functions are in ${join(projectFolder, 'cdk.out', 'bundles')}`);
