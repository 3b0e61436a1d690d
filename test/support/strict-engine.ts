import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/**
 * Makes a client refuse what DynamoDB refuses and the emulator takes: an empty text in a key condition, and half of a character
 * (a lone surrogate) anywhere. So a test cannot pass here and fail in the cloud.
 */
export function asStrictAsDynamodb(client: DynamoDBClient): DynamoDBClient {
  type Next = (args: { readonly input: object }) => Promise<unknown>;
  const around = (next: Next) => async (args: { readonly input: object }) => {
    const fault = faultOf(args.input);
    if (fault)
      throw Object.assign(new Error(fault), { name: 'ValidationException', $metadata: { httpStatusCode: 400 } });
    return next(args);
  };
  const stack = client.middlewareStack as unknown as {
    add(middleware: typeof around, options: { step: 'initialize'; name: string }): void;
  };
  stack.add(around, { step: 'initialize', name: 'as-strict-as-dynamodb' });
  return client;
}

/** Why DynamoDB would refuse a call; null for one that it would take. */
function faultOf(input: object): string | null {
  const { KeyConditionExpression: keys, ExpressionAttributeValues: values } = input as {
    readonly KeyConditionExpression?: string;
    readonly ExpressionAttributeValues?: Readonly<Record<string, { readonly S?: string }>>;
  };
  for (const [name, value] of Object.entries(values ?? {})) {
    if (value.S === '' && keys?.match(new RegExp(`${name}\\b`)))
      return `One or more parameter values are not valid: a key condition has the empty string as ${name}`;
  }
  return hasHalfCharacter(input) ? 'A text has half of a character (a lone surrogate)' : null;
}

function hasHalfCharacter(value: unknown): boolean {
  if (typeof value === 'string') return !value.isWellFormed();
  if (Array.isArray(value)) return value.some(hasHalfCharacter);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  for (const [name, part] of Object.entries(value)) if (!name.isWellFormed() || hasHalfCharacter(part)) return true;
  return false;
}
