import { defineConfig } from 'vitest/config';
import LongestFirst from './support/longest-first.ts';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    // A process for each worker and not for each file: the SDK and the other libraries are loaded once. What is ours is
    // loaded anew for each file all the same.
    isolate: false,
    setupFiles: ['test/support/fresh-file.ts'],
    // A fault at every call is hundreds of stories in one test, and machines are shared.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    // Two cores: more files at once only wait for each other and for the emulators.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './test/support/permission-check.ts', './test/support/closing-line.ts'],
    coverage: { provider: 'v8', include: ['shared/**', 'functions/**', 'infra/**'], reporter: ['text-summary'] },
  },
});
