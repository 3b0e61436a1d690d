import { defineConfig, mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** What takes too long for every change: `npm run test:long`, before a release. */
export default mergeConfig(
  { ...config, test: { ...config.test, include: [] } },
  defineConfig({ test: { include: ['test/**/*.long.ts'], testTimeout: 1_800_000, hookTimeout: 1_800_000 } }),
);
