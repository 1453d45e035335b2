/** Documents as rows of a terminal: the one place where their parts are wrapped and painted. */
import type {
  Block,
  Columns,
  Cut,
  Fact,
  Heading,
  Item,
  Part,
  Prose,
  Snippet,
  Table,
  Words,
} from '../document/document.ts';
import { highlight } from '../search/highlight.ts';
import { type Range, shorten, styledWidth, width } from '../terminal/text.ts';
import { chartRows, isLegendShown } from './charts.ts';
import { sideBySide, widthsOf } from './columns.ts';
import { atMost, cell, flow, type Look, shortLine, styled, wrapped } from './styled.ts';

export type { Look } from './styled.ts';

/** The rows of a block, painted, none of them wider than `columns` cells. */
export function rowsOf({ parts }: Block, columns: number, look: Look): string[] {
  return partRows(parts, columns, look);
}

/** The rows of parts, one below the other. */
export function partRows(parts: readonly Part[], columns: number, look: Look): string[] {
  return parts.flatMap((part) => rowsOfPart(part, columns, look));
}

function rowsOfPart(part: Part, columns: number, look: Look): string[] {
  const { theme } = look;
  // Headings, tables and drawings keep their width; running text takes all there is.
  const running = look.isUnwrapped ? Number.MAX_SAFE_INTEGER : columns;
  switch (part.kind) {
    case 'heading':
      return headingRows(part, columns, look);
    case 'prose':
      return proseRows(part, running, look);
    case 'item':
      return itemRows(part, running, look);
    case 'fact':
      return factRows(part, part.aside ? columns : running, look);
    case 'table':
      return tableRows(part, columns, look);
    case 'columns':
      return columnRows(part, columns, look);
    case 'cut':
      return cutRows(part, columns, look);
    case 'snippet':
      return snippetRows(part, columns, look);
    case 'chart':
      return chartRows(part.chart, columns, look);
    case 'legend':
      return isLegendShown(part.of, columns) ? wrap(aside(part.text), columns, look) : [];
    case 'rule':
      return [theme.dim(theme.glyph.horizontal.repeat(Math.max(0, columns)))];
    case 'space':
      return [''];
  }
}

const aside = (text: Words): Words => ({ means: 'aside', text });
const strong = (text: Words): Words => ({ means: 'strong', text });

/** Text wrapped behind a lead, further lines as far in as the first. */
function wrap(text: Words, columns: number, look: Look, lead: Words = '', indent = 0): string[] {
  const { theme } = look;
  const first = styled(lead, theme);
  const cells = width(first.text);
  const pad = ' '.repeat(indent);
  const hang = ' '.repeat(cells);
  const shown = cells === 0 ? '' : shortLine(first, cells, { ...look, terms: [] });
  return wrapped(styled(text, theme), columns - indent - cells, look).map(
    (line, index) => pad + (index === 0 ? shown : hang) + line,
  );
}

/** Cells that an inset stands further in. */
const INSET = 2;

function headingRows(heading: Heading, columns: number, look: Look): string[] {
  const { rank, text, notes = [] } = heading;
  switch (rank) {
    case 'title':
    case 'page':
      return [spread({ ...heading, text: { means: 'focus', text } }, columns, look)];
    case 'section':
      return [
        ...sectionRows(text, notes, columns, look),
        ...partRows([{ kind: 'rule' }], columns, look),
      ];
    case 'question':
      return sectionRows(text, notes, columns, look);
    case 'group':
      return groupRows(heading, columns, look);
    case 'entry': {
      const head = spread({ ...heading, text: strong(text) }, columns, look);
      return flow([head, ...notes.map((note) => short(note, columns, look))], columns, '  ');
    }
  }
}

const short = (text: Words, columns: number, look: Look): string =>
  shortLine(styled(text, look.theme), columns, look);

const capitals = (text: string) => text.toUpperCase();

function sectionRows(text: Words, notes: readonly Words[], columns: number, look: Look): string[] {
  const lines = wrapped(styled(strong(text), look.theme, capitals), columns, look);
  if (notes.length === 0) return lines;
  return flow([...lines, ...notes.map((note) => short(note, columns, look))], columns, '   ');
}

/** "▲ For (3)" in the colour of the side, or "EXPERT (3)". */
function groupRows({ text, side, notes = [] }: Heading, columns: number, look: Look): string[] {
  const { theme } = look;
  const more: Words = notes.length === 0 ? '' : [' (', ...notes, ')'];
  if (side) {
    const sign: Words = { sign: side === 'none' ? 'bullet' : side };
    return wrapped(styled({ means: side, text: [sign, ' ', text, more] }, theme), columns, look);
  }
  const upper = styled(text, theme, capitals).text;
  return wrapped(styled(strong([upper, more]), theme), columns, look);
}

/** A text and what else there is to know, at both ends of a line; the latter gives way. */
function spread(
  { text, lead = '', mark, aside: right }: Heading,
  columns: number,
  look: Look,
): string {
  const { theme } = look;
  const before = styled(lead, theme);
  const after: Words = mark ? [' ', { sign: mark }] : '';
  const taken = width(before.text) + (mark ? 2 : 0);
  const left =
    short(lead, columns, look) + short(text, columns - taken, look) + short(after, columns, look);
  if (right === undefined || right === '') return left;
  const used = styledWidth(left);
  const room = columns - used - 2;
  if (room < 6) return left;
  const shown = shorten(right, room, theme.glyph.ellipsis);
  return left + ' '.repeat(columns - used - width(shown)) + short(aside(shown), room, look);
}

function proseRows(prose: Prose, columns: number, look: Look): string[] {
  const { text, lead, note, isInset, lines: most } = prose;
  const indent = isInset ? INSET : 0;
  if (most !== undefined) {
    const first = styled(lead ?? '', look.theme);
    const cells = width(first.text);
    const shown = cells === 0 ? '' : shortLine(first, cells, { ...look, terms: [] });
    return atMostOf(most, text, columns - cells, look, indent).map(
      (line, index) => (index === 0 ? shown : ' '.repeat(cells)) + line,
    );
  }
  const lines = wrap(text, columns, look, lead, indent);
  if (note === undefined) return lines;
  // On the last line where it fits.
  const mark: Words = aside([{ sign: 'bullet' }, ` ${note}`]);
  const last = lines.at(-1) ?? '';
  const room = columns - styledWidth(last) - 1;
  if (room < width(styled(mark, look.theme).text))
    return [...lines, ...wrap(mark, columns, look, '', indent)];
  return [...lines.slice(0, -1), `${last} ${short(mark, room, look)}`];
}

function itemRows({ text, number, more }: Item, columns: number, look: Look): string[] {
  const lead: Words =
    number === undefined ? [{ sign: 'bullet' }, ' '] : `${String(number).padStart(2)}  `;
  const hang = ' '.repeat(width(styled(lead, look.theme).text));
  return [
    ...wrap(text, columns, look, lead),
    ...(more === undefined ? [] : wrap(aside(more), columns, look, hang)),
  ];
}

/** How labels stand beside what they say: their cells, and from which width on they do. */
const LABELS = {
  record: { cells: 19, least: 44 },
  query: { cells: 26, least: 60 },
  keys: { cells: 22, least: 0 },
  entry: { cells: 22, least: 0 },
};
/** The labels of entries are short, and stand closer where there is less room. */
const CLOSE = { below: 60, cells: 12 };

function factRows(
  { label, text, of = 'record', aside: right = '', lines: most = Infinity }: Fact,
  columns: number,
  look: Look,
): string[] {
  const { theme } = look;
  const { least } = LABELS[of];
  const { cells } = of === 'entry' && columns < CLOSE.below ? CLOSE : LABELS[of];
  const { dim, key } = theme;
  const paint = { record: dim, query: (one: string) => one, keys: key, entry: dim }[of];
  if (columns < least) {
    return of === 'query'
      ? wrap([label, ': ', text], columns, look)
      : [paint(label), ...atMostOf(most, text, columns, look, INSET)];
  }
  const room = columns - cells - width(styled(text, theme).text);
  const more = right !== '' && width(right) + 2 <= room ? aside(right.padStart(room)) : '';
  return atMostOf(most, [text, more], columns, look, cells).map((line, index) =>
    index === 0 ? paint(cell(label, cells, look)) + line.slice(cells) : line,
  );
}

/** A text in at most so many lines, further in. */
function atMostOf(most: number, text: Words, columns: number, look: Look, indent: number) {
  return atMost(most, styled(text, look.theme), columns - indent, look).map(
    (line) => ' '.repeat(indent) + line,
  );
}

/** Cells between two columns of a table. */
const TABLE_GAP = 2;

/** The columns as wide as they need be, the last one with what is left. */
function tableRows({ head, rows, numeric = [] }: Table, columns: number, look: Look): string[] {
  const { theme } = look;
  const texts = [head.map((text) => [text]), ...rows].map((cells) =>
    cells.map((list) => list.map((text) => styled(text, theme))),
  );
  const natural = head.map((_, index) =>
    Math.max(...texts.flatMap((cells) => cells[index]?.map(({ text }) => width(text)) ?? [0])),
  );
  const fixed = natural.slice(0, -1).reduce((sum, cells) => sum + cells + TABLE_GAP, 0);
  const widths = natural.map((cells, index) =>
    index === head.length - 1 ? Math.max(1, columns - fixed) : cells,
  );
  return texts.flatMap((cells, row) => {
    const filled = cells.map((list, index) => {
      const room = widths[index] ?? 1;
      const lines = list.flatMap((text) => wrapped(text, room, look));
      const shown = row === 0 ? lines.map((line) => theme.strong(line)) : lines;
      if (!numeric.includes(index)) return shown;
      return shown.map(
        (line) => ' '.repeat(Math.max(0, (natural[index] as number) - styledWidth(line))) + line,
      );
    });
    return sideBySide(filled, widths, ' '.repeat(TABLE_GAP));
  });
}

function columnRows({ cells, focus = -1 }: Columns, columns: number, around: Look): string[] {
  const { isUnwrapped: _, ...look } = around;
  const { theme } = look;
  const widths = widthsOf(cells.length, columns);
  const filled = cells.map((parts, index) => partRows(parts, widths[index] ?? 0, look));
  const bar = ` ${theme.glyph.vertical} `;
  return sideBySide(filled, widths, (index) =>
    index === focus || index === focus + 1 ? theme.accent(theme.dim(bar)) : theme.dim(bar),
  );
}

function cutRows({ lines: most, parts, isInset }: Cut, columns: number, look: Look): string[] {
  const pad = isInset ? ' '.repeat(INSET) : '';
  const rows = partRows(parts, columns - pad.length, look).map((row) => pad + row);
  // Where a note on what is left out would save no line, nothing is.
  if (look.isWhole || rows.length <= most + 1) return rows;
  const { ellipsis } = look.theme.glyph;
  const note = `${ellipsis} ${rows.length - most} more lines, Enter`;
  return [...rows.slice(0, most), pad + look.theme.dim(note)];
}

/** A text, and where what was searched for stands in it. */
type Best = { text: string; marks: readonly Range[] };

/** The text with the most of what was searched for. */
export function bestText(texts: readonly string[], terms: readonly string[]): Best | undefined {
  const scored = texts.map((text) => ({ text, marks: highlight(text, terms) }));
  return scored.reduce(
    (top, one) => (one.marks.length > (top?.marks.length ?? 0) ? one : top),
    scored[0],
  );
}

/** Cells of a name in a list of what was found, so that the texts beside begin below each other. */
const SNIPPET_NAME = 26;
/** Fewer cells for the text beside a name tell nothing: it stands on a line of its own. */
const SNIPPET_LEAST = 24;

/** Who, the words around the first find, where and when: in one line, or who and when above. */
function snippetRows({ title, note, texts }: Snippet, columns: number, look: Look): string[] {
  const { theme } = look;
  const name = styled(strong(title), theme);
  const best = bestText(texts, look.terms);
  const nameCells = Math.max(width(name.text), Math.min(SNIPPET_NAME, Math.floor(columns * 0.4)));
  const noteCells = note === '' ? 0 : width(note) + 2;
  const room = columns - nameCells - 2 - noteCells;
  const right = (used: number) =>
    note === '' ? '' : ' '.repeat(columns - used - width(note)) + theme.dim(note);
  if (room >= SNIPPET_LEAST || (best === undefined && room >= 0)) {
    const text = best ? excerpt(best, room, look) : '';
    const left = `${shortLine(name, nameCells, look)}${' '.repeat(nameCells - width(name.text))}  ${text}`;
    return [left + right(styledWidth(left))];
  }
  const lines = wrapped(name, columns, look);
  const used = styledWidth(lines.at(-1) ?? '');
  const head =
    used + noteCells <= columns
      ? [...lines.slice(0, -1), lines.at(-1) + right(used)]
      : [...lines, ...wrap(aside(note), columns, look, '', INSET)];
  const pad = ' '.repeat(INSET);
  return [...head, ...(best ? [pad + excerpt(best, columns - INSET, look)] : [])];
}

/** A line of a text, cut so that the first find is in sight. */
function excerpt({ text, marks }: Best, columns: number, look: Look): string {
  const { ellipsis } = look.theme.glyph;
  const first = marks[0]?.[0] ?? 0;
  let shown = text;
  if (width(text) > columns && width(text.slice(0, first)) > columns / 2) {
    // As much of the text as there is room for, most of it after the find.
    const least = Math.max(0, text.length - columns + ellipsis.length + 1);
    const from = text.indexOf(' ', Math.min(least, first - Math.floor(columns / 3))) + 1;
    shown = `${ellipsis} ${text.slice(Math.min(from, first))}`;
  }
  return short(shown, columns, look);
}
