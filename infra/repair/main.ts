import { StartError } from '../local/start-error.ts';
import { openCity, openFolder } from './open-data.ts';
import { readOptions, UsageError, usage } from './options.ts';
import { runRepair } from './run-repair.ts';

// npm run repair -- …: makes stored data again what the histories say; a dry run unless --apply is given.
try {
  const options = readOptions(process.argv.slice(2));
  const data = options.dataFolder === null ? await openCity() : await openFolder(options.dataFolder);
  try {
    process.exitCode = (await runRepair(data.services, options, console.log)) ? 0 : 1;
  } finally {
    await data.close();
  }
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  } else if (error instanceof StartError) {
    console.error(error.message);
    process.exitCode = 1;
  } else throw error;
}
