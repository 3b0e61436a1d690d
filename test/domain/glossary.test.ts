import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import { documentStates } from '../../shared/domain/document.ts';
import { loanClasses } from '../../shared/domain/loan.ts';
import { policyNamed } from '../../shared/domain/policy.ts';
import { edgesOf, graphs } from './graph-cases.ts';

const folder = resolve(import.meta.dirname, '../../shared/domain');
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
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
    const named = [...glossary.matchAll(/\]\(([\w-]+\.ts)\)/g)].map((match) => match[1] ?? '');
    expect(named.filter((file) => !files.includes(file))).toEqual([]);
    expect(files.filter((file) => !named.includes(file))).toEqual([]);
  });

  test('has each term once', () => {
    const terms = [...glossary.matchAll(/^\| (.+?) \| .+? \| \[/gm)].map((match) => match[1]);
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([]);
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

  test.each([...loanClasses, ...documentStates])('shows %s', (word) => {
    expect(glossary).toMatch(new RegExp(`\\b${word}\\b`));
  });
});
