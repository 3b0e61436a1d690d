import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { projectFolder } from '../../infra/build/project.ts';
import { readRecordedCalls, recordingVariable } from '../../infra/local/calls/recorder.ts';
import { differencesOf } from '../../infra/permission-differences.ts';
import { recordedPermissions } from '../../infra/permissions.ts';

/**
 * At the end of a whole run compares what the functions really called with `infra/permissions.json`, in both directions. A
 * run of some files, or one in which tests failed, says nothing of what is never called.
 */
export default class PermissionCheck implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const folder = process.env[recordingVariable];
    if (!folder || !isWhole(modules) || process.env.ROLES === 'open') return;
    const differences = differencesOf(readRecordedCalls(folder), recordedPermissions);
    if (differences.length === 0) {
      process.stdout.write('Permissions: every function may do what it was seen to do, and nothing else\n');
      return;
    }
    process.stdout.write(`infra/permissions.json is not what the tests' functions called (npm run permissions):\n`);
    for (const difference of differences) process.stdout.write(`  ${difference}\n`);
    process.exitCode = 1;
  }
}

function isWhole(modules: readonly TestModule[]): boolean {
  const ran = new Set(modules.filter((module) => module.state() === 'passed').map(({ moduleId }) => moduleId));
  return recordingFiles().every((path) => ran.has(path));
}

/** The test files that call functions: the running system, and single handlers. */
export const recordingFiles = (): readonly string[] =>
  ['test/end-to-end', 'test/functions', 'test/infra'].flatMap((folder) =>
    readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join(projectFolder, folder, name)),
  );
