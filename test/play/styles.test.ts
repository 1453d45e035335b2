import { expect, test } from 'vitest';
import { createEmulator, rowsOf } from '../../src/play/emulator.ts';
import { styledFrames } from '../../src/play/styles.ts';

async function frameOf(output: string) {
  const emulator = createEmulator({ columns: 12, rows: 3 });
  await emulator.feed(output);
  return { runs: rowsOf(emulator.screen()) };
}

test('letters stand below what is not plain, and the same ones in each frame', async () => {
  const frames = [
    await frameOf('\u001B[1;38;5;98mab\u001B[0m \u001B[2m한\u001B[0m.\r\n\u001B[7m x  \u001B[0m'),
    await frameOf(
      '\u001B[31;48;2;1;2;3mc\u001B[0m\u001B[7m y\u001B[0m\u001B[94m  \u001B[4m \u001B[0m',
    ),
  ];
  expect(styledFrames(frames).map(({ text }) => text)).toEqual([
    ['ab 한.', 'aa bb', ' x', 'cccc', '', '', 'a: bold 98', 'b: dim', 'c: inverse'],
    [
      'c y',
      'dcc  e',
      '',
      '',
      '',
      '',
      'c: inverse',
      'd: red on #010203',
      'e: underlined bright blue',
    ],
  ]);
});

test('more styles than letters are told apart, too', async () => {
  const colors = Array.from({ length: 70 }, (_, index) => `\u001B[38;5;${index + 100}mx\r`);
  const frames = await Promise.all(colors.map(frameOf));
  const legends = styledFrames(frames).map(({ text }) => text.at(-1));
  expect(new Set(legends.map((line) => line?.split(':')[0])).size).toBe(70);
});
