/** Two to four scenarios side by side. */

import { comparePage, comparisonTable, MOST_COMPARED } from '../../document/compare.ts';
import type { Library } from '../../pack/library.ts';
import { type NotNamed, resolve } from '../../pack/naming.ts';
import { compareLayout } from '../../render/columns.ts';
import { markdownParts } from '../../render/markdown.ts';
import { columnActions } from '../columns.ts';
import type { Context } from '../context.ts';
import { copied } from '../copied.ts';
import { decode } from '../encoding.ts';
import { atHere, changed, goBack, here } from '../trail.ts';
import { undoable } from '../undo.ts';
import { to, withNotice } from '../updates.ts';
import { type View, wordTitle } from './view.ts';

type ComparePlace = { view: 'compare'; ids: readonly string[]; column: number };

type Reads = { ids: readonly string[]; column: number };

export const compare: View<ComparePlace, Reads> = {
  title: wordTitle,
  address: { word: 'compare', format: ({ ids }) => ids.join('+'), parse },
  reads: ({ ids, column }) => ({ ids, column }),
  content({ ids, column }, columns, telling) {
    const scenarios = ids.map((id) => telling.library.scenario(id));
    return comparePage(scenarios, compareLayout(ids.length, columns), column, telling);
  },
  panes: () => 1,
  footer: () => [
    'down',
    'next-column',
    'open',
    'back',
    'swap',
    'remove',
    'copy',
    'copy-table',
    'language',
    'help',
    'quit',
  ],
  actions: {
    ...columnActions,
    /** The marks anew, where they have changed; one comparison is not piled upon the other. */
    compare: {
      blocked: ({ state }) => whyNotCompared(state.marks),
      run: ({ state }) => to(changed(state, comparePlace(state.marks))),
    },
    swap: {
      run(context, place) {
        const ids = [...place.ids];
        const index = scenarioIndex(context, place);
        const next = (index + 1) % ids.length;
        [ids[index], ids[next]] = [ids[next] as string, ids[index] as string];
        return to(withScenarios(context, { ...place, ids }, next));
      },
    },
    remove: {
      run(context, place) {
        const index = scenarioIndex(context, place);
        const ids = place.ids.toSpliced(index, 1);
        const marks = context.state.marks.filter((mark) => mark !== place.ids[index]);
        const title = 'the scenario, into the comparison';
        const before = context.state;
        const state = undoable(before, { ...before, marks }, title, here(before));
        if (ids.length < 2) return to(goBack(state));
        const column = Math.min(index, ids.length - 1);
        return to(withScenarios(context.at(state), { ...place, ids }, column));
      },
    },
    mark: {
      blocked: () => 'What is compared is marked; x takes a scenario out, u brings it back.',
      run: ({ state }) => to(state),
    },
    /** To the column of a rung: of 12 when 1 and then 2 are typed. */
    rung: {
      run(context, place, { name: digit }) {
        const { state, world } = context;
        const find = (digits: string) =>
          place.ids.findIndex((id) => String(world.library.scenario(id).rung) === digits);
        const digits = find(state.digits + digit) >= 0 ? state.digits + digit : digit;
        const index = find(digits);
        if (index >= 0) return to({ ...withScenarios(context, place, index), digits });
        const text = 'Mark it on the ladder, and press c again.';
        return to(
          withNotice({ ...state, digits }, `Rung ${digits} is not compared here.`, { text }),
        );
      },
    },
    'copy-table': {
      run(context, { ids }) {
        const { library } = context.world;
        const scenarios = ids.map((id) => library.scenario(id));
        const table = comparisonTable(scenarios, library, context.state.language);
        return copied(context, markdownParts([table]));
      },
    },
  },
  about: (place, context) => ({
    view: 'scenario',
    id: place.ids[scenarioIndex(context, place)] as string,
  }),
  marks: ({ ids }) => ids,
};

/** The comparison of scenarios, its first column in focus. */
export function comparePlace(ids: readonly string[]): ComparePlace {
  return { view: 'compare', ids, column: 0 };
}

/** Why scenarios cannot be compared; undefined where they can. */
export function whyNotCompared({ length }: readonly string[]): string | undefined {
  if (length >= 2) return undefined;
  return `Mark 2 to ${MOST_COMPARED} scenarios with Space, then press c.`;
}

/** The scenario that the column cursor is on; split layouts have two columns each. */
function scenarioIndex(context: Context, { ids, column }: ComparePlace): number {
  const { across } = context.focus().page;
  return Math.floor((Math.min(column, across - 1) * ids.length) / across);
}

/** The state with other scenarios compared, the first column of one of them in focus. */
function withScenarios(context: Context, place: ComparePlace, index: number) {
  const { cursor } = here(context.state);
  const state = atHere(context.state, { place, cursor });
  const { across } = context.at(state).focus().page;
  const column = Math.floor((index * across) / place.ids.length);
  return atHere(state, { place: { ...place, column }, cursor });
}

function parse(rest: string, library: Library): ComparePlace | NotNamed {
  const ids: string[] = [];
  for (const name of rest.split(/[+ ]/).filter(Boolean)) {
    const named = resolve(decode(name), library, ['scenario']);
    if ('problem' in named) return named;
    if (!ids.includes(named.id)) ids.push(named.id);
  }
  if (ids.length < 2 || ids.length > MOST_COMPARED) {
    const problem = `a comparison is of 2 to ${MOST_COMPARED} scenarios, such as compare:1+2`;
    return { problem, nearest: [] };
  }
  return comparePlace(ids);
}
