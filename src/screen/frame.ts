/** The explorer's state as rows of a screen, each of at most its width. */
import type { Field } from '../explorer/field.ts';
import { pageRows } from '../explorer/focus.ts';
import { footerActions } from '../explorer/footer.ts';
import { type ActionId, bindingOf, keyLabel } from '../explorer/keymap.ts';
import { titleOf } from '../explorer/pages.ts';
import {
  bodyRows,
  DIVIDER,
  GUTTER,
  isTooSmall,
  type Pane,
  panes,
  SMALLEST,
} from '../explorer/panes.ts';
import { here, type Place, type State, type World } from '../explorer/state.ts';
import type { Explorer } from '../explorer/update.ts';
import {
  type Cursor,
  hasMore,
  type Layout,
  settle,
  type VisibleLine,
  windowOf,
} from '../explorer/viewport.ts';
import { graphemes, shorten, styledWidth, width, wrap } from '../terminal/text.ts';
import type { Glyphs } from '../terminal/theme.ts';
import { agoLabel, dateLabel } from '../view/dates.ts';
import { rungNote } from '../view/ladder.ts';
import { plural } from '../view/look.ts';
import { countLabel } from '../view/search.ts';

/** As many rows as the terminal has, styled. */
export function frame(state: State, explorer: Explorer, world: World): string[] {
  const { columns, rows } = state.size;
  if (isTooSmall(state)) return tooSmall(state);
  const notice = noticeRows(state, world);
  const room = rows - 2 - notice.length;
  const body = state.overlay
    ? overlayRows(state, explorer, world)
    : joinPanes(
        panes(state, explorer.pages).map((pane) => paneRows(pane, state, explorer, world)),
        room,
        world,
      );
  const shown = body.slice(0, room);
  while (shown.length < room) shown.push('');
  return [headerRow(state, world), ...shown, ...notice, footerRow(state, explorer, world)].map(
    (row) => (styledWidth(row) > columns ? shorten(row, columns) : row),
  );
}

function tooSmall({ size }: State): string[] {
  const text = `too small: ${SMALLEST.columns}×${SMALLEST.rows} or more, please; q quits`;
  const lines = wrap(text, Math.max(1, size.columns)).slice(0, size.rows);
  return [...lines, ...Array.from({ length: Math.max(0, size.rows - lines.length) }, () => '')];
}

/** Where one is at the left, what the pack is and how old at the right. */
function headerRow(state: State, world: World): string {
  const { theme, library } = world;
  const { columns } = state.size;
  const { pack, sources } = library.data;
  const ago = agoLabel(pack.asOf, world.now());
  const language = { both: 'DE+EN', de: 'DE', en: 'EN' }[state.language];
  const marks = state.marks.length > 0 ? `${theme.glyph.marked} ${state.marks.length} marked` : '';
  const asOf = `${dateLabel(pack.asOf)}${ago ? `, ${ago}` : ''}`;
  const facts = [marks, plural(sources.length, 'source'), asOf, language].filter(Boolean);
  const titles = state.trail.map(({ place }) => titleOf(place, library));
  const name = ' rungs  ';
  const least = Math.min(width(titles.at(-1) ?? ''), columns - name.length) + 3;
  const right = [facts, facts.slice(-2), facts.slice(-1), []].find(
    (list) => width(list.join('  ')) + name.length + least <= columns,
  );
  const end = (right ?? []).join('  ');
  const room = columns - name.length - width(end) - 3;
  const trail = fitTrail(titles, room, theme.glyph);
  const gap = ' '.repeat(
    Math.max(1, columns - name.length - width(trail.join('')) - width(end) - 1),
  );
  const path = theme.dim(trail[0] ?? '') + theme.strong(trail[1] ?? '');
  return theme.accent(name) + path + gap + theme.dim(end);
}

/** The way one came and the place one is at; the beginning of the way gives room first. */
function fitTrail(
  titles: readonly string[],
  room: number,
  { ellipsis, step }: Glyphs,
): [string, string] {
  const last = shorten(titles.at(-1) ?? '', room, ellipsis);
  const arrow = ` ${step} `;
  let way = '';
  for (const title of titles.slice(0, -1).reverse()) {
    const longer = `${title}${arrow}${way}`;
    if (width(longer) + width(last) > room) {
      const short = `${ellipsis}${arrow}${way}`;
      return width(short) + width(last) <= room ? [short, last] : [way, last];
    }
    way = longer;
  }
  return [way, last];
}

/** Stands for a selected block where none is to be shown as selected. */
const NOTHING = -1;

type Rows = { rows: string[]; columns: number };

/** A page in its pane: pinned lines, the lines in sight, and at both ends what is beyond. */
function paneRows(pane: Pane, state: State, explorer: Explorer, world: World): Rows {
  const { columns, spot } = pane;
  const page = explorer.pages.page(state, spot.place, columns - GUTTER);
  const height = pageRows(state, page, spot.place);
  const cursor = settle(page.layout, spot.cursor, height);
  const pinned = page.pinned.map((line) => ' '.repeat(GUTTER) + line);
  const search =
    spot.place.view === 'search' ? searchRows(spot.place, pane, state, explorer, world) : [];
  const shown = pane.isPreview ? { ...cursor, selected: NOTHING } : cursor;
  const rows = withEnds(page.layout, shown, height, pane, world);
  const note = rungNoteRows(pane, page.layout, cursor, state, world);
  const all = [rows[0] ?? '', ...search, ...pinned, ...rows.slice(1)];
  const isRoom = all.length + note.length <= bodyRows(state) + 2;
  if (note.length > 0 && isRoom) {
    while (all.length + note.length < bodyRows(state) + 2) all.push('');
    all.push(...note);
  }
  return { rows: all, columns };
}

/** What the selected rung says, below the ladder where that stands alone and leaves room. */
function rungNoteRows(
  { columns, spot }: Pane,
  layout: Layout,
  cursor: Cursor,
  state: State,
  { library, theme, now }: World,
): string[] {
  const target = layout.block(cursor.selected)?.target;
  const isAlone = spot.place.view === 'ladder' && columns === state.size.columns;
  if (!isAlone || state.notice || !target) return [];
  const look = { library, theme, language: state.language, terms: [], now: now() };
  return rungNote(library.scenario(target.id), columns - 2 * GUTTER, look).map(
    (line) => ' '.repeat(GUTTER) + line,
  );
}

/** The lines in sight between a row that tells what is above and one that tells what is below. */
function withEnds(
  layout: Layout,
  cursor: Cursor,
  height: number,
  { columns, isFocused }: Pick<Pane, 'columns' | 'isFocused'>,
  world: World,
): string[] {
  const { glyph } = world.theme;
  const { lines, above, below } = windowOf(layout, cursor, height);
  const isScrolled = cursor.top.block > 0 || cursor.top.line > 0;
  const sign = (mark: string, count: number) => {
    const text = count > 0 ? `${mark} ${count} more` : `${mark} more`;
    return ' '.repeat(Math.max(0, columns - width(text))) + world.theme.dim(text);
  };
  return [
    isScrolled ? sign(glyph.above, above) : '',
    ...windowRows(lines, layout, cursor.selected, isFocused, world),
    ...(hasMore(layout, cursor, height) ? [sign(glyph.below, below)] : []),
  ];
}

/**
 * Lines with their gutter: the selected block is marked by a character and by colour; beside the
 * pane in focus, the one that the way led through, by a line alone.
 */
function windowRows(
  lines: readonly VisibleLine[],
  layout: Layout,
  selected: number,
  isFocused: boolean,
  { theme }: World,
): string[] {
  const paint = isFocused ? theme.accent : theme.dim;
  return lines.map(({ text, block, line }) => {
    if (block !== selected || !layout.isStop(block)) return ' '.repeat(GUTTER) + text;
    const texts = layout.linesOf(block);
    const isAir = text === '' && (line === 0 || line === texts.length - 1);
    if (isAir) return '';
    const first = texts.findIndex((one) => one !== '');
    const mark = line === first && isFocused ? theme.glyph.selected : theme.glyph.vertical;
    const isRow = texts.length === 1 && isFocused;
    return `${paint(mark)} ${isRow ? theme.strong(text) : text}`;
  });
}

/** The line one types in, the caret in it, and how many hits there are. */
function searchRows(
  { field, isTyping }: Extract<Place, { view: 'search' }>,
  pane: Pane,
  state: State,
  explorer: Explorer,
  world: World,
): string[] {
  const { theme } = world;
  const result = explorer.pages.result(state, field.text);
  const count = state.asked === undefined ? countLabel(result) : 'searching';
  const room = pane.columns - width('/ ') - width(count) - 2;
  const line = fieldLine(field, room, isTyping && !state.overlay, world);
  const start = `${theme.accent('/')} ${line}`;
  const gap = pane.columns - styledWidth(start) - width(count);
  return [start + ' '.repeat(Math.max(0, gap)) + theme.dim(count), ''];
}

/** The part of a field around its caret that fits into a number of cells. */
function fieldLine(
  { text, caret }: Field,
  columns: number,
  isActive: boolean,
  { theme }: World,
): string {
  const { ellipsis } = theme.glyph;
  if (!isActive) return shorten(text, columns, ellipsis);
  const characters = [...graphemes(text)].map(({ index, length }) => ({
    index,
    text: text.slice(index, index + length),
  }));
  const before = characters.filter(({ index }) => index < caret).map((one) => one.text);
  const [under = ' ', ...after] = characters
    .filter(({ index }) => index >= caret)
    .map((one) => one.text);
  // Without colours the caret is a character of its own.
  const cursor = theme.cursor(under);
  const bar = cursor === under ? `_${under.trim()}` : cursor;
  const room = columns - styledWidth(bar);
  let start = before.join('');
  if (width(start) > room) {
    while (before.length > 0 && width(start) > room - ellipsis.length) {
      before.shift();
      start = before.join('');
    }
    start = ellipsis + start;
  }
  return start + bar + shorten(after.join(''), room - width(start), ellipsis);
}

function joinPanes(list: readonly Rows[], height: number, { theme }: World): string[] {
  const [first] = list;
  if (first && list.length === 1) return first.rows;
  const side = Math.floor(DIVIDER / 2);
  const divider =
    ' '.repeat(side) + theme.dim(theme.glyph.vertical) + ' '.repeat(DIVIDER - side - 1);
  return Array.from({ length: height }, (_, index) =>
    list
      .map(({ rows, columns }, at) => {
        const row = rows[index] ?? '';
        if (at === list.length - 1) return row;
        return row + ' '.repeat(Math.max(0, columns - styledWidth(row)));
      })
      .join(divider),
  );
}

function overlayRows(state: State, explorer: Explorer, world: World): string[] {
  const { theme } = world;
  const { overlay } = state;
  const shown = explorer.overlay(state);
  if (!overlay || !shown) return [];
  const { layout, height } = shown;
  const isMenu = layout.block(0)?.isEntry === true;
  const selected = isMenu ? settle(layout, overlay.cursor, height).selected : NOTHING;
  const isWide = state.size.columns >= 72;
  const help = isWide ? 'Help: type to filter, a key or a word' : 'Help';
  const title = overlay.kind === 'palette' ? 'Action' : help;
  const cursor = { ...settle(layout, overlay.cursor, height), selected };
  const pane = { columns: state.size.columns - GUTTER, isFocused: true };
  const [above = '', ...rows] = withEnds(layout, cursor, height, pane, world);
  const field = fieldLine(overlay.field, pane.columns - width(title) - 4, true, world);
  return [above, `  ${theme.accent(title)}  ${field}`, '', ...rows];
}

/** What was just done, in full: copied text is shown whole as far as there is room. */
function noticeRows({ notice, size }: State, { theme }: World): string[] {
  if (!notice) return [];
  const paint = notice.tone === 'warn' ? theme.warn : theme.accent;
  const most = Math.max(1, Math.floor((size.rows - 3) / 2));
  const title = wrap(notice.title, size.columns - 4).map((line) => `  ${paint(line)}`);
  const text = notice.text === '' ? [] : wrap(notice.text, size.columns - 4);
  const room = Math.max(0, most - title.length);
  const cut = text.length - room;
  const shown = text.slice(0, cut > 0 ? Math.max(0, room - 1) : room).map((line) => `  ${line}`);
  if (cut > 0 && room > 0)
    shown.push(theme.dim(`  ${theme.glyph.ellipsis} ${cut + 1} more lines, copied whole`));
  const line = theme.dim(theme.glyph.horizontal.repeat(size.columns));
  return [line, ...title, ...shown];
}

/** Actions that the footer shows together with their opposite. */
const PAIRS: Partial<Record<ActionId, [string, string]>> = {
  down: ['↑↓', 'up/down'],
  'next-column': ['←→', 'left/right'],
  'next-hit': ['n N', 'n N'],
};

/** The keys that work here and now; one that can do nothing here is dim. */
function footerRow(state: State, explorer: Explorer, world: World): string {
  const { theme } = world;
  const ids = footerActions(state);
  const items = ids.flatMap((id) => {
    const available = explorer.availability(state, id);
    const { short, keys } = bindingOf(id);
    if (available === undefined && !state.overlay) return [];
    const pair = PAIRS[id]?.[theme.isAscii ? 1 : 0];
    const label = pair ?? keyLabel(keys[0] ?? '', theme.isAscii);
    const plain = `${label} ${short ?? ''}`;
    const isOn = available !== false || state.overlay !== undefined;
    return [
      { id, cells: width(plain), text: isOn ? `${theme.key(label)} ${short}` : theme.dim(plain) },
    ];
  });
  const isKept = (id: string) => id === 'help' || id === 'quit' || id === 'back';
  let used = items.reduce((sum, { cells }) => sum + cells + 2, 1);
  for (let index = items.length - 1; index > 0 && used > state.size.columns; index -= 1) {
    const item = items[index];
    if (!item || isKept(item.id)) continue;
    used -= item.cells + 2;
    items.splice(index, 1);
  }
  if (here(state).place.view === 'search' && items.length > 0 && used + 9 <= state.size.columns) {
    const typing = here(state).place;
    if (typing.view === 'search' && typing.isTyping && !state.overlay) {
      items.push({ id: 'help', cells: 7, text: `${theme.key('F1')} help` });
    }
  }
  return ` ${items.map(({ text }) => text).join('  ')}`;
}
