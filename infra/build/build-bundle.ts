import * as esbuild from 'esbuild';

let running = 0;

/**
 * Does something with esbuild's one service of this process, and ends the service after the last of several at once. Left
 * alone it would live as long as the process; ended earlier, the others would never be answered.
 */
export async function usingEsbuild<Result>(act: () => Promise<Result>): Promise<Result> {
  running += 1;
  try {
    return await act();
  } finally {
    running -= 1;
    if (running === 0) await esbuild.stop();
  }
}

/** Builds by {@link usingEsbuild}. */
export const buildBundle = <Options extends esbuild.BuildOptions>(
  options: Parameters<typeof esbuild.build<Options>>[0],
): Promise<esbuild.BuildResult<Options>> => usingEsbuild(() => esbuild.build(options));
