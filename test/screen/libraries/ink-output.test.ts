/** Frames are the same with our modules in the place of Ink's and without: random ones, drawn both ways. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ansiOf, createEmulator, rowsOf } from '../../../src/play/emulator.ts';
import { frameOf } from '../../../src/screen/frame/frame.ts';
import { styledWidth } from '../../../src/terminal/text.ts';
import { makeTheme } from '../../../src/terminal/theme.ts';
import { drive, makeWorld } from '../../support/world.ts';
import type * as Drawn from './drawn.tsx';

const ROOT = new URL('../../../', import.meta.url).pathname;
const INSTEAD_OF_INK = /\/ink-[\w-]+\.ts$/;

let folder: string;
let ours: typeof Drawn;
let inks: typeof Drawn;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rungs-drawn-'));
  const { OURS } = await import(new URL('tools/build-libraries.mjs', `file://${ROOT}`).href);
  const others = OURS.filter(({ module }: { module: string }) => !INSTEAD_OF_INK.test(module));
  expect(others).toHaveLength(OURS.length - 2);
  ours = await bundled('ours.cjs', OURS);
  inks = await bundled('inks.cjs', others);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function bundled(name: string, modules: unknown): Promise<typeof Drawn> {
  const { ourModules } = await import(new URL('tools/build-libraries.mjs', `file://${ROOT}`).href);
  await build({
    entryPoints: [new URL('drawn.tsx', import.meta.url).pathname],
    outfile: join(folder, name),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': '"file:///"' },
    alias: { 'react-devtools-core': './test/safety/nothing.ts' },
    plugins: [ourModules(ROOT, modules)],
  });
  const drawn = createRequire(import.meta.url)(join(folder, name));
  await drawn.yogaIsReady;
  return drawn;
}

/** The cells that a terminal shows of an output, with their styles. */
async function cellsOf(output: string, columns: number, rows: number): Promise<string[]> {
  const emulator = createEmulator({ columns, rows });
  await emulator.feed(output.replaceAll('\n', '\r\n'));
  return ansiOf(rowsOf(emulator.screen()));
}

const COLUMNS = 24;
const ROWS = 4;

const words = fc.constantFrom(
  'a',
  'rungs',
  'zwei Wörter',
  '漢字',
  'e\u0301',
  '│',
  '▸ 13',
  '  ',
  '…',
);
const styles = fc.constantFrom(
  ...['1', '2', '3', '7', '31', '38;5;134', '48;5;221', '38;2;1;2;3'].map(
    (code) => `\u001B[${code}m`,
  ),
  ...['22', '23', '27', '39', '49', '0'].map((code) => `\u001B[${code}m`),
  '',
);
const styled = fc
  .array(fc.tuple(styles, words), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.flat().join(''));
const placed = fc.record({
  x: fc.integer({ min: -2, max: COLUMNS }),
  y: fc.integer({ min: -1, max: ROWS }),
  text: styled,
});
/** Texts side by side, as on our screens: nothing lies over anything. */
const beside = fc
  .array(
    fc.array(fc.record({ gap: fc.integer({ min: 0, max: 5 }), text: styled }), { maxLength: 3 }),
    { maxLength: ROWS },
  )
  .map((rows) =>
    rows.flatMap((row, y) => {
      let end = 0;
      return row.flatMap(({ gap, text }) => {
        const x = end + gap;
        end = x + styledWidth(text);
        return end <= COLUMNS ? [{ x, y, text }] : [];
      });
    }),
  );

describe('random texts', () => {
  it.each([
    ['beside each other', beside],
    ['anywhere', fc.array(placed, { maxLength: 6 })],
  ])('%s', async (_, texts) => {
    await fc.assert(
      fc.asyncProperty(texts, async (list) => {
        const output = ours.drawnTexts(list, COLUMNS, ROWS);
        const wanted = inks.drawnTexts(list, COLUMNS, ROWS);
        expect(await cellsOf(output, COLUMNS, ROWS)).toEqual(await cellsOf(wanted, COLUMNS, ROWS));
      }),
      { numRuns: 100 },
    );
  });
});

it('screens of a random session', async () => {
  const world = makeWorld(undefined, { theme: makeTheme(2) });
  const keys = fc.constantFrom(
    'j',
    'k',
    'enter',
    'escape',
    'space',
    'c',
    '/',
    'h',
    'a',
    'm',
    't',
    '?',
    'y',
  );
  const sizes = fc.constantFrom('40x10', '80x24', '120x40', '200x50');
  await fc.assert(
    fc.asyncProperty(sizes, fc.array(keys, { maxLength: 8 }), async (size, way) => {
      const { state, explorer } = drive(size, way, world);
      const { columns, rows } = state.size;
      const frame = frameOf(state, explorer, world);
      const output = ours.drawnScreen(frame);
      const wanted = inks.drawnScreen(frame);
      expect(await cellsOf(output, columns, rows)).toEqual(await cellsOf(wanted, columns, rows));
    }),
    { numRuns: 30 },
  );
});
