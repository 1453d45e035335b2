/**
 * The one place where keys are bound. Footer, help, palette and the README's table come from it.
 */
import type { Effect, State } from './state.ts';

export type ActionId =
  | 'down'
  | 'up'
  | 'page-down'
  | 'page-up'
  | 'home'
  | 'end'
  | 'open'
  | 'back'
  | 'rung'
  | 'search'
  | 'search-again'
  | 'next-hit'
  | 'previous-hit'
  | 'switch-focus'
  | 'mark'
  | 'clear-marks'
  | 'compare'
  | 'next-column'
  | 'previous-column'
  | 'swap'
  | 'remove'
  | 'matrix'
  | 'figures'
  | 'timeline'
  | 'people'
  | 'relations'
  | 'rows'
  | 'sort'
  | 'only'
  | 'language'
  | 'copy'
  | 'copy-address'
  | 'help'
  | 'palette'
  | 'suspend'
  | 'quit'
  | 'interrupt';

export type Binding = {
  id: ActionId;
  /** Key names as terminal/input.ts gives them; the first one is shown in the footer. */
  keys: readonly string[];
  /** What it does, for help and palette. */
  title: string;
  /** One or two words for the footer; absent where the footer does not show it. */
  short?: string;
  group: 'Move' | 'Find' | 'Compare' | 'Overview' | 'Show' | 'Program';
  /** Works also while text is being typed. */
  whileTyping?: true;
};

/** In the order of the documentation; the footer takes them in the order of FOOTERS. */
export const KEYMAP: readonly Binding[] = [
  {
    id: 'down',
    keys: ['down', 'j', 'ctrl-n'],
    title: 'Next line or statement',
    short: 'move',
    group: 'Move',
  },
  { id: 'up', keys: ['up', 'k', 'ctrl-p'], title: 'Previous line or statement', group: 'Move' },
  { id: 'page-down', keys: ['pagedown', 'ctrl-f', 'ctrl-d'], title: 'A page down', group: 'Move' },
  { id: 'page-up', keys: ['pageup', 'ctrl-b', 'ctrl-u'], title: 'A page up', group: 'Move' },
  { id: 'home', keys: ['home', 'g'], title: 'To the beginning', group: 'Move' },
  { id: 'end', keys: ['end', 'G'], title: 'To the end', group: 'Move' },
  {
    id: 'open',
    keys: ['enter', 'right'],
    title: 'Open what is selected',
    short: 'open',
    group: 'Move',
    whileTyping: true,
  },
  {
    id: 'back',
    keys: ['escape', 'left', 'h'],
    title: 'One step back',
    short: 'back',
    group: 'Move',
    whileTyping: true,
  },
  {
    id: 'rung',
    keys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    title: 'Go to the rung of that number',
    group: 'Move',
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
    group: 'Find',
  },
  { id: 'previous-hit', keys: ['N'], title: 'Previous hit of the search', group: 'Find' },
  {
    id: 'switch-focus',
    keys: ['tab', 'shift-tab'],
    title: 'Between the search line and the hits',
    short: 'line or hits',
    group: 'Find',
    whileTyping: true,
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
  { id: 'clear-marks', keys: ['u'], title: 'Remove all marks', group: 'Compare' },
  {
    id: 'next-column',
    keys: ['right', ']', 'tab'],
    title: 'Next column',
    short: 'column',
    group: 'Compare',
  },
  {
    id: 'previous-column',
    keys: ['left', '[', 'shift-tab'],
    title: 'Previous column',
    group: 'Compare',
  },
  {
    id: 'swap',
    keys: ['s'],
    title: 'Swap the scenario with the next one',
    short: 'swap',
    group: 'Compare',
  },
  {
    id: 'remove',
    keys: ['x'],
    title: 'Take the scenario out of the comparison',
    short: 'remove',
    group: 'Compare',
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
    id: 'rows',
    keys: ['v'],
    title: 'Rows: speakers or statements, events or all that is dated',
    short: 'rows',
    group: 'Overview',
  },
  {
    id: 'sort',
    keys: ['s'],
    title: 'Sort: by kind, name, positions, changes of side',
    short: 'sort',
    group: 'Overview',
  },
  { id: 'only', keys: ['o'], title: 'Only speakers of one kind', short: 'only', group: 'Overview' },
  {
    id: 'language',
    keys: ['l'],
    title: 'Language: German and English, German, English',
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
  { id: 'copy-address', keys: ['Y'], title: 'Copy the address of this place', group: 'Show' },
  { id: 'help', keys: ['?', 'f1'], title: 'Help: all keys', short: 'help', group: 'Program' },
  {
    id: 'palette',
    keys: [':', 'ctrl-k'],
    title: 'Palette: every action by name',
    group: 'Program',
  },
  {
    id: 'suspend',
    keys: ['ctrl-z'],
    title: 'Suspend; fg comes back',
    group: 'Program',
    whileTyping: true,
  },
  { id: 'quit', keys: ['q'], title: 'Quit', short: 'quit', group: 'Program' },
  { id: 'interrupt', keys: ['ctrl-c'], title: 'Quit at once', group: 'Program', whileTyping: true },
];

const SHOWN: Record<string, string> = {
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
};

/** A key as people read it: "Ctrl-K", "Esc", "↓", "j". */
export function keyLabel(key: string, ascii = false): string {
  const shown = SHOWN[key];
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

/** The result of a key: the new state and what else is to be done. */
export type Step = { state: State; effects: readonly Effect[] };

/** The line of the key table for an action. */
export function bindingOf(id: ActionId): Binding {
  return KEYMAP.find((binding) => binding.id === id) as Binding;
}
