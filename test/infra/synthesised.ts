import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { bundleName, entryPoints } from '../../infra/build/entry-points.ts';
import { gatewayEntries } from '../../infra/build/gateway-bundles.ts';
import { synthesiseOnce } from '../../infra/build/synthesise-once.ts';
import { cityApp } from '../../infra/city.ts';
import type { Settings } from '../../infra/deployment/settings.ts';
import { type Assembly, readAssembly } from '../../infra/local/template/assembly.ts';

/**
 * The app of a city with empty bundles and a page of two files, whose templates are written; judged by the CDK's own rules
 * first where it is `validated`, as before a deployment.
 */
export function synthesisedApp(settings: Settings, { validated = false } = {}): App {
  const folder = mkdtempSync(join(tmpdir(), 'synthesis-'));
  const bundles = new Map(
    [...entryPoints(), ...gatewayEntries].map((entry) => {
      const bundle = join(folder, 'bundles', bundleName(entry));
      mkdirSync(bundle, { recursive: true });
      writeFileSync(join(bundle, 'index.cjs'), `exports.handler = async () => ${JSON.stringify(entry)};\n`);
      return [entry, bundle] as const;
    }),
  );
  const page = join(folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<script src="assets/page-01234567.js"></script>');
  writeFileSync(join(page, 'assets/page-01234567.js'), '"use strict";');
  const app = cityApp({ outputFolder: folder, bundles, page, settings, validated });
  app.synth();
  return app;
}

/** Synthesises a city with empty bundles, and reads what came of it. */
export const assemblyOf = (settings: Settings): Assembly => readAssembly(synthesisedApp(settings).outdir);

/** The templates that one machine runs, synthesised once for all tests and starts. */
export const localAssembly = async (): Promise<Assembly> => readAssembly(await synthesiseOnce());
