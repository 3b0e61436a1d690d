import { writeFileSync } from 'node:fs';
import { openApiDocument } from './openapi-document.ts';

/** Writes the checked-in OpenAPI document anew from the route table. */
const file = new URL('../../shared/contracts/openapi.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(openApiDocument(), null, 2)}\n`);
