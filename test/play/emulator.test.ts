import { describe, expect, it } from 'vitest';
import { ansiOf, createEmulator, rowsOf, type Screen, textOf } from '../../src/play/emulator.ts';

const shown = async (bytes: string, columns = 12, rows = 3): Promise<Screen> => {
  const emulator = createEmulator({ columns, rows });
  await emulator.feed(bytes);
  return emulator.screen();
};

describe('text', () => {
  it('has all rows, without blanks at their ends', async () => {
    expect(textOf(await shown('ab  \n  cd'))).toEqual(['ab', '  cd', '']);
  });

  it('keeps wide and combining characters in their cells', async () => {
    const screen = await shown('한e\u0301😀|');
    expect(textOf(screen)[0]).toBe('한e\u0301😀|');
    expect(screen.cells[0]?.slice(0, 6).map(({ text, width }) => [text, width])).toEqual([
      ['한', 2],
      ['', 0],
      ['e\u0301', 1],
      ['😀', 2],
      ['', 0],
      ['|', 1],
    ]);
  });

  it('can count widths as old terminals do', async () => {
    const emulator = createEmulator({ columns: 4, rows: 1 }, '6');
    await emulator.feed('😀');
    expect(emulator.screen().cells[0]?.[0]?.width).toBe(1);
  });

  it('shows a blank for what is invisible', async () => {
    expect(textOf(await shown('a\u001B[8mb\u001B[0mc'))[0]).toBe('a c');
  });
});

describe('styles', () => {
  it('are those of the cells', async () => {
    const { cells } = await shown(
      '\u001B[1;3;38;5;134ma\u001B[0;2;4;7;31mb\u001B[0;48;2;1;2;255mc\u001B[0;9md',
    );
    expect(cells[0]?.slice(0, 4)).toMatchObject([
      { bold: true, italic: true, fg: 134, bg: undefined, dim: false },
      { dim: true, underline: true, inverse: true, fg: 1 },
      { bg: '#0102ff', fg: undefined },
      { strikethrough: true },
    ]);
  });

  it('come back as SGR that shows the same', async () => {
    const screen = await shown('\u001B[1;38;5;134mab\u001B[0m c\n\u001B[48;2;1;2;3m한 \u001B[0m');
    expect(ansiOf(rowsOf(screen))).toEqual([
      '\u001B[1;38;5;134mab\u001B[0m c',
      '\u001B[48;2;1;2;3m한 \u001B[0m',
      '',
    ]);
    expect((await shown(ansiOf(rowsOf(screen)).join('\n'))).cells).toEqual(screen.cells);
  });
});

describe('terminal', () => {
  it('tells the cursor, the alternate screen and the modes', async () => {
    const emulator = createEmulator({ columns: 10, rows: 4 });
    expect(emulator.screen()).toMatchObject({ alternate: false, cursor: { visible: true } });
    await emulator.feed('\u001B[?1049h\u001B[?2004h\u001B[?25l\u001B[2;3H');
    expect(emulator.bracketedPaste).toBe(true);
    expect(emulator.screen()).toMatchObject({
      alternate: true,
      cursor: { column: 2, row: 1, visible: false },
    });
  });

  it('resizes', async () => {
    const emulator = createEmulator({ columns: 10, rows: 4 });
    emulator.resize({ columns: 5, rows: 2 });
    const screen = emulator.screen();
    expect([screen.columns, screen.rows, screen.cells.length, screen.cells[0]?.length]).toEqual([
      5, 2, 2, 5,
    ]);
  });

  it('takes what a program copies, and does not hand it out', async () => {
    const emulator = createEmulator({ columns: 10, rows: 4 });
    await emulator.feed(`\u001B]52;c;${Buffer.from('für').toString('base64')}\u0007`);
    await emulator.feed('\u001B]52;c;?\u0007');
    expect(emulator.clipboard).toBe('für');
  });
});
