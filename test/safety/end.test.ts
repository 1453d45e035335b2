import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { KEYMAP } from '../../src/explorer/keymap.ts';
import { createLibrary } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';
import { openExplorer } from '../../src/screen/open.ts';
import { createSearch } from '../../src/search/engine.ts';
import { buildRecords } from '../../src/search/records.ts';
import { makeTheme } from '../../src/terminal/theme.ts';

const data = loadPack('test/fixtures/pack');

function opened(now = () => new Date()) {
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    isRaw: false,
    setRawMode(isRaw: boolean) {
      this.isRaw = isRaw;
    },
    ref() {},
    unref() {},
  });
  const written: string[] = [];
  const output = Object.assign(new EventEmitter(), {
    isTTY: true,
    columns: 80,
    rows: 24,
    writable: true,
    write(text: string, done?: () => void) {
      written.push(text);
      if (typeof done === 'function') done();
      return true;
    },
  });
  const ends: unknown[] = [];
  const world = {
    library: createLibrary(data),
    keymap: KEYMAP,
    search: createSearch({ data, records: buildRecords(data) }),
    theme: makeTheme(0),
    now,
    clipboard: { programs: [], isInTerminal: true },
  };
  const explorer = openExplorer(
    world,
    { input: input as never, output: output as never },
    { onEnd: (state) => ends.push(state) },
  );
  return { input, output, explorer, ends, raw: () => written.join('') };
}

type Opened = ReturnType<typeof opened>;

/** Modes that were set are reset: alternate screen, pastes, the hidden cursor. */
function expectWhole({ input, raw }: Opened): void {
  expect(input.isRaw).toBe(false);
  const last = new Map<string, string>();
  for (const [, mode = '', state = ''] of raw().matchAll(/\u001B\[\?(\d+)([hl])/g)) {
    last.set(mode, state);
  }
  expect(last.get('1049') ?? 'l').toBe('l');
  expect(last.get('2004')).toBe('l');
  expect(last.get('25') ?? 'h').toBe('h');
}

describe('the explorer ends, its terminal whole,', () => {
  it.each<[string, (session: Opened) => unknown]>([
    ['at the end of input', ({ input }) => input.end()],
    ['when input breaks', ({ input }) => input.emit('error', new Error('EIO'))],
    ['when output breaks', ({ output }) => output.emit('error', new Error('EPIPE'))],
    ['when it is stopped', ({ explorer }) => explorer.stop()],
  ])('%s', async (_, end) => {
    for (const isEarly of [true, false]) {
      const session = opened();
      if (!isEarly) await session.explorer.settled();
      expect(session.input.isRaw).toBe(true);
      end(session);
      expect(await session.explorer.exited).toBe(0);
      expectWhole(session);
      expect(session.ends).toHaveLength(1);
    }
  });

  it('when something is thrown, and throws it on', async () => {
    for (const isEarly of [true, false]) {
      let isBroken = isEarly;
      const session = opened(() => {
        if (isBroken) throw new Error('the clock is broken');
        return new Date();
      });
      if (!isEarly) await session.explorer.settled();
      isBroken = true;
      session.input.write('j');
      await expect(session.explorer.exited).rejects.toThrow('the clock is broken');
      expectWhole(session);
      // What may have broken it is not kept for the next time.
      expect(session.ends).toEqual([]);
    }
  });
});
