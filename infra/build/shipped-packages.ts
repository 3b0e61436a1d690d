import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { projectFolder } from './project.ts';

/** A package of others whose code is in a bundle of ours. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression, as the package says it. */
  readonly license: string;
  /** The texts of its licence and notice files; empty if it brings none. */
  readonly texts: readonly string[];
  /** From the lock file, such as `sha512-…`. */
  readonly integrity: string | null;
}

/**
 * The packages whose code bundles hold, by name, found in esbuild's own account of its inputs: what is only used while building
 * or testing is not among them, and what the page ships of development packages is.
 *
 * @throws Error if a package names no licence: nobody may ship what nobody allowed.
 */
export function shippedPackages(metafiles: readonly Metafile[]): readonly ShippedPackage[] {
  const folders = new Set(
    metafiles.flatMap(({ outputs }) =>
      Object.values(outputs).flatMap(({ inputs }) =>
        Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? packageFolderOf(path) : [])),
      ),
    ),
  );
  const { packages: locked } = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
  };
  return [...folders].map((folder) => packageIn(folder, locked[folder]?.integrity ?? null)).sort(byNameAndVersion);
}

const byNameAndVersion = (one: ShippedPackage, two: ShippedPackage): number =>
  `${one.name}@${one.version}` < `${two.name}@${two.version}` ? -1 : 1;

/** `node_modules/@scope/name` of a file, however deep; empty for a file of our own. */
export const packageFolderOf = (path: string): readonly string[] =>
  /^(?:[a-z-]+:)?((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.slice(1, 2) ?? [];

function packageIn(folder: string, integrity: string | null): ShippedPackage {
  const root = join(projectFolder, folder);
  const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  if (!license) throw new Error(`The package ${name} is shipped and names no licence`);
  const files = existsSync(root) ? readdirSync(root).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file)) : [];
  const texts = files.sort().map((file) => readFileSync(join(root, file), 'utf8').trim());
  return { name, version, license, texts, integrity };
}
