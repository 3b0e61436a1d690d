import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFileLock } from './file-lock.ts';
import { hashInputs } from './inputs.ts';
import { projectFolder } from './project.ts';

const staleAfterMs = 24 * 60 * 60 * 1000;

/**
 * Makes sure that the checkout's `cdk.out` holds the templates of these very sources, and returns that folder. Takes a
 * few seconds when a source has changed and milliseconds when none has.
 *
 * Several processes may ask at once: one works, the others wait. A running system may still read the assets of an older
 * synthesis, so those are kept for a day.
 */
export async function synthesiseOnce(onWork: () => void = () => undefined): Promise<string> {
  const outputFolder = join(projectFolder, 'cdk.out');
  await mkdir(outputFolder, { recursive: true });
  const markPath = join(outputFolder, 'inputs.sha256');

  await withFileLock(join(outputFolder, 'synthesis.lock'), async () => {
    const inputs = await hashInputs();
    if ((await readOrEmpty(markPath)) === inputs) return;
    onWork();
    await rm(markPath, { force: true });
    // Imported only here: a start that has nothing to synthesise need not load the CDK.
    const [{ bundleFunctions }, { synthesise }, { localSettings }] = await Promise.all([
      import('./bundle.ts'),
      import('../city.ts'),
      import('../deployment/local-settings.ts'),
    ]);
    const bundles = await bundleFunctions(join(outputFolder, 'bundles'), { maps: false });
    synthesise({ outputFolder, bundles, settings: localSettings });
    await removeStaleAssets(outputFolder);
    await writeFile(markPath, inputs);
  });
  return outputFolder;
}

async function removeStaleAssets(outputFolder: string): Promise<void> {
  const names = await readdir(outputFolder);
  const manifests = await Promise.all(
    names.filter((name) => name.endsWith('.assets.json')).map((name) => readFile(join(outputFolder, name), 'utf8')),
  );
  for (const name of names.filter((candidate) => candidate.startsWith('asset.'))) {
    if (manifests.some((manifest) => manifest.includes(name))) continue;
    const path = join(outputFolder, name);
    if (Date.now() - (await stat(path)).mtimeMs > staleAfterMs) await rm(path, { recursive: true });
  }
}

async function readOrEmpty(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
