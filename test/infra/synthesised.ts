import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleName, entryPoints } from '../../infra/build/entry-points.ts';
import { synthesise } from '../../infra/city.ts';
import { type Assembly, readAssembly } from '../../infra/local/template/assembly.ts';

/** Synthesises the app with empty bundles, which takes a fraction of a second, and reads what came of it. */
export function synthesisedAssembly(): Assembly {
  const folder = mkdtempSync(join(tmpdir(), 'synthesis-'));
  const bundles = new Map(
    entryPoints().map((entry) => {
      const bundle = join(folder, 'bundles', bundleName(entry));
      mkdirSync(bundle, { recursive: true });
      writeFileSync(join(bundle, 'index.cjs'), `exports.handler = async () => ${JSON.stringify(entry)};\n`);
      return [entry, bundle] as const;
    }),
  );
  synthesise({ outputFolder: folder, bundles });
  return readAssembly(folder);
}
