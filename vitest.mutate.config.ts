import { defineConfig, mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

const folders = (process.env.RUNGS_MUTATED ?? '*').split(',');

/** The tests of some folders or files, without the build: what runs the built program sees no change. */
export default mergeConfig(
  { ...usual, test: { ...usual.test, globalSetup: [] as string[] } },
  defineConfig({
    test: {
      include: folders.map((one) =>
        /\.tsx?$/.test(one) ? `test/${one}` : `test/${one}/**/*.test.ts{,x}`,
      ),
    },
  }),
);
