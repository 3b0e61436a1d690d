import { afterAll, vi } from 'vitest';

/**
 * Files share their worker's process (vitest.config.ts), but nothing that one of them could leave behind: our modules,
 * which keep services and caches, are loaded anew for each; the environment and the clock are put back after each.
 */
vi.resetModules();
const environment = { ...process.env };
// The same one that the file's own imports will find.
const { endDynamodbOfFile } = await import('./own-dynamodb.ts');

afterAll(async () => {
  await endDynamodbOfFile();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});
