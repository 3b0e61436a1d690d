import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleName } from '../../infra/build/entry-points.ts';
import { synthesiseOnce } from '../../infra/build/synthesise-once.ts';
import { admissionRefusals } from '../../shared/contracts/refusals/admission.ts';
import { generalRefusals } from '../../shared/contracts/refusals/general.ts';
import { lendingRefusals } from '../../shared/contracts/refusals/lending.ts';
import { routes } from '../../shared/contracts/routes.ts';
import { refusalCodes } from '../../shared/domain/refusal-facts.ts';

const folder = await synthesiseOnce();

/** What a function can say no with: the codes that it names, but for keys of tables. */
function codesNamedBy(handler: string): readonly string[] {
  const code = readFileSync(join(folder, 'bundles', bundleName(handler), 'index.cjs'), 'utf8');
  return refusalCodes.filter((refusal) => new RegExp(`["'\`]${refusal}["'\`](?!:)`).test(code));
}

// The one function that carries the OpenAPI document, in which all codes stand, refuses nothing.
const refusing = routes.filter(({ operationId }) => operationId !== 'openApi');

describe('the words that a function carries', () => {
  test.each(refusing.map((route) => [route.operationId, route] as const))(
    '%s has all that it may answer',
    (_, route) => {
      const areas = [generalRefusals, ...(route.problems ?? [])];
      const wordless = codesNamedBy(route.handler).filter((code) => !areas.some((area) => code in area));
      expect(wordless).toEqual([]);
    },
  );

  test('to say why rows of loans were rejected is all that their worker may reject them with', () => {
    const areas = [generalRefusals, lendingRefusals, admissionRefusals];
    const wordless = codesNamedBy('functions/workers/list.ts').filter((code) => !areas.some((area) => code in area));
    expect(wordless).toEqual([]);
  });

  test('and it is seen when some are missing', () => {
    expect(
      codesNamedBy('functions/http/applications/submit.ts').filter((code) => !(code in generalRefusals)),
    ).toContain('cap-exceeded');
  });
});
