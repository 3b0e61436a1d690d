import { defineConfig } from 'vitest/config';

/** The quick, pure tests of the rules, without emulators: what Stryker runs for each mutant. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/domain/**/*.test.ts'],
    // Modules of the domain keep no state, so that one process can serve many mutants.
    isolate: false,
    testTimeout: 300_000,
  },
});
