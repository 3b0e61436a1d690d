import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRecordedCalls, recordingVariable } from '../local/calls/recorder.ts';
import { differencesOf, permissionsIn } from '../permission-differences.ts';
import { recordedPermissions, together } from '../permissions.ts';
import { projectFolder } from './project.ts';

// npm run permissions: runs the tests that call functions with every role open, and writes what they called to
// infra/permissions.json. With test files as arguments it runs these alone and only adds what they call.
const files = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'calls-'));
const all = ['test/end-to-end', 'test/functions', 'test/infra'];
const vitest = ['run', '--config', 'test/vitest.config.ts', ...(files.length > 0 ? files : all)];
const { status } = spawnSync('vitest', vitest, {
  cwd: projectFolder,
  stdio: 'inherit',
  env: { ...process.env, [recordingVariable]: folder, ROLES: 'open' },
});

const recorded = permissionsIn(readRecordedCalls(folder));
const permissions = files.length > 0 ? merged(recorded) : recorded;
for (const difference of differencesOf(readRecordedCalls(folder), recordedPermissions)) {
  if (files.length === 0 || difference.startsWith('missing')) console.log(difference);
}
if (status === 0 || files.length > 0) {
  writeFileSync(join(projectFolder, 'infra/permissions.json'), `${JSON.stringify(permissions, null, 2)}\n`);
  console.log('infra/permissions.json is written; review what changed like code');
} else {
  console.error(`Tests failed, so nothing is written; what they called is in ${folder}`);
}
process.exitCode = status ?? 1;

function merged(added: typeof recorded): typeof recorded {
  const entries = [...new Set([...Object.keys(recordedPermissions), ...Object.keys(added)])].sort();
  return Object.fromEntries(
    entries.map((entry) => [entry, together([recordedPermissions[entry] ?? {}, added[entry] ?? {}])]),
  );
}
