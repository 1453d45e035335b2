/** The explorer for screen readers: no boxes, no columns, what is selected said in words. */
import { focusedPane, GUTTER, panes } from '../explorer/panes.ts';
import type { Place, State, World } from '../explorer/state.ts';
import type { Explorer } from '../explorer/update.ts';
import { type Layout, nextStop, settle } from '../explorer/viewport.ts';
import type { Stance } from '../pack/schema.ts';
import { makeTheme, type Theme } from '../terminal/theme.ts';
import { AXIS_QUESTIONS, KIND_LABELS, stanceLabel } from '../view/labels.ts';
import type { Target } from '../view/look.ts';
import { relationSentence } from '../view/relations.ts';
import { countLabel } from '../view/search.ts';

/** One pane, comparisons one below the other, and steps that never stop inside a text. */
export const SPOKEN_SIZE: State['size'] = { columns: 71, rows: 10_000 };

/** Where nothing stands side by side, a sentence is one line, and nothing is shortened. */
const LONG_LINES = 500;
/** Narrow enough for a timeline without an axis. */
const NO_AXIS = 50;

function lineColumns({ view }: Place): number {
  if (view === 'timeline') return NO_AXIS;
  const isChart = view === 'compare' || view === 'figures' || view === 'matrix';
  return isChart ? SPOKEN_SIZE.columns - GUTTER : LONG_LINES;
}

/** Marks as words, lines as nothing. */
export function spokenTheme(): Theme {
  const plain = makeTheme(0, true);
  return {
    ...plain,
    glyph: {
      ...plain.glyph,
      selected: '',
      marked: '',
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
  const said = state.overlay ? overlayLines(state, explorer) : placeLines(state, explorer, world);
  return [...noticeLines(state), ...said, 'Question mark for help.']
    .map(inWords)
    .filter((line) => line !== '');
}

/** What was just done; a table that was copied is not read out. */
function noticeLines({ notice }: State): string[] {
  if (!notice) return [];
  const lines = notice.text.split('\n');
  return lines.length === 1
    ? [notice.title, notice.text]
    : [`${notice.title} ${lines.length} lines`];
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
    [title, typed, position(shown.layout, selected)].filter(Boolean).join(', '),
    ...portion(shown.layout, selected),
  ];
}

function placeLines(state: State, explorer: Explorer, world: World): string[] {
  const { spot } = focusedPane(panes(state, explorer.pages));
  const page = explorer.pages.page(state, spot.place, lineColumns(spot.place));
  const { selected } = settle(page.layout, spot.cursor, SPOKEN_SIZE.rows);
  const target = page.layout.block(selected)?.target;
  const words = target ? selectedWords(spot.place, target, state, world) : {};
  const lines = [
    [page.title, position(page.layout, selected), words.lead].filter(Boolean).join(', '),
  ];
  if (spot.place.view === 'search') lines.push(...searchWords(state, spot.place, explorer));
  if (spot.place.view === 'compare') lines.push(...page.pinned);
  return [...lines, ...portion(page.layout, selected, words.instead)];
}

function searchWords(
  state: State,
  { field }: Extract<Place, { view: 'search' }>,
  explorer: Explorer,
): string[] {
  const { text } = field;
  if (text === '') return ['Nothing typed yet.'];
  return [`Typed: ${text}`, countLabel(explorer.pages.result(state, text))];
}

/** "3 of 12", among what can be selected. */
function position(layout: Layout, selected: number): string {
  if (!layout.isStop(selected)) return '';
  return `${layout.stopsBefore(selected) + 1} of ${layout.stopsBefore(layout.count)}`;
}

/** The selected block with what stands before it since the last one, and after it at the end. */
function portion(layout: Layout, selected: number, instead?: readonly string[]): string[] {
  const from = (nextStop(layout, selected, -1) ?? -1) + 1;
  const isLast = nextStop(layout, selected, 1) === undefined;
  const to = isLast ? layout.count : selected + 1;
  return Array.from({ length: to - from }, (_, offset) => from + offset).flatMap((index) =>
    index === selected && instead ? instead : layout.linesOf(index),
  );
}

type Words = { lead?: string; instead?: string[] };

/** What a sighted reader gets from where a block stands: its side, its row and column of a chart. */
function selectedWords(place: Place, { view, id }: Target, state: State, world: World): Words {
  const { library } = world;
  if (place.view === 'scenario' && view === 'statement') {
    const here = library.statement(id).stances.filter(({ scenario }) => scenario === place.id);
    return { lead: here.map(stanceLabel).join(', ') };
  }
  if (place.view === 'ladder' && view === 'scenario')
    return { instead: rungWords(id, state, world) };
  if (place.view === 'relations' && view === 'scenario') {
    const links = library.relationsOf(id).map((relation) => relationSentence(relation, library));
    return { instead: [library.scenario(id).title, ...(links.length > 0 ? links : ['No link.'])] };
  }
  const isChart = place.view === 'matrix' || place.view === 'people';
  if (isChart && view === 'person') {
    const { name, kind } = library.person(id);
    const stances = library.statementsOf(id).flatMap((statement) => statement.stances);
    return { instead: [`${name}, ${KIND_LABELS[kind]}`, ...stanceWords(stances, world)] };
  }
  if (isChart && view === 'statement') {
    const { summary, stances } = library.statement(id);
    return { instead: [summary, ...stanceWords(stances, world)] };
  }
  return {};
}

function rungWords(id: string, { marks }: State, { library }: World): string[] {
  const { rung, title, variantOf } = library.scenario(id);
  const { favours, opposes, expects, possible, doubts } = library.tally(id);
  const kind = variantOf ? `, a kind of ${library.scenario(variantOf).title}` : '';
  return [
    `Rung ${rung}: ${title}${kind}${marks.includes(id) ? ', marked' : ''}`,
    `${AXIS_QUESTIONS.normative} ${favours} for, ${opposes} against.`,
    `${AXIS_QUESTIONS.predictive} ${expects} yes, ${possible} maybe, ${doubts} no.`,
  ];
}

/** "NATO ground troops: should it? opposes it", each once. */
function stanceWords(stances: readonly Stance[], { library }: World): string[] {
  const said = stances.map(
    (stance) => `${library.scenario(stance.scenario).title}: ${stanceLabel(stance)}`,
  );
  return [...new Set(said)];
}
