/** Rungs by number: digits lead to the rung, on the ladder and from scenario to scenario. */
import type { Key } from '../terminal/input.ts';
import type { Context } from './context.ts';
import { START } from './cursor.ts';
import type { Place, Update } from './state.ts';
import { changed, here } from './trail.ts';
import { to, withNotice } from './updates.ts';
import { reveal } from './viewport.ts';
import { isHome } from './views/home.ts';

/** Digits add up as long as they make the number of a rung: 1, then 2, goes to rung 12. */
export function toRung(context: Context, _place: Place, { name: digit }: Key): Update {
  const { state, world } = context;
  const rungs = world.library.data.scenarios;
  const find = (digits: string) => rungs.find(({ rung }) => String(rung) === digits);
  const longer = find(state.digits + digit);
  const digits = longer ? state.digits + digit : digit;
  const scenario = longer ?? find(digit);
  if (!scenario) {
    const first = state.digits === '' ? digit.replace('0', '') : '';
    const isBegun = first !== '' && rungs.some(({ rung }) => String(rung).startsWith(first));
    if (isBegun) return to({ ...state, digits: first });
    const text = `Rungs are numbered ${rungRange(rungs.map(({ rung }) => rung))}.`;
    return to(withNotice({ ...state, digits: '' }, `There is no rung ${digit}.`, { text }));
  }
  const opened: Place = { view: 'scenario', id: scenario.id };
  const isLadder = isHome(here(state).place);
  const before = state.trail.at(-2);
  const isBesideLadder = before !== undefined && isHome(before.place);
  if (!isLadder && !isBesideLadder) return to({ ...changed(state, opened), digits });
  const ladder = context
    .at({ ...state, trail: isLadder ? state.trail : state.trail.slice(0, -1) })
    .focus();
  const { layout, height, standing } = ladder;
  const selected = layout.indexOf(`scenario:${scenario.id}`) ?? standing.selected;
  const { trail } = ladder.moved(reveal(layout, { ...standing, selected }, height));
  const beside = isLadder ? [] : [{ place: opened, cursor: START }];
  return to({ ...state, trail: [...trail, ...beside], digits });
}

const rungRange = (rungs: readonly number[]): string =>
  `${Math.min(...rungs)} to ${Math.max(...rungs)}`;
