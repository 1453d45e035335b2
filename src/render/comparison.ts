/** The heads of compared columns: the scenarios, and which of them is in focus. */
import type { Chart } from '../document/charts.ts';
import { width } from '../terminal/text.ts';
import { sideBySide, widthsOf } from './columns.ts';
import { cell, type Look, styled, wrapped } from './styled.ts';

/** Titles and rung numbers above their columns, and below what each column holds. */
export function columnHeads(
  { heads, focus, sides }: Extract<Chart, { draws: 'column-heads' }>,
  columns: number,
  look: Look,
): string[] {
  const { theme } = look;
  const { glyph } = theme;
  const widths = widthsOf(heads.length, columns);
  const mark = `${glyph.selected} `;
  const inFocus = sides ? Math.floor(focus / sides.length) : focus;
  const titles = heads.map(({ title, rung }, index) => {
    const isFocused = index === inFocus;
    const number = ` ${rung}`;
    const room = widths[index] ?? 0;
    const text = `${isFocused && !sides ? mark : ''}${title}`;
    const paint = isFocused ? theme.accent : theme.strong;
    if (width(text) + number.length <= room)
      return [paint(cell(text, room - number.length, look) + number)];
    return wrapped(styled(text + number, theme), room, look).map((line) => paint(line));
  });
  const halves = widthsOf(heads.length * (sides?.length ?? 0), columns).map((cells, index) => {
    const isFocused = index === focus;
    const name = sides?.[index % sides.length] ?? '';
    const text = cell((isFocused ? mark : '') + name, cells, look);
    return isFocused ? theme.accent(text) : theme.dim(text);
  });
  const bar = theme.dim(` ${glyph.vertical} `);
  const lines = widths.map((cells) => glyph.horizontal.repeat(cells));
  return [
    ...sideBySide(titles, widths, bar),
    ...(sides ? [halves.join(bar)] : []),
    theme.dim(lines.join(glyph.horizontal + glyph.cross + glyph.horizontal)),
  ];
}
