/** Finding words on the page that is open. */
import { stripVTControlCharacters } from 'node:util';
import { foldText } from '../pack/fold.ts';
import type { Context, Focus } from './context.ts';
import type { Update } from './state.ts';
import { to, withNotice } from './updates.ts';
import { type Layout, nextStop, reveal, settle } from './viewport.ts';

/** More blocks than this are not looked through: it would take longer than a blink. */
const MOST_BLOCKS = 20_000;

/** The words looked for, folded. */
export const wordsOf = (typed: string): string[] => foldText(typed).split(' ').filter(Boolean);

/** The text of a block in one line, as it is shown. */
export function textOf(layout: Layout, index: number): string {
  return stripVTControlCharacters(layout.linesOf(index).join(' ')).replace(/\s+/g, ' ').trim();
}

/** Whether a block holds all the words. */
function holds(layout: Layout, index: number, words: readonly string[]): boolean {
  const text = foldText(textOf(layout, index));
  return words.every((word) => text.includes(word));
}

/** The blocks of a page that hold all the words, from the top. @param most so many are enough */
export function matches(layout: Layout, words: readonly string[], most: number): number[] {
  const found: number[] = [];
  const end = words.length === 0 ? 0 : Math.min(layout.count, MOST_BLOCKS);
  for (let index = 0; index < end && found.length < most; index += 1) {
    if (holds(layout, index, words)) found.push(index);
  }
  return found;
}

/** The state with a block of the page in sight, and the words lit up on it. */
export function foundAt(context: Context, index: number, words: readonly string[]): Update {
  const focus = context.focus();
  const { layout, spot } = focus;
  const state = focus.moved(standingAt(focus, index));
  return to({ ...state, find: { words, place: spot.place, key: layout.key(index) } });
}

function standingAt({ layout, height, standing }: Focus, index: number) {
  if (layout.isStop(index)) return reveal(layout, { ...standing, selected: index }, height);
  const selected = nextStop(layout, index, 1) ?? standing.selected;
  return settle(layout, { selected, top: { block: index, line: 0 } }, height);
}

/** On to the next match, or back to the one before. */
export function toMatch(context: Context, by: 1 | -1): Update {
  const { find } = context.state;
  const { layout } = context.focus();
  if (!find) return to(context.state);
  const end = Math.min(layout.count, MOST_BLOCKS);
  for (let index = (layout.indexOf(find.key) ?? -1) + by; index >= 0 && index < end; index += by) {
    if (holds(layout, index, find.words)) return foundAt(context, index, find.words);
  }
  const text = by === 1 ? 'This is the last match.' : 'This is the first match.';
  return to(withNotice(context.state, text, { tone: 'done' }));
}
