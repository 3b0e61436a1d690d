import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bundleFunctions } from '../../infra/build/bundle.ts';
import { bundleName } from '../../infra/build/entry-points.ts';
import { admissionRefusals } from '../../shared/contracts/refusals/admission.ts';
import { claimRefusals } from '../../shared/contracts/refusals/claim.ts';
import { generalRefusals } from '../../shared/contracts/refusals/general.ts';
import { lendingRefusals } from '../../shared/contracts/refusals/lending.ts';
import { servicingRefusals } from '../../shared/contracts/refusals/servicing.ts';
import { routes } from '../../shared/contracts/routes.ts';
import { type RefusalCode, refusalCodes } from '../../shared/domain/refusal-facts.ts';

// The one call that carries the OpenAPI document, in which all codes stand, refuses nothing.
const refusing = routes.filter(({ operationId }) => operationId !== 'openApi');
const worker = 'functions/workers/list.ts';

/** Each call by itself, although a function has those of its whole group. */
const folder = mkdtempSync(join(tmpdir(), 'problem-words-'));
afterAll(() => rmSync(folder, { recursive: true }));
await bundleFunctions(folder, { maps: false, entries: [...refusing.map(({ handler }) => handler), worker] });

const anyCode = `"(?:${refusalCodes.join('|')})"`;
const listOfCodes = new RegExp(`\\[${anyCode}(?:,${anyCode}){2,}\\]`, 'g');

/** What a call can say no with: the codes that it names, but for keys of tables and what its routes say of it. */
function codesNamedBy(handler: string): readonly RefusalCode[] {
  const bundle = readFileSync(join(folder, bundleName(handler), 'index.cjs'), 'utf8');
  const code = bundle.replace(/\brefuses:\[[^\]]*\]/g, '').replace(listOfCodes, '');
  return refusalCodes.filter((refusal) => new RegExp(`["'\`]${refusal}["'\`](?!:)`).test(code));
}

/** The general codes that calls are not asked about one by one. */
const ofAnyCall = (Object.keys(generalRefusals) as RefusalCode[]).filter(
  (code) => !['state-conflict', 'already-exists', 'date-out-of-range'].includes(code),
);

/** Codes that a function names without answering with them: shared code compares or skips them, or they are data. */
const notAnswered: Readonly<Record<string, readonly RefusalCode[]>> = {
  submitApplication: ['state-conflict'],
  reviewApplication: [
    ...(['guarantor-required', 'guarantor-not-admitted', 'quota-exceeded'] as const),
    ...(['agreement-not-valid', 'borrower-in-default'] as const),
  ],
  resubmitApplication: ['too-many-applications', 'breaker-open', 'leverage-exceeded'],
  disburse: ['too-many-applications', 'borrower-in-default', 'breaker-open'],
  dryRunPolicy: ['not-listed', 'cap-exceeded', 'borrower-in-default'],
  claimReadiness: Object.keys({
    ...claimRefusals,
    ...servicingRefusals,
    'state-conflict': 0,
    'date-out-of-range': 0,
  }) as RefusalCode[],
};

describe('the words that a call carries', () => {
  test.each(refusing.map((route) => [route.operationId, route] as const))(
    '%s has all that it may answer',
    (_, route) => {
      const areas = [generalRefusals, ...(route.problems ?? [])];
      const wordless = codesNamedBy(route.handler).filter((code) => !areas.some((area) => code in area));
      expect(wordless).toEqual([]);
    },
  );

  test.each(refusing.map((route) => [route.operationId, route] as const))(
    '%s refuses what its function names, and the document says so',
    (operationId, { handler, refuses = [] }) => {
      const own = (codes: readonly RefusalCode[]) => codes.filter((code) => !ofAnyCall.includes(code)).sort();
      const named = own(codesNamedBy(handler)).filter((code) => !(notAnswered[operationId] ?? []).includes(code));
      expect(named).toEqual(own(refuses));
    },
  );

  test('to say why rows of loans were rejected is all that their worker may reject them with', () => {
    const areas = [generalRefusals, lendingRefusals, admissionRefusals];
    const wordless = codesNamedBy(worker).filter((code) => !areas.some((area) => code in area));
    expect(wordless).toEqual([]);
  });

  test('and it is seen when some are missing', () => {
    expect(
      codesNamedBy('functions/http/applications/submit.ts').filter((code) => !(code in generalRefusals)),
    ).toContain('cap-exceeded');
  });
});
