import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/**
 * Runs test files of a folder until the first test fails, and tells which failed.
 *
 * @throws Error where a file could not be run at all: a source that does not compile is noticed by no test.
 */
export async function failuresOf(folder: string, files: readonly string[]): Promise<readonly string[]> {
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  const child = spawn(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      ...['run', '--config', 'test/vitest.config.ts', '--bail', '1'],
      ...['--reporter', 'json', '--outputFile', report, ...files],
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  await once(child, 'exit');
  const { testResults } = readReport(report, said);
  const failed = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${name.slice(folder.length + 1)} > ${fullName}`),
  );
  const broken = testResults.find(({ assertionResults, message }) => assertionResults.length === 0 && message !== '');
  if (failed.length === 0 && broken) throw new Error(`${broken.name} could not be run: ${broken.message}`);
  return failed;
}

function readReport(path: string, said: string): Report {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch (error) {
    throw new Error(`the tests made no report: ${said.slice(-2000)}`, { cause: error });
  }
}
