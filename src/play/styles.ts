/** Frames with their colours as text that reads and diffs well: letters below what they colour. */
import type { Color, Style, StyledRun } from './emulator.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const COLORS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

/**
 * Every row with a line below that has a letter under each cell that is not plain; then a line for
 * each letter of the frame that says what it is: "b: bold 98 on 236". Colours are numbers of the
 * palette of 256, the first sixteen by name, or `#rrggbb`. A letter is the same in all frames, given
 * in the order of their coming. What cannot be seen, as the colour of a blank, is not told.
 */
export function styledFrames<T extends { readonly runs: readonly (readonly StyledRun[])[] }>(
  frames: readonly T[],
): (T & { readonly text: string[] })[] {
  const letters = new Map<string, string>();
  return frames.map((frame) => {
    const seen = new Set<string>();
    const text = frame.runs.flatMap((row) => {
      const below = row.map((run) => lettersBelow(run, letters, seen));
      return [row.map((run) => run.text).join(''), below.join('')].map((line) => line.trimEnd());
    });
    const legend = [...letters].filter(([style]) => seen.has(style));
    return { ...frame, text: [...text, ...legend.map(([style, letter]) => `${letter}: ${style}`)] };
  });
}

/** As wide as the run. Adds what it needs to the letters, and its style to those seen. */
function lettersBelow(
  { style, text, cells }: StyledRun,
  letters: Map<string, string>,
  seen: Set<string>,
) {
  const words = wordsFor(style);
  const isBlankSeen = style.bg !== undefined || style.inverse || style.underline;
  const shown = isBlankSeen || style.strikethrough ? text : text.trim();
  if (words === '' || shown === '') return ' '.repeat(cells);
  const before = shown === text ? 0 : text.length - text.trimStart().length;
  const after = shown === text ? 0 : text.length - text.trimEnd().length;
  const letter = letters.get(words) ?? letterAt(letters.size);
  letters.set(words, letter);
  seen.add(words);
  return ' '.repeat(before) + letter.repeat(cells - before - after) + ' '.repeat(after);
}

const letterAt = (index: number): string =>
  LETTERS[index] ?? String.fromCodePoint(0xe0 + index - LETTERS.length);

/** "bold 98 on 236"; empty for what is plain. */
function wordsFor(style: Style): string {
  const words = [
    style.bold && 'bold',
    style.dim && 'dim',
    style.italic && 'italic',
    style.underline && 'underlined',
    style.inverse && 'inverse',
    style.strikethrough && 'struck',
    style.fg !== undefined && colorName(style.fg),
    style.bg !== undefined && `on ${colorName(style.bg)}`,
  ];
  return words.filter(Boolean).join(' ');
}

function colorName(color: NonNullable<Color>): string {
  if (typeof color === 'string' || color >= 2 * COLORS.length) return String(color);
  const name = COLORS[color % COLORS.length] as string;
  return color < COLORS.length ? name : `bright ${name}`;
}
