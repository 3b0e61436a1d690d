import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Resource {
  readonly Type: string;
  /** What becomes of it when it is taken out of the stack. */
  readonly DeletionPolicy?: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DependsOn?: readonly string[];
}

export interface StackTemplate {
  readonly name: string;
  readonly resources: Readonly<Record<string, Resource>>;
  /** Values that other stacks import, by the name under which they are exported. */
  readonly exports: ReadonlyMap<string, unknown>;
}

/** All that synthesis wrote: each stack's template and where each asset lies. */
export interface Assembly {
  readonly stacks: readonly StackTemplate[];
  /** The folder of an asset, by the key under which it would be uploaded. */
  readonly assetFolders: ReadonlyMap<string, string>;
}

interface TemplateFile {
  readonly Resources?: Readonly<Record<string, Omit<Resource, 'Properties'> & Partial<Resource>>>;
  readonly Outputs?: Readonly<Record<string, { Value: unknown; Export?: { Name: string } }>>;
}

interface AssetsFile {
  readonly files: Readonly<
    Record<string, { source: { path: string }; destinations: Record<string, { objectKey: string }> }>
  >;
}

interface ManifestFile {
  readonly artifacts: Readonly<Record<string, { type: string; properties?: { templateFile?: string } }>>;
}

/** Reads a synthesised assembly from its folder (`cdk.out`). */
export function readAssembly(folder: string): Assembly {
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
  const { artifacts } = read<ManifestFile>('manifest.json');
  const stacks = Object.entries(artifacts).flatMap(([name, { type, properties }]) =>
    type === 'aws:cloudformation:stack' && properties?.templateFile
      ? [stackOf(name, read<TemplateFile>(properties.templateFile))]
      : [],
  );

  const assetFolders = new Map<string, string>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.assets.json'))) {
    for (const { source, destinations } of Object.values(read<AssetsFile>(name).files)) {
      for (const { objectKey } of Object.values(destinations)) assetFolders.set(objectKey, join(folder, source.path));
    }
  }
  return { stacks, assetFolders };
}

function stackOf(name: string, template: TemplateFile): StackTemplate {
  const resources = Object.fromEntries(
    Object.entries(template.Resources ?? {}).map(([id, resource]) => [
      id,
      { ...resource, Properties: resource.Properties ?? {} },
    ]),
  );
  const exports = new Map<string, unknown>();
  for (const output of Object.values(template.Outputs ?? {})) {
    if (output.Export) exports.set(output.Export.Name, output.Value);
  }
  return { name, resources, exports };
}

/** Every resource of a type over all stacks, with the stack that holds it. */
export function resourcesOfType(
  assembly: Assembly,
  type: string,
): readonly {
  readonly stack: StackTemplate;
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
}[] {
  return assembly.stacks.flatMap((stack) =>
    Object.entries(stack.resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => ({ stack, id, properties: resource.Properties })),
  );
}
