import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { bundleFunctions } from './bundle.ts';
import { noticesName, noticesOf } from './notices.ts';
import { buildPage } from './page.ts';
import { projectFolder } from './project.ts';
import { sbomOf } from './sbom-document.ts';
import { shippedPackages } from './shipped-packages.ts';

// npm run sbom: builds functions and page, and writes what others' code is in them to cdk.out/sbom: a bill of materials
// (CycloneDX 1.6) each for the functions and for the page, and the notices of both.
const output = join(projectFolder, 'cdk.out', 'sbom');
await mkdir(output, { recursive: true });
const metafileAt = async (path: string): Promise<Metafile> => JSON.parse(await readFile(path, 'utf8'));
await bundleFunctions(join(output, 'bundles'), { maps: false });
const page = await buildPage(join(output, 'page'));
const { version } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8')) as { version: string };
const shipped = {
  functions: shippedPackages([await metafileAt(join(output, 'bundles', 'metafile.json'))]),
  page: shippedPackages([await metafileAt(`${page}.metafile.json`)]),
};
for (const [name, packages] of Object.entries(shipped)) {
  const document = sbomOf({ name: `sci-tech-loans-${name}`, version }, packages);
  const path = join(output, `${name}.cdx.json`);
  await writeFile(path, `${JSON.stringify(document, null, 2)}\n`);
  await writeFile(join(output, `${name}-${noticesName}`), noticesOf(packages));
  console.log(`${packages.length} packages are in the ${name}: ${path}`);
}
