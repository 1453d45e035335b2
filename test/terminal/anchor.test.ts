import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEmulator, type Screen } from '../../src/play/emulator.ts';
import { anchored } from '../../src/terminal/anchor.ts';
import { clean, shorten, width } from '../../src/terminal/text.ts';
import { naughtyStrings, TRICKY_TEXTS } from '../support/naughty.ts';

const COLUMNS = 40;
/** Where the border stands. */
const BORDER = 30;

/** A row with a border in the middle and one at the right edge, as a pane with a title has. */
const bordered = (text: string): string => {
  const title = shorten(clean(text), BORDER);
  const rest = shorten(clean(text), COLUMNS - BORDER - 2);
  const pad = (shown: string, cells: number) => shown + ' '.repeat(cells - width(shown));
  return `${pad(title, BORDER)}│${pad(rest, COLUMNS - BORDER - 2)}│`;
};

async function shownBy(rows: readonly string[], widths: '6' | '11'): Promise<Screen> {
  const emulator = createEmulator({ columns: COLUMNS, rows: rows.length }, widths);
  await emulator.feed(anchored(rows.join('\n'), COLUMNS));
  const screen = emulator.screen();
  emulator.dispose();
  return screen;
}

/** Columns of the borders, row by row, in both kinds of terminal. */
async function borders(texts: readonly string[]): Promise<string[]> {
  const rows = texts.map(bordered);
  const found = new Set<string>();
  for (const widths of ['6', '11'] as const) {
    const { cells } = await shownBy(rows, widths);
    for (const row of cells) {
      found.add(row.flatMap(({ text }, column) => (text.includes('│') ? [column] : [])).join());
    }
  }
  return [...found];
}

describe('borders', () => {
  it.each(TRICKY_TEXTS)('stay where they are beside %s', async (_, text) => {
    expect(await borders([text, text.repeat(9), `ab ${text} cd`])).toEqual(['30,39']);
  });

  it('stay where they are beside every naughty string', async () => {
    const texts = naughtyStrings.filter((text) => !/[│\n]/.test(text));
    expect(await borders(texts)).toEqual(['30,39']);
  });

  it('stay where they are beside any text', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 }).filter((one) => !/[│\n]/.test(one));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), async (texts) => {
        expect(await borders(texts)).toEqual(['30,39']);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a row', () => {
  it('of letters that all terminals agree on is left alone', () => {
    const row = '\u001B[1mGrüße\u001B[22m │ Здравствуйте 한국어 東京 ภาษาไทย e\u0301 → ▲\r\n';
    expect(anchored(row, 80)).toBe(row);
  });

  it('is anchored after what they disagree on, counted without its styles', () => {
    expect(anchored('\u001B[1ma😀\u001B[22mb', 10)).toBe('\u001B[1ma😀\u001B[4G\u001B[22mb');
  });

  it('never grows over the right edge', async () => {
    // Two marks that old terminals give a cell each, in the last column.
    const row = `${'x'.repeat(COLUMNS - 1)}a\u0487\u0487`;
    const { cells } = await shownBy([row, 'next'], '6');
    expect(
      cells.map((line) =>
        line
          .map(({ text }) => text)
          .join('')
          .trimEnd(),
      ),
    ).toEqual([`${'x'.repeat(COLUMNS - 1)}a`, 'next']);
  });

  it('keeps the text of a screen as it is where nothing is cut', async () => {
    const { cells } = await shownBy(['👩👧 नमस्ते 🇨🇭!'], '11');
    const text = cells[0]?.map((cell) => cell.text).join('') ?? '';
    expect(text.replaceAll(' ', '')).toBe('👩👧नमस्ते🇨🇭!');
  });
});
