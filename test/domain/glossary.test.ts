import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import { policyNamed } from '../../shared/domain/policy.ts';
import { edgesOf, graphs } from './graph-cases.ts';

const folder = resolve(import.meta.dirname, '../../shared/domain');
const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
const glossary = readFileSync(join(folder, 'README.md'), 'utf8');

/** The rows of the parameter table: name, unit, both values, rule, origin. */
const rows = glossary
  .slice(glossary.indexOf('## Policy parameters'))
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );

/** The English words of a cell of states, without what is said of them. */
const wordsIn = (cell: string): readonly string[] =>
  cell
    .replace(/\s*\([^)]*\)/g, '')
    .split(', ')
    .map((entry) => entry.split(' ')[0] ?? '');

const inCode = (cell: string | undefined): string => /^`(.*)`$/.exec(cell ?? '')?.[1] ?? '';
const parametersOf = (policyId: string) => Object.entries(policyNamed(builtInPolicies, policyId).parameters);

describe('the glossary', () => {
  test('has every policy parameter once, in the order of the code, and no other', () => {
    expect(rows.map(([name]) => inCode(name))).toEqual(parametersOf('measures-2024').map(([name]) => name));
  });

  test.each(parametersOf('measures-2024'))(
    'gives %s as the new measures have it, with unit, rule and origin',
    (name, value) => {
      const [, unit, builtIn, , rule, origin] = rows.find(([cell]) => inCode(cell) === name) ?? [];
      expect(JSON.parse(inCode(builtIn))).toEqual(value);
      expect(unit).not.toBe('');
      expect(rule).toMatch(/^(R\d+(, R\d+)*|Switches)$/);
      expect(origin).toMatch(/^(published|ours)/);
    },
  );

  test.each(parametersOf('former-measures'))('gives %s as the former measures have it', (name, value) => {
    const [, , builtIn, former] = rows.find(([cell]) => inCode(cell) === name) ?? [];
    expect(JSON.parse(inCode(former === 'same' ? builtIn : former))).toEqual(value);
  });

  test('names every file of the domain but this one, and no file that is not there', () => {
    const named = [...glossary.matchAll(/\]\(([\w-]+\.ts)\)/g)].map((match) => match[1] ?? '');
    expect(named.filter((file) => !files.includes(file))).toEqual([]);
    expect(files.filter((file) => !named.includes(file))).toEqual([]);
  });

  test('shows every state and class', async () => {
    const modules = await Promise.all(files.map((file): Promise<object> => import(join(folder, file))));
    const words = modules
      .flatMap((module) => Object.entries(module))
      .flatMap(([name, list]): unknown[] => (/(States|Classes)$/.test(name) && Array.isArray(list) ? list : []));
    expect(words).toContain('substandard');
    expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(glossary))).toEqual([]);
  });

  test('has no two rows for the same words', () => {
    const words = [...glossary.matchAll(/^\| (\p{Script=Han}[^|]*) \|/gmu)].map((match) => match[1]);
    expect(words.filter((word, place) => words.indexOf(word) !== place)).toEqual([]);
  });

  test.each(Object.entries(graphs))('shows every state of the %s once, and every move of its graph', (kind, graph) => {
    const rows = [...glossary.matchAll(/^\| (.+?) \| (.+?) \| (.+?) \|$/gm)].filter(([, of]) => of === kind);
    const shown = rows.flatMap(([, , from = '', to = '']) =>
      wordsIn(from).map((state) => ({ state, ends: to === '–' ? [] : wordsIn(to) })),
    );
    expect(shown.map(({ state }) => state).sort()).toEqual([...graph.states].sort());
    const edges = shown.flatMap(({ state, ends }) => ends.map((end) => `${state} → ${end}`));
    expect(edges.sort()).toEqual([...new Set(edgesOf(graph))].sort());
  });
});
