import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { projectFolder } from '../build/project.ts';
import { cdkArguments, cdkCommands } from './cdk-arguments.ts';
import { readCityFiles } from './read-settings.ts';
import { SettingsError } from './settings.ts';

// npm run deploy | diff | destroy [-- --city FILE] [further options of the CDK]: the CDK's own command for the stacks of
// one city. The settings are judged before anything else is done.
const [command = '', ...given] = process.argv.slice(2);
const known = cdkCommands.find((name) => name === command);
if (known === undefined) {
  console.error(`npm run ${cdkCommands.join('|')} [-- --city FILE]`);
  process.exit(2);
}
const { values, tokens } = parseArgs({
  args: given,
  options: { city: { type: 'string' } },
  strict: false,
  tokens: true,
});
const ours = new Set(
  tokens.flatMap((token) =>
    token.kind === 'option' && token.name === 'city'
      ? [token.index, token.inlineValue === false ? token.index + 1 : token.index]
      : [],
  ),
);
const further = given.filter((_, index) => !ours.has(index));
try {
  const city = typeof values.city === 'string' ? values.city : undefined;
  const { settings } = readCityFiles(city);
  const { status } = spawnSync('cdk', [...cdkArguments(known, settings), ...further], {
    cwd: projectFolder,
    stdio: 'inherit',
    env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true', ...(city && { CITY: city }) },
  });
  process.exitCode = status ?? 1;
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
