/** The explorer in a terminal: what the emulator shows after keys as bytes is what the state says. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { textOf } from '../../src/play/emulator.ts';
import { explorerProgram } from '../../src/play/explorer-program.ts';
import { play } from '../../src/play/player.ts';
import { parseTape } from '../../src/play/tape.ts';
import { drive, type Keys, makeWorld, typed } from '../support/world.ts';

// A loaded machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const world = makeWorld();

/** Plays a tape from the same moment and without colours, as `drive` does. */
const playTape = (size: string, tape: string) =>
  play(
    parseTape(`# size: ${size}\n# now: 2026-11-30T12:00\n# color: none\n${tape}`),
    explorerProgram(world),
  );
const shown = (size: string, ...keys: Keys) => drive(size, keys, world).rows;

const WAYS: [name: string, tape: string, keys: Keys][] = [
  ['the ladder', 'Down', ['down']],
  ['a rung by its number', 'Type "12"', ['1', '2']],
  ['a scenario', 'Type "9"\nEnter\nDown 2', ['9', 'enter', 'down', 'down']],
  ['the end of a page', 'Type "9"\nEnter\nType "G"', ['9', 'enter', 'G']],
  ['a statement', 'Type "9"\nEnter 2', ['9', 'enter', 'enter']],
  ['back again', 'Type "9"\nEnter 2\nEscape', ['9', 'enter', 'enter', 'escape']],
  ['a search', 'Type "/jönsen"\nBackspace', ['/', typed('jönse')]],
  ['a comparison', 'Type "9 7 5 c"', ['9', 'space', '7', 'space', '5', 'space', 'c']],
  ['a copy', 'Type "9"\nEnter\nType "y"', ['9', 'enter', 'y']],
  ['help', 'Type "?"\nPageDown', ['?', 'pagedown']],
  ['the palette', 'Ctrl+K\nType "la"', ['ctrl-k', typed('la')]],
  ['German alone', 'Type "9"\nEnter\nType "L"', ['9', 'enter', 'L']],
  ['the matrix', 'Type "m"\nRight', ['m', 'right']],
];

describe.each([
  ['80x24', WAYS],
  ['120x40', WAYS.slice(2, 8)],
  ['200x50', WAYS.slice(4, 5)],
  ['40x10', WAYS.slice(0, 5)],
])('at %s', (size, ways) => {
  it.each(ways)('shows %s', async (_, tape, keys) => {
    const { screen } = await playTape(size, tape);
    expect(textOf(screen)).toEqual(shown(size, ...keys));
    expect(screen).toMatchObject({ alternate: true, cursor: { visible: false } });
  });
});

describe('a resize', () => {
  it.each([
    ['120x40', '80x24'],
    ['80x24', '200x50'],
    ['200x50', '40x10'],
    ['80x24', '30x10'],
    ['30x10', '120x40'],
  ])('from %s to %s leaves an exact frame', async (from, to) => {
    const { screen, frames } = await playTape(from, `Type "9"\n# size: ${to}\nEnter\nDown`);
    const d = drive(from, ['9'], world).resize(to);
    expect(frames[1]?.text).toEqual(d.rows);
    expect(textOf(screen)).toEqual(d.press('enter', 'down').rows);
  });

  it('through many sizes in the middle of a comparison ends in an exact frame', async () => {
    const sizes = ['60x20', '1x1', '160x45', '240x80', '72x12', '39x9', '100x30'];
    const tape = sizes.map((size) => `# size: ${size}`).join('\n');
    const { screen } = await playTape('120x40', `Type "9 7 5 c"\nDown 2\n${tape}\nDown`);
    const d = drive('120x40', ['9', 'space', '7', 'space', '5', 'space', 'c', 'j', 'j'], world);
    for (const size of sizes) d.resize(size);
    expect(textOf(screen)).toEqual(d.press('j').rows);
  });
});

it('keys that come in one piece all count, in order', async () => {
  const whole = await playTape('80x24', '# send: "/weiss\\r\\u001b[B\\u001b[BL"');
  expect(textOf(whole.screen)).toEqual(
    shown('80x24', '/', typed('weiss'), 'enter', 'down', 'down', 'L'),
  );
});

it('a paste is text where one types, and nothing elsewhere', async () => {
  const { screen } = await playTape('80x24', 'Copy "hafen"\nPaste\nType "/"\nPaste');
  expect(textOf(screen)).toEqual(shown('80x24', '/', typed('hafen')));
});

it('too small is said in the terminal, and q ends it', async () => {
  const { frames, exitCode } = await playTape('30x8', 'Down\nType "q"');
  expect(frames[0]?.text.join(' ')).toContain('too small');
  expect(exitCode).toBe(0);
});

it('a file that is there is asked about before the tray is written over it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rungs-tray-'));
  const file = join(folder, 'page.md');
  writeFileSync(file, 'mine\n');
  const written = async (answer: string) => {
    const writing = { ...world, canWrite: true };
    const tape = `Type "fbBw"\nCtrl+U\nType "${file}"\nEnter${answer}`;
    const size = '# size: 120x40\n# now: 2026-11-30T12:00\n# color: none\n';
    const { screen } = await play(parseTape(size + tape), explorerProgram(writing));
    return textOf(screen).join('\n');
  };
  try {
    const asked = await written('');
    expect(asked).toContain('Overwrite? y/n: there is a file of that name');
    expect(asked).toContain(file);
    expect(await written('\nType "n"\nEnter')).toContain('Write to');
    expect(await written('\nEscape')).toContain('Tray');
    expect(await written('\nEnter')).toContain('Overwrite? y/n');
    expect(readFileSync(file, 'utf8')).toBe('mine\n');
    expect(await written('\nType "y"\nEnter')).toContain('Written over:');
    expect(readFileSync(file, 'utf8')).toContain('1 record chosen from');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
