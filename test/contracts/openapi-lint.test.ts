import { beforeAll, describe, expect, test } from 'vitest';
import { openApiDocument } from '../../infra/build/openapi-document.ts';
import { openApiExceptions } from '../../infra/build/openapi-exceptions.ts';
import { findingsOfRedocly, findingsOfSpectral, type LintFinding } from './openapi-findings.ts';

/** Redocly's strict recommendations, Spectral's rules for OpenAPI, and OWASP's API Security Top 10. */
describe('the linters of the OpenAPI document', () => {
  let findings: readonly LintFinding[];
  beforeAll(async () => {
    const document = openApiDocument();
    findings = [...(await findingsOfRedocly(document)), ...(await findingsOfSpectral(document))];
  });

  const speaksOf = (known: (typeof openApiExceptions)[number], found: LintFinding): boolean =>
    known.rule === found.rule && known.where.test(found.place);

  test('find nothing that is not excepted with a reason', () => {
    expect(findings.filter((found) => !openApiExceptions.some((known) => speaksOf(known, found)))).toEqual([]);
  });

  test('find everything that is excepted, so that no reason outlives its finding', () => {
    const idle = openApiExceptions.filter((known) => !findings.some((found) => speaksOf(known, found)));
    expect(idle.map(({ rule, where }) => `${rule} at ${where}`)).toEqual([]);
  });

  test('find what is wrong with a document, were anything wrong', async () => {
    const flawed = {
      openapi: '3.1.0',
      info: { title: 'Flawed', version: '1' },
      paths: { '/v1/things': { get: { responses: { 200: { description: 'Things' } } } } },
    };
    const rules = [...(await findingsOfRedocly(flawed)), ...(await findingsOfSpectral(flawed))].map(({ rule }) => rule);
    expect(rules).toEqual(
      expect.arrayContaining([
        'redocly:security-defined',
        'oas3-api-servers',
        'owasp:api4:2023-rate-limit-responses-429',
      ]),
    );
  });
});
