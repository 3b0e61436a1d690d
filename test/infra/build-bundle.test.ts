import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { buildBundle } from '../../infra/build/build-bundle.ts';

// A first start builds the functions and the page at once. Whoever was done first ended the service of both, and where
// that was the functions, on a slow machine, the start waited for its page for ever.
test('of two builds at once the one that takes longer is answered too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'build-'));
  const entry = join(folder, 'entry.js');
  writeFileSync(entry, 'export const answer = 42;');
  const builtIn = async (delayMs: number): Promise<string> => {
    const slowly = {
      name: 'slowly',
      setup: (build: { onStart(wait: () => Promise<void>): void }) => build.onStart(() => sleep(delayMs)),
    };
    const { outputFiles } = await buildBundle({ entryPoints: [entry], write: false, plugins: [slowly] });
    return outputFiles[0]?.text ?? '';
  };
  const built = await Promise.all([builtIn(0), builtIn(500)]);
  expect(built.map((text) => text.includes('answer = 42'))).toEqual([true, true]);
  expect(await builtIn(0)).toContain('answer = 42');
}, 20_000);
