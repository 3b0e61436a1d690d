import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bundleFunctions } from '../../infra/build/bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a function carries no provider of credentials but the environment’s (decision 0022)', async () => {
  await bundleFunctions(folder, { maps: false, entries: ['functions/http/applications/submit.ts'] });
  const { inputs } = JSON.parse(readFileSync(join(folder, 'metafile.json'), 'utf8')) as { readonly inputs: object };
  const packages = new Set(Object.keys(inputs).map((path) => /node_modules\/(@aws-sdk\/[^/]+)/.exec(path)?.[1]));
  expect([...packages].filter((name) => /credential-provider|token-providers|nested-clients/.test(name ?? ''))).toEqual(
    ['@aws-sdk/credential-provider-env'],
  );
});
