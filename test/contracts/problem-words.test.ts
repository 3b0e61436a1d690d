import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bundleFunctions } from '../../infra/build/bundle.ts';
import { bundleName } from '../../infra/build/entry-points.ts';
import { admissionProblems } from '../../shared/contracts/problems/admission.ts';
import { generalProblems } from '../../shared/contracts/problems/general.ts';
import { lendingProblems } from '../../shared/contracts/problems/lending.ts';
import { routes } from '../../shared/contracts/routes.ts';
import { refusalCodes } from '../../shared/domain/refusal.ts';

const allInARow = refusalCodes.map((code) => `"${code}"`).join(',');

// The one call that carries the OpenAPI document, in which all codes stand, refuses nothing.
const refusing = routes.filter(({ operationId }) => operationId !== 'openApi');
const worker = 'functions/workers/list.ts';

/** Each call by itself, although a function has those of its whole group. */
const folder = mkdtempSync(join(tmpdir(), 'problem-words-'));
afterAll(() => rmSync(folder, { recursive: true }));
await bundleFunctions(folder, { maps: false, entries: [...refusing.map(({ handler }) => handler), worker] });

/** What a call can say no with: the codes that it names, but for keys of tables and the schema that lists them all. */
function codesNamedBy(handler: string): readonly string[] {
  const bundle = readFileSync(join(folder, bundleName(handler), 'index.cjs'), 'utf8');
  const code = bundle.replaceAll(allInARow, '');
  return refusalCodes.filter((refusal) => new RegExp(`["'\`]${refusal}["'\`](?!:)`).test(code));
}

describe('the words that a call carries', () => {
  test.each(refusing.map((route) => [route.operationId, route] as const))(
    '%s has all that it may answer',
    (_, route) => {
      const areas = [generalProblems, ...(route.problems ?? [])];
      const wordless = codesNamedBy(route.handler).filter((code) => !areas.some(({ zh }) => code in zh));
      expect(wordless).toEqual([]);
    },
  );

  test('to say why rows of loans were rejected is all that their worker may reject them with', () => {
    const areas = [generalProblems, lendingProblems, admissionProblems];
    const wordless = codesNamedBy(worker).filter((code) => !areas.some(({ zh }) => code in zh));
    expect(wordless).toEqual([]);
  });

  test('and it is seen when some are missing', () => {
    expect(
      codesNamedBy('functions/http/applications/submit.ts').filter((code) => !(code in generalProblems.zh)),
    ).toContain('cap-exceeded');
  });
});
