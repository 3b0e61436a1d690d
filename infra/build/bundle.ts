import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildOptions, Metafile, Plugin } from 'esbuild';
import type { PolicyOrigins } from '../deployment/policy-file.ts';
import { buildBundle } from './build-bundle.ts';
import { bundleGroup } from './bundle-group.ts';
import { bundleName, entryPoints, groupOfEntry } from './entry-points.ts';
import { projectFolder } from './project.ts';

/** The folder of each entry point's bundle; its handler is `index.handler`. */
export type Bundles = ReadonlyMap<string, string>;

export interface BundleOptions {
  /** Whether source maps are made, by which a stack trace of the cloud is read. */
  readonly maps: boolean;
  /** The city's own days and documents of the built-in measures, in the place of the placeholders. */
  readonly policies?: PolicyOrigins;
  /** Modules, and groups by their entry points; all functions by default. */
  readonly entries?: readonly string[];
}

/** The same for every function, and for what the bench measures beside them. */
export const howFunctionsAreBundled = {
  alias: { '@aws-sdk/credential-provider-node': join(projectFolder, 'infra/build/function-credentials.ts') },
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  mainFields: ['module', 'main'],
  // Chinese texts as they are: escaped they would take twice the room.
  charset: 'utf8',
  legalComments: 'none',
} satisfies BuildOptions;

/**
 * Bundles every function into a folder of its own: modules by one esbuild call, since parsing shared modules once is what
 * makes it fast, and each group by {@link bundleGroup}. Writes `metafile.json` beside the folders, which says what they ship.
 *
 * CommonJS, because it is imported 20 to 25 ms faster than ESM on Lambda; `.cjs`, because the checkout around it says
 * `"type": "module"`. Maps lie beside the code and are not deployed; the code is the same with and without, and without it
 * takes two thirds of the time.
 *
 * @throws Error when a module is missing or does not build; the message names all of them.
 */
export async function bundleFunctions(
  outputFolder: string,
  { maps, policies, entries = entryPoints() }: BundleOptions,
): Promise<Bundles> {
  const modules = entries.filter((entry) => groupOfEntry(entry) === undefined);
  const missing = modules.filter((entry) => !existsSync(join(projectFolder, entry)));
  if (missing.length > 0) throw new Error(`These functions are declared but not there: ${missing.join(', ')}`);

  const how = { ...howFunctionsAreBundled, plugins: policies ? [policiesOfTheCity(policies)] : [] };
  const ofModules = buildBundle({
    absWorkingDir: projectFolder,
    entryPoints: modules.map((entry) => ({ in: entry, out: `${bundleName(entry)}/index` })),
    outdir: outputFolder,
    outExtension: { '.js': '.cjs' },
    ...how,
    sourcemap: maps && 'external',
    metafile: true,
    logLevel: 'silent',
  });
  const ofGroups = entries.flatMap((entry) => {
    const group = groupOfEntry(entry);
    return group ? [bundleGroup(group, join(outputFolder, bundleName(entry)), how, maps)] : [];
  });
  const metafiles = [(await ofModules).metafile, ...(await Promise.all(ofGroups))];
  await writeFile(join(outputFolder, 'metafile.json'), JSON.stringify(together(metafiles)));
  return new Map(entries.map((entry) => [entry, join(outputFolder, bundleName(entry))]));
}

const together = (metafiles: readonly Metafile[]): Metafile => ({
  inputs: Object.assign({}, ...metafiles.map(({ inputs }) => inputs)),
  outputs: Object.assign({}, ...metafiles.map(({ outputs }) => outputs)),
});

/** Puts a city's policy file in the place of the domain's placeholders. */
const policiesOfTheCity = (policies: PolicyOrigins): Plugin => ({
  name: 'policies-of-the-city',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]shared[\\/]domain[\\/]built-in-origins\.ts$/ }, () => ({
      contents: `export const builtInOrigins = ${JSON.stringify(policies)};`,
      loader: 'js',
    }));
  },
});
