import { join } from 'node:path';
import { bundleFunctions } from './bundle.ts';
import { buildPage } from './page.ts';
import { projectFolder } from './project.ts';

// npm run bundle: builds every function and the page into cdk.out, with the metafiles from which sizes are read.
const bundles = await bundleFunctions(join(projectFolder, 'cdk.out', 'bundles'), { maps: true });
console.log(`${bundles.size} functions are in ${join(projectFolder, 'cdk.out', 'bundles')}`);
const page = await buildPage(join(projectFolder, 'cdk.out', 'page'));
console.log(`the officials’ page is in ${page}`);
