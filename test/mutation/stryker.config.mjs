/**
 * `npm run mutation`: mutates the rules and sees whether test/domain notices. `-- --mutate shared/domain/split.ts` looks at one
 * file alone; the results of a run are kept in coverage/mutation/, and the next one tries only what has changed since.
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts' },
  mutate: ['shared/domain/*.ts'],
  coverageAnalysis: 'perTest',
  // Tables of words and policy parameters, read once when a module loads: each would cost a run of everything in a new
  // process. What they say is pinned by the glossary's and the state graphs' tests.
  ignoreStatic: true,
  concurrency: 2,
  // A machine under load must not make a timeout, which counts as a kill, of a test that is only slow.
  timeoutMS: 20_000,
  dryRunTimeoutMinutes: 30,
  // Stryker rewrites it by TypeScript's old API; the tests need none.
  tsconfigFile: 'none.json',
  ignorePatterns: ['cdk.out', 'functions', '.local', 'test/browser', 'coverage'],
  tempDirName: 'coverage/mutation/tmp',
  incremental: true,
  incrementalFile: 'coverage/mutation/incremental.json',
  jsonReporter: { fileName: 'coverage/mutation/report.json' },
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: true },
  thresholds: { high: 95, low: 90, break: 90 },
};
