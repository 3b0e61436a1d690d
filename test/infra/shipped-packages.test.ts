import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { noticesName } from '../../infra/build/notices.ts';
import { buildPageOnce } from '../../infra/build/page-once.ts';
import { sbomOf } from '../../infra/build/sbom-document.ts';
import { packageFolderOf, type ShippedPackage, shippedPackages } from '../../infra/build/shipped-packages.ts';

describe('what others’ code the officials’ page ships', () => {
  let folder: string;
  let packages: readonly ShippedPackage[];
  beforeAll(async () => {
    folder = await buildPageOnce();
    packages = shippedPackages([JSON.parse(readFileSync(`${folder}.metafile.json`, 'utf8')) as Metafile]);
  });

  test('is found in the bundle, development packages too, and nothing that only builds or tests', () => {
    const names = packages.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['antd', 'react', 'react-dom', 'oidc-client-ts', 'fflate']));
    for (const name of ['esbuild', 'typescript', 'vitest', 'aws-cdk-lib']) expect(names).not.toContain(name);
    expect(new Set(names.map((name, index) => `${name}@${packages[index]?.version}`)).size).toBe(names.length);
  });

  test('has its licences beside it, each with the text that it asks to be kept', () => {
    const notices = readFileSync(join(folder, noticesName), 'utf8');
    for (const { name, version, license } of packages) expect(notices).toContain(`${name} ${version} (${license})`);
    expect(notices).toContain('Copyright (c) Meta Platforms, Inc. and affiliates.');
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain(`rel="license" href="${noticesName}"`);
  });

  test('makes one bill of materials each time, with the hash of the lock file for every package', () => {
    const subject = { name: 'sci-tech-loans-page', version: '0.1.0' };
    const document = sbomOf(subject, packages) as {
      readonly serialNumber: string;
      readonly components: readonly { readonly purl: string; readonly hashes: readonly { content: string }[] }[];
    };
    expect(sbomOf(subject, packages)).toEqual(document);
    expect(document).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    expect(document.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    for (const { purl, hashes } of document.components) {
      expect([purl, hashes[0]?.content]).toEqual([purl, expect.stringMatching(/^[0-9a-f]{128}$/)]);
    }
    expect(document.components.map(({ purl }) => purl)).toContain(
      `pkg:npm/%40ant-design/icons@${packages.find(({ name }) => name === '@ant-design/icons')?.version}`,
    );
  });
});

test.each([
  ['node_modules/react/index.js', ['node_modules/react']],
  ['node_modules/@a/b/lib/c.js', ['node_modules/@a/b']],
  ['node_modules/a/node_modules/@b/c/d.js', ['node_modules/a/node_modules/@b/c']],
  ['shared/domain/money.ts', []],
  ['functions/admin/main.tsx', []],
])('a file %s belongs to the package in %j', (path, expected) => {
  expect(packageFolderOf(path)).toEqual(expected);
});
