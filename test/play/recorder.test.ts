import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goldenText } from '../../src/play/golden.ts';
import { chordBytes, KEYS, keyBytes } from '../../src/play/keys.ts';
import { play } from '../../src/play/player.ts';
import { type Recorded, recordTape } from '../../src/play/recorder.ts';
import { DEFAULTS } from '../../src/play/settings.ts';
import { parseTape } from '../../src/play/tape.ts';
import { startFake } from './fake.ts';

const bodyOf = (events: Recorded[]): string[] =>
  recordTape(events, DEFAULTS).split('Show\n')[1]?.trimEnd().split('\n') ?? [];

/** What a tape sends, as one string; sizes in between. */
function sentBy(text: string): string {
  let clipboard = '';
  return parseTape(text)
    .commands.map((command) => {
      if (command.kind === 'keys') return command.keys.join('');
      if (command.kind === 'resize') return `<${command.columns}x${command.rows}>`;
      if (command.kind === 'copy') clipboard = command.text;
      return command.kind === 'paste' ? `\u001B[200~${clipboard}\u001B[201~` : '';
    })
    .join('');
}

describe('recordTape', () => {
  it('starts with the settings and the line that starts the program', () => {
    const settings = { ...DEFAULTS, columns: 100, lang: 'de', color: 'none' } as const;
    const text = recordTape(['j'], settings, 'rungs --data x');
    expect(text).toBe(`# size: 100x24
# lang: de
# now: 2026-01-01T00:00:00Z
# color: none
Hide
Type "rungs --data x"
Enter
Show
Type "j"
`);
    expect(parseTape(text)).toMatchObject({ settings, launch: { args: ['--data', 'x'] } });
  });

  it.each([
    [['j', 'j', 'j'], ['Type "jjj"']],
    [['say "hi"\r'], ['Type \'say "hi"\'', 'Enter']],
    [['"\'`x'], ['Type `"\'`', 'Type "`x"']],
    [['\u001B[B', '\u001B[B\u001B[B'], ['Down 3']],
    [
      ['\u001BOP', '\u001B[H\u001B[H'],
      ['# send: F1', '# send: Home 2'],
    ],
    [
      ['\u0003', '\u001F', '\0'],
      ['Ctrl+C', 'Ctrl+-', 'Ctrl+@'],
    ],
    [
      ['\u001B', 'x', '\u001Bx'],
      ['Escape', 'Type "x"', 'Alt+x'],
    ],
    [
      ['\u001Bs', '\u001B/', '\u001B\u0018', '\u001B[Z'],
      ['Alt+"s"', 'Alt+"/"', 'Ctrl+Alt+X', 'Shift+Tab'],
    ],
    [['\u001B[200~a b\u001B[201~'], ['Copy "a b"', 'Paste']],
    [['\u001B[200~a\rb\u001B[201~'], ['# send: "\\u001b[200~a\\rb\\u001b[201~"']],
    [
      ['\u001B[1;5D', '\u009B'],
      ['# send: "\\u001b[1;5D"', '# send: "\\u009b"'],
    ],
    [
      ['a', { columns: 9, rows: 5 }, 'b'],
      ['Type "a"', '# size: 9x5', 'Type "b"'],
    ],
  ])('writes %j', (events, lines) => expect(bodyOf(events as Recorded[])).toEqual(lines));

  it('sends the same bytes again, whatever they are', () => {
    const chord = fc
      .tuple(
        fc.uniqueArray(fc.constantFrom('Ctrl' as const, 'Alt' as const, 'Shift' as const)),
        fc.oneof(
          fc.constantFrom(...KEYS),
          fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
        ),
      )
      .map(([modifiers, key]) => chordBytes(new Set(modifiers), key) ?? '');
    const input = fc.oneof(
      fc.constantFrom(...KEYS).map((name) => keyBytes(name) as string),
      chord,
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('\u001B', '[', '~', '2', '0', '1', 'O', '"', "'", '`', '\n'),
      }),
      fc.string().map((text) => `\u001B[200~${text}\u001B[201~`),
    );
    const size = fc.record({
      columns: fc.integer({ min: 1, max: 500 }),
      rows: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 9, arbitrary: input }, size)), (events) => {
        const sent = events.map((event) =>
          typeof event === 'string' ? event : `<${event.columns}x${event.rows}>`,
        );
        expect(sentBy(recordTape(events, DEFAULTS))).toBe(sent.join(''));
      }),
      { numRuns: 300 },
    );
  });

  it('plays back to the frames of the session', async () => {
    const original = parseTape('Down 2\nType "k"\n# size: 50x9\nCopy "x y"\nPaste\n# send: F1');
    const events: Recorded[] = [];
    const recording: typeof startFake = (terminal) => {
      const driven = startFake(terminal);
      return {
        ...driven,
        input: (bytes) => {
          events.push(bytes);
          driven.input(bytes);
        },
        resize: (columns, rows) => {
          events.push({ columns, rows });
          driven.resize(columns, rows);
        },
      };
    };
    const first = await play(original, recording);
    const again = await play(parseTape(recordTape(events, DEFAULTS)), startFake);
    expect(again.screen).toEqual(first.screen);
    expect(goldenText(again.frames.slice(1))).toBe(goldenText(first.frames));
  });
});
