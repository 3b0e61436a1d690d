import { BaseResolver, createConfig, lintDocument, makeDocumentFromString } from '@redocly/openapi-core';
import spectralCore, { type RulesetDefinition } from '@stoplight/spectral-core';
import owasp from '@stoplight/spectral-owasp-ruleset';
import { Resolver } from '@stoplight/spectral-ref-resolver';
import rulesets from '@stoplight/spectral-rulesets';
import type { openApiDocument } from '../../infra/build/openapi-document.ts';

export type OpenApiDocument = Pick<ReturnType<typeof openApiDocument>, 'openapi' | 'info' | 'paths' | 'components'>;

/** What a linter says of the document. */
export interface LintFinding {
  readonly rule: string;
  /** Where: names from the document's root on, joined by `/`, a path's own slash left out. */
  readonly place: string;
}

/** The findings of Redocly's strict recommendations. */
export async function findingsOfRedocly(document: OpenApiDocument): Promise<readonly LintFinding[]> {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const source = makeDocumentFromString(JSON.stringify(document), 'openapi.json');
  const resolver = new BaseResolver(config.resolve);
  const problems = await lintDocument({ document: source, externalRefResolver: resolver, config });
  return problems.map(({ ruleId, location }) => ({
    rule: `redocly:${ruleId}`,
    place: placeOf((location[0]?.pointer ?? '').split('/').slice(1).map(withoutEscapes)),
  }));
}

/** The findings of all of Spectral's rules for OpenAPI, and of the OWASP API Security Top 10. */
export async function findingsOfSpectral(document: OpenApiDocument): Promise<readonly LintFinding[]> {
  // With every reference followed the same schemas are looked at a thousand times, which takes eight seconds.
  const spectral = new spectralCore.Spectral({ resolver: new Resolver({ dereferenceInline: false }) });
  spectral.setRuleset({
    extends: [
      [rulesets.oas, 'all'],
      [owasp, 'all'],
    ],
    // It counts references that were followed; Redocly looks for the same.
    rules: { 'oas3-unused-component': 'off' },
  } as unknown as RulesetDefinition);
  const results = await spectral.run(callsSpelledOut(document));
  return results.map(({ code, path }) => ({ rule: String(code), place: placeOf(path.map(String)) }));
}

/** The document with what calls refer to directly, parameters' schemas and responses, in the place of the reference. */
function callsSpelledOut(document: OpenApiDocument): Record<string, unknown> {
  const whole = structuredClone(document) as Node;
  for (const call of Object.values(whole.paths as Node).flatMap((path) => Object.values(path as Node)) as Node[]) {
    for (const parameter of (call.parameters ?? []) as Node[]) parameter.schema = followed(whole, parameter.schema);
    const responses = call.responses as Node;
    for (const status of Object.keys(responses)) responses[status] = followed(whole, responses[status]);
  }
  return whole;
}

interface Node {
  [name: string]: unknown;
}

/** What a node refers to in the document; the node itself where it refers to nothing. */
function followed(document: Node, node: unknown): unknown {
  const reference = (node as Node | undefined)?.$ref;
  if (typeof reference !== 'string') return node;
  const names = reference.slice('#/'.length).split('/').map(withoutEscapes);
  return names.reduce<unknown>((parent, name) => (parent as Node)[name], document);
}

const withoutEscapes = (name: string): string => name.replaceAll('~1', '/').replaceAll('~0', '~');
const placeOf = (path: readonly string[]): string => path.map((name) => name.replace(/^\//, '')).join('/');
