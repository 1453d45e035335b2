/** Documents as rows of a terminal: the one place where their parts are wrapped and painted. */
import type {
  Block,
  Columns,
  Cut,
  Fact,
  Heading,
  Item,
  Labelled,
  Part,
  Prose,
  Snippet,
  Table,
  Words,
} from '../document/document.ts';
import { highlight } from '../search/highlight.ts';
import { shorten, styledWidth, width, wrapRanges } from '../terminal/text.ts';
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
  switch (part.kind) {
    case 'heading':
      return headingRows(part, columns, look);
    case 'prose':
      return proseRows(part, columns, look);
    case 'item':
      return itemRows(part, columns, look);
    case 'fact':
      return factRows(part, columns, look);
    case 'table':
      return tableRows(part, columns, look);
    case 'columns':
      return columnRows(part, columns, look);
    case 'cut':
      return cutRows(part, columns, look);
    case 'snippet':
      return snippetRows(part, columns, look);
    case 'labelled':
      return labelledRows(part, columns, look);
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
};

function factRows(
  { label, text, of = 'record', aside: right = '', lines: most = Infinity }: Fact,
  columns: number,
  look: Look,
): string[] {
  const { theme } = look;
  const { cells, least } = LABELS[of];
  const paint = { record: theme.dim, query: (one: string) => one, keys: theme.key }[of];
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
      const shown = row === 0 ? lines.map(theme.strong) : lines;
      if (!numeric.includes(index)) return shown;
      return shown.map(
        (line) => ' '.repeat(Math.max(0, (natural[index] as number) - styledWidth(line))) + line,
      );
    });
    return sideBySide(filled, widths, ' '.repeat(TABLE_GAP));
  });
}

function columnRows({ cells, focus = -1 }: Columns, columns: number, look: Look): string[] {
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

/** Cells of the label at the left, where there is room for one. */
const LABEL_CELLS = 11;

function labelledRows({ label, parts }: Labelled, columns: number, look: Look): string[] {
  if (columns < 50) return partRows(parts, columns, look);
  const shown = look.theme.dim(cell(label, LABEL_CELLS, look));
  return partRows(parts, columns - LABEL_CELLS, look).map((row, index) =>
    row === '' ? row : (index === 0 ? shown : ' '.repeat(LABEL_CELLS)) + row,
  );
}

/** The text with the most of what was searched for, and where that stands in it. */
export function bestText(texts: readonly string[], terms: readonly string[]) {
  const scored = texts.map((text) => ({ text, marks: highlight(text, terms) }));
  return scored.reduce(
    (top, one) => (one.marks.length > (top?.marks.length ?? 0) ? one : top),
    scored[0],
  );
}

/** That text, cut so that the first find is in sight. */
function snippetRows({ texts, lines: most }: Snippet, columns: number, look: Look): string[] {
  const best = bestText(texts, look.terms);
  if (!best) return [];
  const room = columns * most - 2;
  const { ellipsis } = look.theme.glyph;
  const first = best.marks[0]?.[0] ?? 0;
  let text = best.text;
  if (text.length > room && first > room / 2) {
    const from = text.indexOf(' ', Math.min(first - room / 3, text.length - room)) + 1;
    text = `${ellipsis} ${text.slice(from)}`;
  }
  const ranges = wrapRanges(text, columns);
  if (ranges.length > most) {
    const [start, end] = ranges[most - 1] ?? [0, text.length];
    const last = text.lastIndexOf(' ', end - ellipsis.length - 1);
    text = `${text.slice(0, Math.max(last, start))} ${ellipsis}`;
  }
  return wrap(text, columns, look).slice(0, most);
}
