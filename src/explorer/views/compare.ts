/** Two to four scenarios side by side. */

import {
  type CompareFocus,
  comparePage,
  comparisonTable,
  MOST_COMPARED,
} from '../../document/compare.ts';
import type { Library } from '../../pack/library.ts';
import { type NotNamed, resolve } from '../../pack/naming.ts';
import { compareLayout } from '../../render/columns.ts';
import { markdownParts } from '../../render/markdown.ts';
import { copied } from '../copied.ts';
import { decode } from '../encoding.ts';
import type { State } from '../state.ts';
import { atHere, changed, goBack, here } from '../trail.ts';
import { undoable } from '../undo.ts';
import { to, withNotice } from '../updates.ts';
import { type View, type ViewAction, wordTitle } from './view.ts';

/** The focus is the same at every width: `isAgainst` counts where each scenario has two columns. */
type ComparePlace = { view: 'compare'; ids: readonly string[] } & CompareFocus;

type Reads = Omit<ComparePlace, 'view'>;

export const compare: View<ComparePlace, Reads> = {
  title: wordTitle,
  address: { word: 'compare', format: ({ ids }) => ids.join('+'), parse },
  reads: ({ view: _, ...reads }) => reads,
  content({ ids, ...focus }, columns, telling) {
    const scenarios = ids.map((id) => telling.library.scenario(id));
    return comparePage(scenarios, compareLayout(ids.length, columns), focus, telling);
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
    'next-column': columnBy(1),
    'previous-column': columnBy(-1),
    /** The marks anew, where they have changed; one comparison is not piled upon the other. */
    compare: {
      blocked: ({ state }, { ids }) =>
        whyNotCompared(state.marks) ??
        (state.marks.join() === ids.join() ? 'This compares what is marked.' : undefined),
      run: ({ state }) => to(changed(state, comparePlace(state.marks))),
    },
    swap: {
      run(context, place) {
        const ids = [...place.ids];
        const { column } = place;
        const next = (column + 1) % ids.length;
        [ids[column], ids[next]] = [ids[next] as string, ids[column] as string];
        return to(focused(context.state, { ...place, ids }, next));
      },
    },
    remove: {
      run(context, place) {
        const ids = place.ids.toSpliced(place.column, 1);
        const marks = context.state.marks.filter((mark) => mark !== place.ids[place.column]);
        const title = 'the scenario, into the comparison';
        const before = context.state;
        const state = undoable(before, { ...before, marks }, title, {
          compared: here(before),
        });
        if (ids.length < 2) return to(goBack(state));
        return to(focused(state, { ...place, ids }, Math.min(place.column, ids.length - 1)));
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
        if (index >= 0) return to({ ...focused(state, place, index), digits });
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
  about: ({ ids, column }) => ({ view: 'scenario', id: ids[column] as string }),
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

/** The selection stays: a row has the same key whatever column is in focus. */
function focused(state: State, place: ComparePlace, column: number, isAgainst = false): State {
  return atHere(state, { place: { ...place, column, isAgainst }, cursor: here(state).cursor });
}

/** To the column beside, which may be the other half of what is said on a scenario. */
function columnBy(by: 1 | -1): ViewAction<ComparePlace> {
  return {
    run(context, place) {
      const { across } = context.focus().page;
      const halves = across / place.ids.length;
      const shown = place.column * halves + (halves > 1 && place.isAgainst ? 1 : 0);
      const next = (shown + by + across) % across;
      const column = Math.floor(next / halves);
      return to(focused(context.state, place, column, next > column * halves));
    },
  };
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
