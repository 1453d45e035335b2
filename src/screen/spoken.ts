/** The explorer for screen readers: no boxes, no columns, what is selected said in words. */
import { focusedPane, GUTTER, panes } from '../explorer/panes.ts';
import type { Place, State, World } from '../explorer/state.ts';
import type { Explorer } from '../explorer/update.ts';
import { type Layout, settle } from '../explorer/viewport.ts';
import { makeTheme, type Theme } from '../terminal/theme.ts';
import { AXIS_QUESTIONS, stanceLabel } from '../view/labels.ts';
import { countLabel } from '../view/search.ts';

/** One pane, comparisons one below the other, and steps that never stop inside a text. */
export const SPOKEN_SIZE: State['size'] = { columns: 71, rows: 10_000 };

/** Marks as words, lines as nothing. */
export function spokenTheme(): Theme {
  const plain = makeTheme(0, true);
  return {
    ...plain,
    glyph: {
      ...plain.glyph,
      selected: '',
      marked: 'marked',
      rung: '',
      vertical: '',
      horizontal: '',
      cross: '',
      favours: 'for:',
      opposes: 'against:',
      expects: 'yes:',
      possible: 'maybe:',
      doubts: 'no:',
      leader: '',
      none: 'none',
      above: '',
      below: '',
      shared: 'also elsewhere:',
      arrow: 'to',
    },
  };
}

/** What is said in this state: what was just done, where one is, what is selected. */
export function spokenLines(state: State, explorer: Explorer, world: World): string[] {
  const { notice } = state;
  const told = notice ? [notice.title, ...notice.text.split('\n')] : [];
  const said = state.overlay ? overlayLines(state, explorer) : placeLines(state, explorer, world);
  return [...told, ...said, 'Question mark for help.'].map(inWords).filter((line) => line !== '');
}

/** Columns become commas; what is left of lines and boxes goes. */
function inWords(line: string): string {
  return line.trim().replaceAll(/ {2,}/g, ', ');
}

function overlayLines(state: State, explorer: Explorer): string[] {
  const { overlay } = state;
  const shown = explorer.overlay(state);
  if (!overlay || !shown) return [];
  const title = overlay.kind === 'help' ? 'Help' : 'Actions';
  const typed = overlay.field.text === '' ? 'type to filter' : `typed: ${overlay.field.text}`;
  const { selected } = settle(shown.layout, overlay.cursor, shown.height);
  return [
    `${title}, ${typed}, ${position(shown.layout, selected)}`,
    ...portion(shown.layout, selected),
  ];
}

function placeLines(state: State, explorer: Explorer, world: World): string[] {
  const { spot } = focusedPane(panes(state, explorer.pages));
  const page = explorer.pages.page(state, spot.place, SPOKEN_SIZE.columns - GUTTER);
  const { selected } = settle(page.layout, spot.cursor, SPOKEN_SIZE.rows);
  const target = page.layout.blocks[selected]?.target;
  const words = target ? selectedWords(spot.place, target, state, world) : {};
  const lines = [
    [page.title, position(page.layout, selected), words.lead].filter(Boolean).join(', '),
  ];
  if (spot.place.view === 'search') lines.push(...searchWords(spot.place, explorer));
  if (spot.place.view === 'compare') lines.push(...page.pinned);
  return [...lines, ...portion(page.layout, selected, words.instead)];
}

function searchWords({ field }: Extract<Place, { view: 'search' }>, explorer: Explorer): string[] {
  const { text } = field;
  if (text === '') return ['Nothing typed yet.'];
  return [`Typed: ${text}`, countLabel(explorer.pages.result(text))];
}

/** "3 of 12", among what can be selected. */
function position({ blocks }: Layout, selected: number): string {
  const stops = stopsOf(blocks);
  const at = stops.indexOf(selected);
  return at === -1 ? '' : `${at + 1} of ${stops.length}`;
}

function stopsOf(blocks: Layout['blocks']): number[] {
  return blocks.flatMap(({ target, isEntry }, index) => (target || isEntry ? [index] : []));
}

/** The selected block with what stands before it since the last one, and after it at the end. */
function portion(layout: Layout, selected: number, instead?: readonly string[]): string[] {
  const stops = stopsOf(layout.blocks);
  const at = stops.indexOf(selected);
  const from = (stops[at - 1] ?? -1) + 1;
  const to = at === stops.length - 1 ? layout.blocks.length : selected + 1;
  return layout.blocks
    .slice(from, to)
    .flatMap((_, index) =>
      from + index === selected && instead ? instead : layout.linesOf(from + index),
    );
}

type Words = { lead?: string; instead?: string[] };

/** What a sighted reader gets from where a block stands: its side, the numbers in its row. */
function selectedWords(
  place: Place,
  target: { view: string; id: string },
  state: State,
  { library }: World,
): Words {
  if (place.view === 'scenario' && target.view === 'statement') {
    const stances = library.statement(target.id).stances;
    const here = stances.filter(({ scenario }) => scenario === place.id).map(stanceLabel);
    return { lead: here.join(', ') };
  }
  if (place.view !== 'ladder' || target.view !== 'scenario') return {};
  const { rung, title, variantOf } = library.scenario(target.id);
  const { favours, opposes, expects, possible, doubts } = library.tally(target.id);
  const kind = variantOf ? `, a kind of ${library.scenario(variantOf).title}` : '';
  const mark = state.marks.includes(target.id) ? ', marked' : '';
  return {
    instead: [
      `Rung ${rung}: ${title}${kind}${mark}`,
      `${AXIS_QUESTIONS.normative} ${favours} for, ${opposes} against.`,
      `${AXIS_QUESTIONS.predictive} ${expects} yes, ${possible} maybe, ${doubts} no.`,
    ],
  };
}
