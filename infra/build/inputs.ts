import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from './project.ts';

/** What the templates and bundles are made of. The runner (`infra/local`) and the page are not among it. */
const folders = [
  'functions/http',
  'functions/jobs',
  'functions/workers',
  'shared',
  'infra/stacks',
  'infra/constructs',
  'infra/build',
  'infra/deployment',
];
const files = [
  'infra/app.ts',
  'infra/city.ts',
  'infra/background.ts',
  'infra/permissions.ts',
  'infra/permissions.json',
  'cdk.json',
  'package.json',
  'package-lock.json',
];

/** A hash over all that decides what synthesis makes, so that the same inputs need no second one. */
export const hashInputs = (): Promise<string> => hashOf(folders, files);

/** A hash over the names and contents of files, and of all files below folders. */
export async function hashOf(below: readonly string[], named: readonly string[]): Promise<string> {
  const found = await Promise.all(below.map(filesBelow));
  const paths = [...named, ...found.flat()].sort();
  const contents = await Promise.all(paths.map((path) => readFile(join(projectFolder, path))));
  const hash = createHash('sha256');
  paths.forEach((path, index) => {
    const content = contents[index] ?? Buffer.alloc(0);
    hash.update(`${path}\0${content.length}\0`).update(content);
  });
  return hash.digest('hex');
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(projectFolder, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(projectFolder.length + 1));
}
