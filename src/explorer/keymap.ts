/**
 * The one place where keys are bound. Footer, help, palette and the README's table come from it, and
 * a user's own keys are laid over it.
 */
import { editField } from './field.ts';
import type { ViewName } from './views/table.ts';

/**
 * Where a key is pressed: on a page, on one on which something was found, on one that a search led
 * to, in a line being typed (an empty one), in help or palette, in a terminal that is too small; or
 * at one view. A key is looked for in the special contexts first. In a line and in an overlay, a key
 * that types or edits does so first.
 */
export type KeyContext =
  | 'page'
  | 'match'
  | 'hit'
  | 'field'
  | 'empty-line'
  | 'overlay'
  | 'small'
  | ViewName;

type Line = {
  id: string;
  /** Key names as terminal/input.ts gives them; the first one is shown in the footer. */
  keys: readonly string[];
  /** What it does, for help and palette. */
  title: string;
  /** One or two words for the footer; absent where the footer does not show it. */
  short?: string;
  /** The opposite action, whose key the footer shows with it. */
  pair?: string;
  group: 'Move' | 'Find' | 'Compare' | 'Tray' | 'Overview' | 'Show' | 'Program';
  /** Where it is bound; on pages where absent. */
  in?: readonly KeyContext[];
};

/** In the order of the documentation. A context that stands further left in `contextsOf` wins. */
const TABLE = [
  {
    id: 'down',
    keys: ['down', 'j', 'ctrl-n'],
    title: 'Next line or statement',
    short: 'move',
    pair: 'up',
    group: 'Move',
    in: ['page', 'field', 'overlay'],
  },
  {
    id: 'up',
    keys: ['up', 'k', 'ctrl-p'],
    title: 'Previous line or statement',
    group: 'Move',
    in: ['page', 'field', 'overlay'],
  },
  {
    id: 'page-down',
    keys: ['pagedown', 'ctrl-f', 'ctrl-d'],
    title: 'A page down',
    group: 'Move',
    in: ['page', 'field', 'overlay'],
  },
  {
    id: 'page-up',
    keys: ['pageup', 'ctrl-b', 'ctrl-u'],
    title: 'A page up',
    group: 'Move',
    in: ['page', 'field', 'overlay'],
  },
  { id: 'home', keys: ['home', 'g'], title: 'To the beginning', group: 'Move' },
  { id: 'end', keys: ['end', 'G'], title: 'To the end', group: 'Move' },
  {
    id: 'open',
    keys: ['enter', 'right', 'l'],
    title: 'Open what is selected',
    short: 'open',
    group: 'Move',
    in: ['page', 'field', 'overlay'],
  },
  {
    id: 'back',
    keys: ['escape', 'left', 'h', '<'],
    title: 'One step back',
    short: 'back',
    group: 'Move',
    in: ['page', 'field', 'overlay'],
  },
  {
    id: 'forward',
    keys: ['>'],
    title: 'Forward again after a step back',
    group: 'Move',
  },
  { id: 'ladder', keys: ['H'], title: 'The ladder, where every way begins', group: 'Move' },
  {
    id: 'rung',
    keys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    title: 'Go to the rung of that number',
    group: 'Move',
    in: ['ladder', 'scenario', 'compare'],
  },
  { id: 'search', keys: ['/'], title: 'Search', short: 'search', group: 'Find' },
  {
    id: 'search-again',
    keys: ['r'],
    title: 'Reopen the last search',
    short: 'last search',
    group: 'Find',
  },
  {
    id: 'next-hit',
    keys: ['n'],
    title: 'Next hit of the search',
    short: 'next hit',
    pair: 'previous-hit',
    group: 'Find',
    in: ['hit'],
  },
  {
    id: 'previous-hit',
    keys: ['N'],
    title: 'Previous hit of the search',
    group: 'Find',
    in: ['hit'],
  },
  { id: 'find', keys: ["'"], title: 'Find on this page', short: 'find', group: 'Find' },
  {
    id: 'next-match',
    keys: ['n'],
    title: 'Next match on this page',
    short: 'next match',
    pair: 'previous-match',
    group: 'Find',
    in: ['match'],
  },
  {
    id: 'previous-match',
    keys: ['N'],
    title: 'Previous match on this page',
    group: 'Find',
    in: ['match'],
  },
  {
    id: 'filter',
    keys: ['F'],
    title: 'Filter: only a kind of person, a side, an outlet, a date',
    short: 'filter',
    group: 'Find',
  },
  { id: 'unfilter', keys: ['-'], title: 'Take the last filter away', group: 'Find' },
  {
    id: 'remove-chip',
    keys: ['x', 'ctrl-x'],
    title: 'Take away the last thing that a question was read as',
    short: 'less',
    group: 'Find',
    in: ['search'],
  },
  {
    id: 'recall',
    keys: ['up'],
    title: 'In an empty search line: the last search',
    group: 'Find',
    in: ['empty-line'],
  },
  {
    id: 'switch-focus',
    keys: ['tab', 'shift-tab'],
    title: 'Between the search line and the hits',
    short: 'line or hits',
    group: 'Find',
    in: ['search'],
  },
  {
    id: 'mark',
    keys: ['space'],
    title: 'Mark the scenario for comparison',
    short: 'mark',
    group: 'Compare',
  },
  {
    id: 'compare',
    keys: ['c'],
    title: 'Compare the marked scenarios',
    short: 'compare',
    group: 'Compare',
  },
  { id: 'clear-marks', keys: ['X'], title: 'Remove all marks', group: 'Compare' },
  {
    id: 'undo',
    keys: ['u'],
    title: 'Undo: bring back what was taken away',
    short: 'undo',
    group: 'Compare',
  },
  {
    id: 'next-column',
    keys: ['right', 'l', ']', 'tab'],
    title: 'Next column',
    short: 'column',
    pair: 'previous-column',
    group: 'Compare',
    in: ['compare', 'matrix'],
  },
  {
    id: 'previous-column',
    keys: ['left', 'h', '[', 'shift-tab'],
    title: 'Previous column',
    group: 'Compare',
    in: ['compare', 'matrix'],
  },
  {
    id: 'swap',
    keys: ['s'],
    title: 'Swap the scenario with the next one',
    short: 'swap',
    group: 'Compare',
    in: ['compare'],
  },
  {
    id: 'remove',
    keys: ['x'],
    title: 'Take it out of the comparison or the tray',
    short: 'remove',
    group: 'Compare',
    in: ['compare', 'tray'],
  },
  {
    id: 'put-aside',
    keys: ['b'],
    title: 'Put it aside in the tray, or take it out again',
    short: 'put aside',
    group: 'Tray',
  },
  {
    id: 'remark',
    keys: ['i'],
    title: 'Put it aside with a remark of your own',
    short: 'remark',
    group: 'Tray',
  },
  { id: 'tray', keys: ['B'], title: 'Tray: what was put aside', short: 'tray', group: 'Tray' },
  {
    id: 'later',
    keys: ['J'],
    title: 'In the tray: move it down',
    short: 'order',
    pair: 'earlier',
    group: 'Tray',
    in: ['tray'],
  },
  { id: 'earlier', keys: ['K'], title: 'In the tray: move it up', group: 'Tray', in: ['tray'] },
  {
    id: 'write-tray',
    keys: ['w'],
    title: 'Write the tray to a file, as a briefing in Markdown',
    short: 'write',
    group: 'Tray',
    in: ['tray'],
  },
  {
    id: 'copy-tray',
    keys: ['W'],
    title: 'Copy the tray as a briefing in Markdown',
    short: 'copy all',
    group: 'Tray',
    in: ['tray'],
  },
  {
    id: 'matrix',
    keys: ['m'],
    title: 'Matrix: who stands where on everything',
    short: 'matrix',
    group: 'Overview',
  },
  {
    id: 'figures',
    keys: ['f'],
    title: 'Figures: who says how many',
    short: 'figures',
    group: 'Overview',
  },
  {
    id: 'timeline',
    keys: ['t'],
    title: 'Timeline: what happened when',
    short: 'timeline',
    group: 'Overview',
  },
  {
    id: 'people',
    keys: ['p'],
    title: 'People: who speaks, by kind',
    short: 'people',
    group: 'Overview',
  },
  {
    id: 'relations',
    keys: ['a'],
    title: 'Arrows: which scenario would bring which',
    short: 'arrows',
    group: 'Overview',
  },
  {
    id: 'waiting',
    keys: ['w'],
    title: 'Waiting: what was brought in and nobody has accepted yet',
    short: 'waiting',
    group: 'Overview',
  },
  {
    id: 'accept',
    keys: ['+'],
    title: 'Accept the statement',
    short: 'accept',
    group: 'Overview',
    in: ['waiting'],
  },
  {
    id: 'reject',
    keys: ['-'],
    title: 'Reject the statement: it is taken out of the pack',
    short: 'reject',
    group: 'Overview',
    in: ['waiting'],
  },
  {
    id: 'rows',
    keys: ['v'],
    title: 'Rows: speakers or statements, events or all that is dated',
    short: 'rows',
    group: 'Overview',
    in: ['matrix', 'timeline'],
  },
  {
    id: 'sort',
    keys: ['s'],
    title: 'Sort: by kind, name, positions, changes of side',
    short: 'sort',
    group: 'Overview',
    in: ['matrix'],
  },
  {
    id: 'only',
    keys: ['o'],
    title: 'Only speakers of one kind',
    short: 'only',
    group: 'Overview',
    in: ['matrix'],
  },
  {
    id: 'article',
    keys: ['A'],
    title: 'The article itself, at this passage',
    short: 'article',
    group: 'Show',
  },
  {
    id: 'language',
    keys: ['L'],
    title: 'Language: original and translation, original, translation',
    short: 'language',
    group: 'Show',
  },
  {
    id: 'copy',
    keys: ['y'],
    title: 'Copy the quote with its citation',
    short: 'copy',
    group: 'Show',
  },
  {
    id: 'copy-table',
    keys: ['W'],
    title: 'Copy the whole comparison as a table',
    short: 'copy all',
    group: 'Show',
    in: ['compare'],
  },
  { id: 'copy-address', keys: ['Y'], title: 'Copy the address of this place', group: 'Show' },
  {
    id: 'edit',
    keys: ['e'],
    title: 'Open it in your editor, in the files of a pack of your own',
    short: 'edit',
    group: 'Show',
  },
  {
    id: 'help',
    keys: ['?', 'f1'],
    title: 'Help: all keys',
    short: 'help',
    group: 'Program',
    in: ['page', 'field', 'overlay'],
  },
  {
    id: 'palette',
    keys: [':', 'ctrl-k'],
    title: 'Palette: every action by name',
    group: 'Program',
    in: ['page', 'field', 'overlay'],
  },
  {
    id: 'suspend',
    keys: ['ctrl-z'],
    title: 'Suspend; fg comes back',
    group: 'Program',
    in: ['page', 'field', 'overlay', 'small'],
  },
  {
    id: 'quit',
    keys: ['q'],
    title: 'Quit; with --print, with what is selected',
    short: 'quit',
    group: 'Program',
    in: ['page', 'small'],
  },
  {
    id: 'interrupt',
    keys: ['ctrl-c'],
    title: 'Quit at once',
    group: 'Program',
    in: ['page', 'field', 'overlay', 'small'],
  },
] as const satisfies readonly Line[];

export type ActionId = (typeof TABLE)[number]['id'];
export type Binding = Line & { id: ActionId; pair?: ActionId };
export type KeyTable = readonly Binding[];

/** The keys where nobody has laid their own over them. */
export const KEYMAP: KeyTable = TABLE;

const SHOWN = new Map(
  Object.entries({
    down: '↓',
    up: '↑',
    left: '←',
    right: '→',
    enter: 'Enter',
    escape: 'Esc',
    space: 'Space',
    pagedown: 'PgDn',
    pageup: 'PgUp',
    home: 'Home',
    end: 'End',
    tab: 'Tab',
    'shift-tab': 'Shift-Tab',
    backspace: 'Backspace',
  }),
);

/** A key as people read it: "Ctrl-K", "Esc", "↓", "j". */
export function keyLabel(key: string, ascii = false): string {
  const shown = SHOWN.get(key);
  if (shown !== undefined) return ascii && /[←-↓]/.test(shown) ? key : shown;
  if (/^f\d+$/.test(key)) return key.toUpperCase();
  return key.replace(/^(ctrl|alt)-(.)/, (_, modifier: string, letter: string) => {
    return `${modifier.charAt(0).toUpperCase()}${modifier.slice(1)}-${letter.toUpperCase()}`;
  });
}

/** The keys of a binding for help and documentation; the digits as a range. */
export function keysLabel({ id, keys }: Binding, ascii = false): string {
  if (id === 'rung') return '0 … 9'.replace('…', ascii ? '-' : '…');
  return keys.map((key) => keyLabel(key, ascii)).join('  ');
}

/** The line of a key table for an action. */
export function bindingOf(keymap: KeyTable, id: ActionId): Binding {
  return keymap.find((binding) => binding.id === id) as Binding;
}

/** Where an action is bound. */
export const contextsIn = (binding: Binding): readonly KeyContext[] => binding.in ?? ['page'];

/** Whether a key would be typed, or edit, where text is typed. */
export function isTyped(key: string): boolean {
  const isText = key === 'space' || [...key].length === 1;
  return isText || editField({ text: '', caret: 0 }, key) !== undefined;
}

const ARROWS = /^[←-↓]$/;

/**
 * The key of an action for the footer, with that of its opposite: "↑↓", "n N", "Enter".
 *
 * @param isTyping whether keys that type do not count
 */
export function footerLabel(
  keymap: KeyTable,
  id: ActionId,
  { ascii = false, isTyping = false } = {},
): string {
  const keyOf = (one: ActionId) => {
    const { keys } = bindingOf(keymap, one);
    return (isTyping ? keys.find((key) => !isTyped(key)) : undefined) ?? keys[0] ?? '';
  };
  const { pair } = bindingOf(keymap, id);
  const label = keyLabel(keyOf(id));
  if (pair === undefined) return keyLabel(keyOf(id), ascii);
  const other = keyLabel(keyOf(pair));
  if (!ARROWS.test(label) || !ARROWS.test(other)) return `${label} ${other}`;
  return ascii ? `${keyOf(pair)}/${keyOf(id)}` : other + label;
}
