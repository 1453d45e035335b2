import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEmulator, textOf } from '../../src/play/emulator.ts';
import { explorerProgram } from '../../src/play/explorer-program.ts';
import { KEYS, keyBytes } from '../../src/play/keys.ts';
import { play } from '../../src/play/player.ts';
import { createRecorder, type Recorded, recordTape } from '../../src/play/recorder.ts';
import { DEFAULTS, environmentOf } from '../../src/play/settings.ts';
import { parseTape } from '../../src/play/tape.ts';
import { makeWorld } from '../support/world.ts';

const world = makeWorld();

/** A session by hand: the rows after each event, and the tape of it. */
async function sessionOf(events: readonly Recorded[]): Promise<{ shown: string[]; tape: string }> {
  const { columns, rows, now } = DEFAULTS;
  const emulator = createEmulator(DEFAULTS);
  const recorder = createRecorder(DEFAULTS);
  const program = explorerProgram(world, { watcher: recorder })({
    columns,
    rows,
    env: environmentOf(DEFAULTS),
    now: () => now,
    write: (bytes) => void emulator.feed(bytes),
  });
  const shown: string[] = [];
  await program.settled();
  for (const event of events) {
    if (typeof event === 'string') program.input(event);
    else {
      emulator.resize(event);
      program.resize(event.columns, event.rows);
    }
    await program.settled();
    await emulator.feed('');
    shown.push(textOf(emulator.screen()).join('\n'));
  }
  program.stop();
  return { shown, tape: recordTape(recorder.events(), DEFAULTS) };
}

async function playedBack(tape: string): Promise<string[]> {
  const { frames } = await play(parseTape(tape), explorerProgram(world));
  return frames.map(({ text }) => text.join('\n'));
}

it('a recorded session plays back to the same frames, in the same order', async () => {
  const { shown, tape } = await sessionOf([
    'jjj',
    '\u001B[B\u001B[B',
    '\r',
    { columns: 110, rows: 24 },
    '/weiss\r',
    'y',
    '\u001B',
    // Escape and an arrow in one read, and Alt with an arrow, which is bound to nothing.
    '\u001B\u001B[B',
    '/\u001B[200~hafen\r\nlager\u001B[201~',
    '\u001B\u001B',
    'é한',
    { columns: 60, rows: 20 },
    '\u001BOP',
    'ma',
  ]);
  const frames = await playedBack(tape);
  let from = 0;
  for (const screen of shown) {
    const found = frames.indexOf(screen, from);
    expect(found, `not played back:\n${screen}\n${tape}`).toBeGreaterThanOrEqual(from);
    from = found;
  }
  expect(frames.at(-1)).toBe(shown.at(-1));
});

it('any recorded session plays back to its last frame', async () => {
  const key = fc.oneof(
    fc.constantFrom(...KEYS).map((name) => keyBytes(name) as string),
    fc.constantFrom(...'jkhlgGnNmftpavsoyY/:?c 123\r', '\u001B', '\u000B'),
  );
  const chunk = fc.array(key, { minLength: 1, maxLength: 4 }).map((keys) => keys.join(''));
  const size = fc.constantFrom({ columns: 60, rows: 20 }, { columns: 110, rows: 20 });
  const event = fc.oneof({ weight: 6, arbitrary: chunk }, size);
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 5 }), async (events) => {
      const { shown, tape } = await sessionOf(events);
      expect((await playedBack(tape)).at(-1), tape).toBe(shown.at(-1));
    }),
    { numRuns: 5 },
  );
}, 60_000);

it('what is typed before the first frame counts, ten keys in one read, in order', async () => {
  const emulator = createEmulator(DEFAULTS);
  const program = explorerProgram(world)({
    ...DEFAULTS,
    env: environmentOf(DEFAULTS),
    now: () => DEFAULTS.now,
    write: (bytes) => void emulator.feed(bytes),
  });
  program.input('jjjkkj');
  program.input('/weiss\r');
  program.input('jjjjjjjjjj');
  await program.settled();
  await emulator.feed('');
  program.stop();
  const keys = [...'jjjkkj/weiss', 'Enter', ...'jjjjjjjjjj'];
  const tape = keys.map((name) => (name === 'Enter' ? name : `Type "${name}"`)).join('\n');
  expect(textOf(emulator.screen()).join('\n')).toBe((await playedBack(tape)).at(-1));
});

it('shows the same whatever the terminal and the time zone that it is played in', async () => {
  const tape = 'Down 2\nEnter\nType "m"\n# size: 120x40\nType "f"';
  const before = { ...process.env };
  const frames = await playedBack(tape);
  const surroundings = {
    ...{ NO_COLOR: '1', FORCE_COLOR: '3', TERM: 'dumb', COLUMNS: '33', LINES: '7', CI: 'true' },
    ...{ TZ: 'Asia/Tokyo', LC_ALL: 'C', INK_SCREEN_READER: 'true', RUNGS_DATA: '/nowhere' },
  };
  Object.assign(process.env, surroundings);
  const again = await playedBack(tape).finally(() => {
    for (const name of Object.keys(surroundings)) delete process.env[name];
    Object.assign(process.env, before);
  });
  expect(again).toEqual(frames);
});

it('neither stops nor signals this process on Ctrl-Z', async () => {
  const frames = await playedBack('Down\nCtrl+Z\nDown');
  expect(frames[1]).toBe(frames[0]);
  expect(frames[2]).not.toBe(frames[1]);
});
