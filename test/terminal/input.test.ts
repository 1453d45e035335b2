import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createKeyDecoder, type Key } from '../../src/terminal/input.ts';

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

  it('of nothing is nothing', async () => {
    expect(await keysOf(paste(''))).toEqual([]);
  });
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
