import document from '../../shared/contracts/openapi.json' with { type: 'json' };

/** As much of JSON Schema as the project's own document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly maxItems?: number;
}

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

/** A call as the OpenAPI document describes it. */
export interface DocumentedCall {
  readonly operationId: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | null;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
}

const paths = document.paths as unknown as Record<string, Record<string, Operation>>;

/** Every call of the document. */
export const documentedCalls: readonly DocumentedCall[] = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    operationId: operation.operationId,
    method: method.toUpperCase() as DocumentedCall['method'],
    path,
    parameters: operation.parameters ?? [],
    body: operation.requestBody?.content['application/json'].schema ?? null,
  })),
);

/** The schema that a reference names, or the schema itself. */
export function dereferenced(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.replace('#/components/schemas/', '');
  const found = (document.components.schemas as unknown as Record<string, Schema>)[name];
  if (!found) throw new Error(`the document has no ${schema.$ref}`);
  return dereferenced(found);
}

/** Texts that between them have the form of every pattern of the document. */
const texts = ['rcb', 'example-text', '0'.repeat(64), '"1"', '91330482MA28A1B2XL'];

/** A value that a schema takes: required fields alone, each as small as it may be. */
function exampleOf(given: Schema): unknown {
  const schema = dereferenced(given);
  const { example, examples, anyOf, format, pattern, minimum } = schema;
  if (schema.const !== undefined) return schema.const;
  if (example !== undefined) return example;
  if (examples?.[0] !== undefined) return examples[0];
  if (schema.enum) return schema.enum[0];
  if (anyOf?.[0]) return exampleOf(anyOf[0]);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object') return exampleObject(schema);
  if (type === 'array') return [];
  if (type === 'integer' || type === 'number') return Math.max(minimum ?? 0, Number.MIN_SAFE_INTEGER);
  if (type === 'boolean') return false;
  if (format === 'date') return '2026-03-02';
  const fitting = texts.find((text) => pattern === undefined || new RegExp(pattern).test(text));
  if (fitting === undefined) throw new Error(`no example fits ${pattern}`);
  return fitting;
}

const exampleObject = ({ properties = {}, required = [] }: Schema): object =>
  Object.fromEntries(required.map((name) => [name, exampleOf(properties[name] ?? {})]));

/** What rules of form between fields ask for beside each field's own. */
const mended: Readonly<Record<string, object>> = {
  announceDocument: { fileName: 'a.pdf', contentType: 'application/pdf' },
  recordRepayment: { principalFen: 1 },
  submitClaim: { principalLossFen: 1 },
  resubmitClaim: { principalLossFen: 1 },
  recordRecovery: { amountFen: 1 },
  reviewApplication: { decision: 'approve' },
  reviewClaim: { decision: 'accept' },
};

/** A body that has the right form for a call; empty where the call has none. */
export const exampleBody = ({ operationId, body }: DocumentedCall): object => ({
  ...(body === null ? {} : (exampleOf(body) as object)),
  ...mended[operationId],
});
