import { defineConfig, mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

const areas = ['store', 'operations', 'functions'];
// The running system moves its clock, and signs by it: an object store outside answers 403 then, as S3 does.
if (!process.env.S3_ENDPOINT) areas.push('end-to-end');

/** What stands on DynamoDB, SQS or an object store: `npm run test:engines`, on the servers that the environment names. */
export default mergeConfig(
  { ...config, test: { ...config.test, include: [], reporters: [] } },
  defineConfig({
    test: {
      include: areas.map((area) => `test/${area}/**/*.test.ts`),
      // Servers outside are slower than the emulators that come along, and one serves all.
      maxWorkers: 2,
      testTimeout: 600_000,
      hookTimeout: 600_000,
      reporters: ['default', './test/support/closing-line.ts'],
    },
  }),
);
