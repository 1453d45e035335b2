import { configDefaults, defineConfig } from 'vitest/config';

/** Long enough for a machine that does ten other things: no test is to fail for being slow. */
const PATIENCE = 120_000;

export default defineConfig({
  test: {
    globalSetup: 'test/support/build.ts',
    // Copies that mutation testing works on.
    exclude: [...configDefaults.exclude, '.mutate/**'],
    // Vitest would leave a core to the editor.
    maxWorkers: '100%',
    // No test leaves anything in a module; loading them anew for each file took a third of the time.
    isolate: false,
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
  },
});
