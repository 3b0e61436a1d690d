import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  /** The project's own files that it imports. */
  readonly imports: readonly string[];
  /** Packages and `node:` modules that it imports. */
  readonly packages: readonly string[];
}

function sourcesIn(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
    .map(toSource);
}

function toSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const named = [
    ...text.matchAll(/^(?:import|export)\b[^'"`;]*?from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gm),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  const own = named.filter((name) => name.startsWith('.'));
  return {
    path,
    text,
    lines: text.split('\n').length - 1,
    imports: own.map((name) => relative(root, resolve(root, dirname(path), name))),
    packages: named.filter((name) => !name.startsWith('.')),
  };
}

const sources = ['infra', 'functions', 'shared'].flatMap(sourcesIn);
const tests = sourcesIn('test');

/** What each place may import from. Longest prefix wins; everything else is forbidden. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'shared/domain/': ['shared/domain/'],
  'shared/contracts/': ['shared/domain/', 'shared/contracts/'],
  'shared/documents/': ['shared/documents/'],
  'shared/store/': ['shared/domain/', 'shared/contracts/', 'shared/store/'],
  'shared/operations/': [
    'shared/domain/',
    'shared/contracts/',
    'shared/documents/',
    'shared/store/',
    'shared/operations/',
  ],
  'shared/platform/': ['shared/'],
  'functions/admin/': ['shared/contracts/', 'shared/documents/', 'functions/admin/'],
  'functions/': ['shared/'],
  'infra/': ['infra/', 'shared/', 'functions/'],
};

const placeOf = (path: string): string =>
  Object.keys(mayImport)
    .filter((place) => path.startsWith(place))
    .sort((a, b) => b.length - a.length)[0] ?? '';

describe('house rules', () => {
  test('imports go one way: domain ← contracts, documents ← store, operations ← platform ← functions', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .filter((target) => !(mayImport[placeOf(path)] ?? []).some((place) => target.startsWith(place)))
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the domain has no clock, no chance, no packages and no Node', () => {
    const wrong = sources
      .filter(({ path }) => path.startsWith('shared/domain/'))
      .flatMap(({ path, text, packages }) => [
        ...packages.map((name) => `${path} imports ${name}`),
        ...(/Date\.now|new Date\(\)|Math\.random|performance\.|process\.|setTimeout|crypto\./.exec(text) ?? []).map(
          (found) => `${path} uses ${found}`,
        ),
      ]);
    expect(wrong).toEqual([]);
  });

  test('the gateway’s and Lambda’s event shapes are known to the platform alone', () => {
    const wrong = sources
      .filter(({ path }) => /^(shared|functions)\//.test(path) && !path.startsWith('shared/platform/'))
      .filter(({ packages }) => packages.some((name) => name === 'aws-lambda' || name.startsWith('@middy/')))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  test('the SDK is known to the store and to what makes its clients', () => {
    const wrong = sources
      .filter(({ path }) => /^(shared|functions)\//.test(path))
      .filter(({ path }) => !path.startsWith('shared/store/') && path !== 'shared/platform/services.ts')
      .filter(({ packages }) => packages.some((name) => name.startsWith('@aws-sdk/')))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  test('files stay small: none over 300 lines, the median under 70', () => {
    expect(sources.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
    const sizes = sources.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(70);
  });

  test('functions are thin: an entry point of at most 40 lines each', () => {
    const wrong = sources
      .filter(({ path }) => /^functions\/(http|jobs|workers)\//.test(path))
      .filter(({ lines }) => lines > 40);
    expect(wrong.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  test('zod is imported as the namespace of its mini form, which keeps 70 kB out of every bundle', () => {
    const wrong = sources.filter(({ text }) =>
      /^import (?!(type )?\* as z from 'zod\/mini')[^;]*from 'zod(\/[^']*)?'/m.test(text),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('nothing is left to do, skipped, silenced or swallowed', () => {
    const marks = [
      new RegExp(['TO', 'DO|FIX', 'ME|XX', 'X'].join('')),
      /@ts-(ignore|nocheck|expect-error)/,
      /\bas any\b/,
      /catch\s*(\([^)]*\))?\s*\{\s*\}/,
      /\b(test|describe|it)\.(only|todo)\(/,
      /\bvi\.mock\(/,
    ];
    const wrong = [...sources, ...tests]
      .filter(({ path }) => path !== 'test/tidy/house-rules.test.ts')
      .flatMap(({ path, text }) => marks.filter((mark) => mark.test(text)).map((mark) => `${path}: ${mark}`));
    expect(wrong).toEqual([]);
  });

  test('every decision is in the index, under the number of its file', () => {
    const folder = join(root, 'infra/decisions');
    const files = readdirSync(folder).filter((name) => /^\d{4}-.*\.md$/.test(name));
    const index = readFileSync(join(folder, 'README.md'), 'utf8');
    const listed = [...index.matchAll(/^\[(\d{4})\]\(([^)]+)\)/gm)].map(([, number, file]) => [number, file]);
    expect(listed.map(([, file]) => file).sort()).toEqual(files.sort());
    const titled = files.map((file) => [file, readFileSync(join(folder, file), 'utf8').slice(0, 7)]);
    expect(titled).toEqual(files.map((file) => [file, `# ${file.slice(0, 4)} `]));
    expect(listed.filter(([number, file]) => file?.slice(0, 4) !== number)).toEqual([]);
  });

  test('no file carries a machine’s path or a registry’s host', () => {
    const hosts = new RegExp(['/wo', 'rk/|registry\\.', 'npmjs|deb\\.', 'debian|pypi\\.', 'org'].join(''));
    expect([...sources, ...tests].filter(({ text }) => hosts.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
