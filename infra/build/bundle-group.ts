import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type BuildOptions, build, type Metafile, transform } from 'esbuild';
import { groupOf } from '../../shared/contracts/groups.ts';
import type { Group } from '../../shared/contracts/route.ts';
import { routes } from '../../shared/contracts/routes.ts';
import { usingEsbuild } from './build-bundle.ts';
import { projectFolder } from './project.ts';

/**
 * Bundles the calls of a group into a folder whose `index.cjs` loads the code of a call when it arrives. What most calls
 * need (the clients, zod, the chain around a call) is loaded with it.
 *
 * esbuild splits code in ESM only, so each part is made CommonJS afterwards (bundle.ts says why CommonJS).
 *
 * @returns what the parts are made of.
 */
export const bundleGroup = (group: Group, folder: string, how: BuildOptions, maps: boolean): Promise<Metafile> =>
  usingEsbuild(async () => {
    const { outputFiles, metafile } = await build({
      ...how,
      absWorkingDir: projectFolder,
      stdin: { contents: sourceOf(group), resolveDir: projectFolder, sourcefile: `http-${group}.ts`, loader: 'ts' },
      outdir: folder,
      outExtension: { '.js': '.cjs' },
      entryNames: 'index',
      chunkNames: '[name]-[hash]',
      format: 'esm',
      splitting: true,
      // In the part itself, so that the second step makes one map of both.
      sourcemap: maps && 'inline',
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await Promise.all(
      outputFiles.map(async ({ path, text }) => {
        const name = basename(path);
        const { code, map } = await transform(text, {
          ...{ format: 'cjs', platform: 'node', target: how.target, charset: how.charset, minify: how.minify },
          // As `require`, which needs no second loader of modules.
          supported: { 'dynamic-import': false },
          sourcefile: name,
          sourcemap: maps && 'external',
        });
        await writeFile(join(folder, name), code);
        if (maps) await writeFile(join(folder, `${name}.map`), map);
      }),
    );
    return metafile;
  });

/** The entry of a group, made of its rows of the route table. */
function sourceOf(group: Group): string {
  const calls = routes
    .filter((route) => groupOf(route) === group)
    .map(({ method, path, handler }) => `  '${method} ${path}': () => import('./${handler}'),`);
  return `
import { groupHandler } from './shared/platform/group-handler.ts';
import './shared/platform/${group === 'reads' ? 'query' : 'command'}-endpoint.ts';

export const calls = {
${calls.join('\n')}
};
export const handler = groupHandler(calls);
`;
}
