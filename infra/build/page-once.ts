import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFileLock } from './file-lock.ts';
import { hashOf } from './inputs.ts';
import { projectFolder } from './project.ts';

const folders = ['functions/admin', 'shared/contracts', 'shared/documents', 'shared/domain'];
const files = ['infra/build/page.ts', 'infra/build/notices.ts', 'infra/build/shipped-packages.ts', 'package-lock.json'];

/** Makes sure that `cdk.out/page` holds the page of these very sources, and returns that folder. */
export async function buildPageOnce(onWork: () => void = () => undefined): Promise<string> {
  const output = join(projectFolder, 'cdk.out');
  await mkdir(output, { recursive: true });
  const folder = join(output, 'page');
  const markPath = join(output, 'page.sha256');
  await withFileLock(join(output, 'page.lock'), async () => {
    const inputs = await hashOf(folders, files);
    if ((await readMark(markPath)) === inputs) return;
    onWork();
    await writeFile(markPath, '');
    // Imported only here: a start that has nothing to build need not load esbuild.
    const { buildPage } = await import('./page.ts');
    await buildPage(folder);
    await writeFile(markPath, inputs);
  });
  return folder;
}

async function readMark(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
