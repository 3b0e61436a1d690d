import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openApiDocument } from '../../infra/build/openapi-document.ts';

test('the OpenAPI document checked in is what the route table says: `npm run openapi` writes it anew', () => {
  const file = new URL('../../shared/contracts/openapi.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
});
