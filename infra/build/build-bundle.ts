import { type BuildOptions, type BuildResult, build, stop } from 'esbuild';

let running = 0;

/**
 * Builds by esbuild's one service of this process, and ends the service after the last of several builds at once. Left
 * alone it would live as long as the process; ended earlier, the other builds would never be answered.
 */
export async function buildBundle<Options extends BuildOptions>(
  options: Parameters<typeof build<Options>>[0],
): Promise<BuildResult<Options>> {
  running += 1;
  try {
    return await build(options);
  } finally {
    running -= 1;
    if (running === 0) await stop();
  }
}
