import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createKeyDecoder, type Key, LONGEST_PASTE } from '../../src/terminal/input.ts';

/** The keys of what a terminal sends, chunk by chunk. */
async function keysOf(...chunks: (string | Buffer)[]): Promise<Key[]> {
  const keys: Key[] = [];
  const decoder = createKeyDecoder((key) => keys.push(key));
  for (const chunk of chunks) decoder.write(chunk);
  await new Promise((resolve) => setImmediate(resolve));
  decoder.flush();
  return keys;
}

const namesOf = async (...chunks: (string | Buffer)[]) =>
  (await keysOf(...chunks)).map(({ name }) => name);

describe('keys', () => {
  it.each([
    ['jjjj', ['j', 'j', 'j', 'j']],
    ['hello\r', ['h', 'e', 'l', 'l', 'o', 'enter']],
    ['a\nb', ['a', 'enter', 'b']],
    ['G /', ['G', 'space', '/']],
    ['\t\u001B[Z', ['tab', 'shift-tab']],
    ['\u007F\b', ['backspace', 'backspace']],
    ['\u0003\u001A\u000B', ['ctrl-c', 'ctrl-z', 'ctrl-k']],
    ['\u001B[A\u001B[B\u001B[C\u001B[D', ['up', 'down', 'right', 'left']],
    ['\u001BOA\u001BOB', ['up', 'down']],
    ['\u001B[5~\u001B[6~\u001B[H\u001B[F', ['pageup', 'pagedown', 'home', 'end']],
    ['\u001BOP\u001B[11~', ['f1', 'f1']],
    ['\u001Bx', ['alt-x']],
    ['j\u001B', ['j', 'escape']],
    ['\u001B\u001B', ['escape', 'escape']],
    ['ü한😀', ['ü', '한', '😀']],
    // What is pressed in a hurry comes in one read.
    ['\u001B\u0003', ['escape', 'ctrl-c']],
    ['\u001B\u001B\u0003', ['escape', 'escape', 'ctrl-c']],
    ['\u001B\u001A', ['escape', 'ctrl-z']],
    ['\u001B\r\u001B\u007F\u001B\u000B', ['alt-enter', 'alt-backspace', 'ctrl-alt-k']],
    ['\u001B\u001B[A', ['alt-up']],
    [
      '\u001B[1;5A\u001B[1;2B\u001B[3;3~\u001B[1;6C',
      ['ctrl-up', 'shift-down', 'alt-delete', 'ctrl-shift-right'],
    ],
    // rxvt, the Linux console, application keypads.
    [
      '\u001B[a\u001BOa\u001B[3^\u001B[3@',
      ['shift-up', 'ctrl-up', 'ctrl-delete', 'ctrl-shift-delete'],
    ],
    ['\u001B[[A\u001B[[E\u001B[15~\u001B[24~', ['f1', 'f5', 'f5', 'f12']],
    ['\u001B[1~\u001B[4~\u001B[7~\u001B[8~', ['home', 'end', 'home', 'end']],
    ['\0\u001C', ['ctrl-space']],
  ])('%j are %j', async (bytes, names) => {
    expect(await namesOf(bytes)).toEqual(names);
  });

  it('carry the text they type', async () => {
    expect(await keysOf('ä \u001B[A')).toEqual([
      { name: 'ä', text: 'ä' },
      { name: 'space', text: ' ' },
      { name: 'up' },
    ]);
  });

  it('come through in any pieces', async () => {
    const bytes = Buffer.from('ü😀\u001B[A\u001B[200~ab\u001B[201~');
    const whole = await keysOf(bytes);
    for (let cut = 1; cut < bytes.length; cut += 1) {
      expect(await keysOf(bytes.subarray(0, cut), bytes.subarray(cut)), `${cut}`).toEqual(whole);
    }
  });

  it('tell an Escape by itself after a moment', () => {
    vi.useFakeTimers();
    const keys: Key[] = [];
    createKeyDecoder((key) => keys.push(key)).write('\u001B');
    expect(keys).toEqual([]);
    vi.advanceTimersByTime(25);
    expect(keys).toEqual([{ name: 'escape' }]);
    vi.useRealTimers();
  });
});

describe('keys that a protocol tells by code', () => {
  it.each([
    ['\u001B[99;5u', ['ctrl-c']],
    ['\u001B[1089::99;5u', ['ctrl-c']],
    ['\u001B[27;5;99~', ['ctrl-c']],
    ['\u001B[99;69u', ['ctrl-c']],
    ['\u001B[106u\u001B[106;2u', ['j', 'J']],
    [
      '\u001B[27u\u001B[13u\u001B[9;2u\u001B[127u\u001B[32u',
      ['escape', 'enter', 'shift-tab', 'backspace', 'space'],
    ],
    ['\u001B[120;3u\u001B[32;5u', ['alt-x', 'ctrl-space']],
    // Keys let go, keys without a character, and codes of none.
    ['\u001B[106;1:3u\u001B[1;1:3A\u001B[57441u\u001B[0u\u001B[9999999u', []],
    ['\u001B[1;1:1A', ['up']],
  ])('%j are %j', async (bytes, names) => {
    expect(await namesOf(bytes)).toEqual(names);
  });
});

/** What terminals answer to questions of other programs, and report unasked. */
const ANSWERS = [
  ['a colour', '\u001B]11;rgb:1a1a/1b1b/2626\u001B\\'],
  ['a colour, ended by BEL', '\u001B]11;rgb:1a1a/1b1b/2626\u0007'],
  ['a clipboard', '\u001B]52;c;cXVpdA==\u0007'],
  ['device attributes', '\u001B[?62;4;22c'],
  ['secondary device attributes', '\u001B[>1;4600;0c'],
  ['a setting', '\u001BP1$r0m\u001B\\'],
  ['its version', '\u001BP>|xterm(380)\u001B\\'],
  ['an application command', '\u001B_Gi=31;OK\u001B\\'],
  ['a mode', '\u001B[?2026;2$y'],
  ['a mode of ANSI', '\u001B[4;1$y'],
  ['kitty flags', '\u001B[?1u'],
  ['the place of the cursor', '\u001B[12;40R'],
  ['that all is well', '\u001B[0n'],
  ['its size', '\u001B[8;24;80t'],
  ['that it has the focus', '\u001B[I\u001B[O'],
  ['a mouse (SGR)', '\u001B[<0;10;20M\u001B[<0;10;20m'],
  ['a mouse (urxvt)', '\u001B[32;10;20M'],
  ['a mouse (X10)', '\u001B[M !!'],
  ['nothing known', '\u001B[5;6z'],
] as const;

it.each([
  ['the state of a mode', '\u001B[4;2$y'],
  ['a key with Ctrl whose character cannot be shown', '\u001B[8206;5u'],
])('%s is no key', async (_, bytes) => {
  expect(await namesOf(`j${bytes}k`)).toEqual(['j', 'k']);
});

it('a key that tells of no modifier has none', async () => {
  expect(await namesOf('\u001B[A\u001B[1A\u001B[5~\u001B[97u')).toEqual([
    'up',
    'up',
    'pageup',
    'a',
  ]);
});

describe('answers of the terminal are no keys', () => {
  it.each(ANSWERS)('%s', async (_, answer) => {
    expect(await namesOf(`j${answer}k`)).toEqual(['j', 'k']);
  });

  it.each(ANSWERS)('%s, in two reads', async (_, answer) => {
    for (let cut = 1; cut < answer.length; cut += 1) {
      const names = await namesOf(`j${answer.slice(0, cut)}`, `${answer.slice(cut)}k`);
      expect(names, `${cut}`).toEqual(['j', 'k']);
    }
  });

  it.each(ANSWERS)('%s, of which the end is lost, takes no Ctrl-C', async (_, answer) => {
    for (let cut = 2; cut < answer.length; cut += 1) {
      const names = await namesOf(`${answer.slice(0, cut)}\u0003`);
      expect(names.at(-1), `${cut}`).toBe('ctrl-c');
    }
  });

  it('one of which the end is lost takes the keyboard for a moment, however much is typed', () => {
    vi.useFakeTimers();
    const keys: Key[] = [];
    const decoder = createKeyDecoder((key) => keys.push(key));
    decoder.write('\u001B]11;rgb:');
    for (let time = 0; time < 300; time += 50) {
      decoder.write('j');
      vi.advanceTimersByTime(50);
    }
    expect(keys).toEqual([{ name: 'j', text: 'j' }]);
    vi.useRealTimers();
  });

  it('what begins as one may be a key with Alt', async () => {
    expect(await namesOf('\u001BP', '')).toEqual(['alt-p']);
    expect(await namesOf('\u001B]', '')).toEqual(['alt-]']);
    expect(await namesOf('\u001B[')).toEqual(['alt-[']);
  });

  it('half a sequence is none', async () => {
    expect(await namesOf('\u001B[1;')).toEqual([]);
    expect(await namesOf(`\u001B[${'1;'.repeat(200)}`, 'A')).toEqual(['A']);
  });
});

describe('a paste', () => {
  const paste = (text: string) => `\u001B[200~${text}\u001B[201~`;

  it.each([
    ['is one key', 'two words\r\n', 'two words\n'],
    ['of lines keeps them', 'a\rb\nc', 'a\nb\nc'],
    ['is made safe to show', 'a\u001B[31mb\u202Ec\u0007', 'a␛[31mb‹U+202E›c^G'],
  ])('%s', async (_, text, shown) => {
    expect(await keysOf(paste(text))).toEqual([{ name: 'paste', text: shown }]);
  });

  it('is over at its end', async () => {
    expect(await namesOf(`a${paste('q')}b`)).toEqual(['a', 'paste', 'b']);
  });

  const open = (...chunks: string[]) => {
    vi.useFakeTimers();
    const keys: Key[] = [];
    const inputs: string[] = [];
    const decoder = createKeyDecoder(
      (key) => keys.push(key),
      (bytes) => inputs.push(bytes.toString()),
    );
    for (const chunk of ['\u001B[200~', ...chunks]) decoder.write(chunk);
    return { decoder, keys, inputs };
  };
  afterEach(() => vi.useRealTimers());

  it('that is never closed gives way to Ctrl-C', () => {
    const { keys, inputs } = open('abc', '\u001B', '\u0003q');
    expect(keys.map(({ name }) => name)).toEqual(['ctrl-c', 'q']);
    expect(inputs).toEqual(['\u0003q']);
  });

  it('that is never closed types none of its text, also in one read with Ctrl-C', () => {
    const { keys } = open('abc', 'de\u0003q');
    expect(keys.map(({ name }) => name)).toEqual(['ctrl-c', 'q']);
  });

  it('that is closed may hold a Ctrl-C, as text', async () => {
    expect(await keysOf(paste('a\u0003b'))).toEqual([{ name: 'paste', text: 'a^Cb' }]);
  });

  it('that is never closed ends when nothing more comes', () => {
    const { decoder, keys, inputs } = open('ab');
    vi.advanceTimersByTime(1900);
    decoder.write('c\u001B[20');
    vi.advanceTimersByTime(1900);
    expect(keys).toEqual([]);
    vi.advanceTimersByTime(100);
    decoder.write('j');
    expect(keys.map(({ name, text }) => [name, text])).toEqual([
      ['paste', 'abc␛[20'],
      ['j', 'j'],
    ]);
    // As it plays back: whole.
    expect(inputs[0]).toBe('\u001B[200~abc\u001B[20\u001B[201~');
  });

  it('is cut where it is longer than anybody reads', async () => {
    const chunk = 'x'.repeat(LONGEST_PASTE / 4);
    const [key, next] = await keysOf('\u001B[200~', ...Array(9).fill(chunk), '\u001B[201~j');
    expect(key?.text).toHaveLength(LONGEST_PASTE);
    expect(next?.name).toBe('j');
  });

  it('of nothing is nothing', async () => {
    expect(await keysOf(paste(''))).toEqual([]);
  });
});

it('only bytes that came to keys are told as input', () => {
  const inputs: string[] = [];
  const decoder = createKeyDecoder(
    () => {},
    (bytes) => inputs.push(bytes.toString()),
  );
  decoder.write('\u001B[<0;3;4Mj\u001B[5;7R');
  expect(inputs).toEqual(['j']);
});

it('whatever came before, Ctrl-C is a key', async () => {
  const part = fc.oneof(
    fc.constantFrom(
      '\u001B',
      '[',
      '200~',
      '201~',
      ';',
      '1',
      'O',
      ']',
      'P',
      '_',
      'M',
      '\\',
      '<',
      'j',
    ),
    fc.constantFrom('\u001B[200~', '\u001B]11;', '\u001BP', '\u001B[M'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(part).map((parts) => parts.join(''))), async (chunks) => {
      const names = await namesOf(...chunks, '\u0003');
      expect(names.at(-1)).toBe('ctrl-c');
    }),
    { numRuns: 1000 },
  );
});

it('whatever is typed or pasted, its text is safe to show', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 20 })), async (chunks) => {
      const keys = await keysOf(...chunks.map((chunk) => Buffer.from(chunk)));
      for (const { text = '' } of keys) {
        expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/);
      }
    }),
  );
});
