import { defineConfig, mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

/** The tests of one folder, without the build: what runs the built program sees no change. */
export default mergeConfig(
  { ...usual, test: { ...usual.test, globalSetup: [] as string[] } },
  defineConfig({
    test: {
      include: [`test/${process.env.RUNGS_MUTATED ?? '*'}/**/*.test.ts`],
      testTimeout: 20_000,
      hookTimeout: 20_000,
    },
  }),
);
