/** What every action does, and why it cannot where it cannot. Keys are bound to them in keymap.ts. */

import { MOST_COMPARED } from '../document/compare.ts';
import { keyTo, LANGUAGES, type Target } from '../document/document.ts';
import { KINDS_OF_RECORD } from '../document/kinds.ts';
import { scenarioText } from '../document/scenario.ts';
import { citation, templateCitation } from '../document/statement.ts';
import type { Named } from '../pack/naming.ts';
import type { Key } from '../terminal/input.ts';
import { formatAddress } from './address.ts';
import { type Context, recordAt, type Scrolled, scenarioAt, statementAt } from './context.ts';
import { copied } from './copied.ts';
import { START } from './cursor.ts';
import { cycled } from './cycled.ts';
import { fieldWith } from './field.ts';
import { toMatch } from './find.ts';
import type { ActionId } from './keymap.ts';
import { opened } from './overlays/open.ts';
import type { Place, State, Update } from './state.ts';
import { atHere, backTo, goBack, goForward, goTo, here } from './trail.ts';
import { inTray, putAside, takenOut } from './tray.ts';
import { undo, undoable } from './undo.ts';
import { to, withNotice } from './updates.ts';
import * as viewport from './viewport.ts';
import { comparePlace, whyNotCompared } from './views/compare.ts';
import { isHome } from './views/home.ts';
import { searchPlace } from './views/search.ts';
import { VIEWS, viewOf } from './views/table.ts';

export type Action = {
  /** Why it cannot be done now; absent or undefined: it can. */
  blocked?(context: Context): string | undefined;
  run(context: Context, key: Key): Update;
  /** It acts on what is on the page, and waits while hits are still being looked for. */
  waits?: true;
  /** It waits for nothing. */
  isUrgent?: true;
  /** Nothing is said when its key is pressed and it cannot be done. */
  isQuiet?: true;
};

const unless = (isPossible: boolean, why: string): string | undefined =>
  isPossible ? undefined : why;

// Moving

function mover(move: (at: Scrolled) => viewport.Standing): Action {
  return {
    waits: true,
    isQuiet: true,
    blocked(context) {
      const { layout, height } = context.scrolled();
      const [first, last] = [viewport.home(layout, height), viewport.end(layout, height)];
      const isOne = first.selected === last.selected && first.top.block === last.top.block;
      return unless(!isOne || first.top.line !== last.top.line, 'All of it is in sight.');
    },
    run(context) {
      const at = context.scrolled();
      return to(at.moved(move(at)));
    },
  };
}

/** Goes to a view of the whole pack; the key pressed there again goes back. */
function overview(place: Place): Action {
  return {
    run({ state }) {
      const isThere = here(state).place.view === place.view;
      return to(isThere && state.trail.length > 1 ? goBack(state) : goTo(state, place));
    },
  };
}

/** Opens help or palette. */
function overlay(kind: 'help' | 'palette'): Action {
  return { run: ({ state }) => to(opened(state, kind)) };
}

// Searching

const MOST_SEARCHES = 20;

/** The state with the search one leaves among the last ones. */
function remember(state: State): State {
  const { place } = here(state);
  const query = viewOf(place).query?.(place).trim() ?? '';
  if (query === '') return state;
  const searches = [query, ...state.searches.filter((one) => one !== query)];
  return { ...state, searches: searches.slice(0, MOST_SEARCHES) };
}

function hitBy(by: 1 | -1): Action {
  return {
    waits: true,
    run(context) {
      const { state } = context;
      const hits = context.at(goBack(state)).focus();
      const selected = viewport.nextStop(hits.layout, hits.standing.selected, by);
      const place = selected === undefined ? undefined : hits.layout.block(selected)?.target;
      if (selected === undefined || !place) {
        const text = by === 1 ? 'This is the last hit.' : 'This is the first hit.';
        return to(withNotice(state, text, { tone: 'done' }));
      }
      const standing = viewport.reveal(hits.layout, { ...hits.standing, selected }, hits.height);
      return to(goTo(hits.moved(standing), place));
    },
  };
}

// Marking and copying

function toggleMark(state: State, id: string): State {
  const { marks } = state;
  if (marks.includes(id)) {
    const rest = marks.filter((mark) => mark !== id);
    return undoable(state, { ...state, marks: rest }, 'the mark');
  }
  if (marks.length < MOST_COMPARED) return { ...state, marks: [...marks, id] };
  const text = `At most ${MOST_COMPARED} scenarios are compared; Space on a marked one removes its mark.`;
  return withNotice(state, text);
}

function whyNoRecord(context: Context): string | undefined {
  return unless(recordAt(context) !== undefined, 'No record is selected here.');
}

/** What makes the text that is copied here; undefined where there is nothing to copy. */
function copyText(context: Context): (() => string) | undefined {
  const { language } = context.state;
  const { library } = context.world;
  const statement = statementAt(context);
  if (statement) {
    const one = library.statement(statement);
    const { copyTemplate } = context.world;
    return () =>
      copyTemplate === undefined
        ? citation(one, library, language)
        : templateCitation(copyTemplate, one, library, language);
  }
  const scenario = scenarioAt(context);
  return scenario ? () => scenarioText(library.scenario(scenario), library) : undefined;
}

type InArticle = { source: string; statement?: string };

/** The article that a statement or source stands in which is selected, or which the place is about. */
function articleOf(context: Context): InArticle | undefined {
  const { library } = context.world;
  const about = context.about();
  const statement = statementAt(context);
  if (statement) return { source: library.statement(statement).source, statement };
  const target = about?.view === 'source' ? about : context.selected();
  return target?.view === 'source' ? { source: target.id } : undefined;
}

/** The views that show the whole pack, each opened by the action of its name. */
const OVERVIEWS = Object.values(VIEWS).flatMap((view): [string, Action][] =>
  'overview' in view && view.overview ? [[view.address.word, overview(view.overview)]] : [],
);

export const ACTIONS: Readonly<Partial<Record<ActionId, Action>>> = {
  down: mover(({ layout, standing, height }) => viewport.step(layout, standing, height, 1)),
  up: mover(({ layout, standing, height }) => viewport.step(layout, standing, height, -1)),
  'page-down': mover(({ layout, standing, height }) => viewport.page(layout, standing, height, 1)),
  'page-up': mover(({ layout, standing, height }) => viewport.page(layout, standing, height, -1)),
  home: mover(({ layout, height }) => viewport.home(layout, height)),
  end: mover(({ layout, height }) => viewport.end(layout, height)),
  open: {
    waits: true,
    blocked: (context) => unless(context.selected() !== undefined, 'Nothing to open here.'),
    run: (context) => to(goTo(remember(context.anchored()), context.selected() as Target)),
  },
  back: {
    blocked: ({ state }) => unless(state.trail.length > 1, 'This is where the way began; q quits.'),
    run: ({ state }) => to(goBack(remember(state))),
  },
  forward: {
    blocked: ({ state }) => unless(state.ahead.length > 0, 'Nothing lies ahead of here.'),
    run: (context) => to(goForward(context.anchored())),
  },
  ladder: {
    blocked: ({ state }) => unless(state.trail.length > 1, 'This is the ladder.'),
    run: ({ state }) => to(backTo(remember(state), 1)),
  },
  find: { run: ({ state }) => to(opened(state, 'find')) },
  filter: {
    blocked: ({ state }) => viewOf(here(state).place).unfiltered,
    run: ({ state }) => to(opened(state, 'filter')),
  },
  unfilter: {
    blocked: ({ state }) => unless(state.filters.length > 0, 'No filter is set; F sets one.'),
    run({ state }) {
      const filters = state.filters.slice(0, -1);
      return to(undoable(state, { ...state, filters }, 'the filter'));
    },
  },
  'next-match': { run: (context) => toMatch(context, 1) },
  'previous-match': { run: (context) => toMatch(context, -1) },
  search: { run: ({ state }) => to(goTo(state, searchPlace())) },
  'search-again': {
    blocked: ({ state }) => unless(state.searches.length > 0, 'Nothing has been searched for yet.'),
    run: ({ state }) => to(goTo(state, searchPlace(fieldWith(state.searches[0] ?? '')))),
  },
  'next-hit': hitBy(1),
  'previous-hit': hitBy(-1),
  mark: {
    waits: true,
    blocked: (context) =>
      unless(
        scenarioAt(context) !== undefined,
        'Only scenarios are marked; none is selected here.',
      ),
    run: (context) => to(toggleMark(context.state, scenarioAt(context) as string)),
  },
  'clear-marks': {
    blocked: ({ state }) => unless(state.marks.length > 0, 'No scenario is marked.'),
    run: ({ state }) => to(undoable(state, { ...state, marks: [] }, 'all marks')),
  },
  compare: {
    blocked: ({ state }) => whyNotCompared(state.marks),
    run: ({ state }) => to(goTo(state, comparePlace(state.marks))),
  },
  article: {
    waits: true,
    blocked: (context) =>
      unless(articleOf(context) !== undefined, 'Statements and sources lead to an article.'),
    run(context) {
      const { source, statement } = articleOf(context) as InArticle;
      const cursor = statement ? { selected: keyTo({ view: 'statement', id: statement }) } : START;
      const state = goTo(context.anchored(), { view: 'article', id: source });
      return to(atHere(state, { place: here(state).place, cursor }));
    },
  },
  'put-aside': {
    waits: true,
    blocked: whyNoRecord,
    run(context) {
      const { state, world } = context;
      const record = recordAt(context) as Named;
      const isIn = inTray(state, record) !== undefined;
      const after = isIn ? takenOut(state, record) : putAside(state, record);
      const title = isIn
        ? 'Out of the tray; u undoes it:'
        : `In the tray, ${after.tray.length} now:`;
      const text = KINDS_OF_RECORD[record.kind].text(record.id, world.library, state.language);
      return to(withNotice(after, title, { text, tone: 'done' }));
    },
  },
  remark: {
    waits: true,
    blocked: whyNoRecord,
    run(context) {
      const about = recordAt(context) as Named;
      const field = fieldWith(inTray(context.state, about)?.remark ?? '');
      return to(opened(context.state, 'remark', { about, field }));
    },
  },
  undo: {
    blocked: ({ state }) => unless(state.undone.length > 0, 'Nothing was taken away.'),
    run({ state }) {
      const { title, rejected: id } = state.undone.at(-1) ?? {};
      const back = withNotice(undo(state), `Brought back: ${title}`, { tone: 'done' });
      if (id === undefined) return to(back);
      return to(back, { kind: 'settle', verdict: 'restore', id });
    },
  },
  language: {
    run(context) {
      const language = cycled(LANGUAGES, context.state.language);
      return to({ ...context.anchored(), language });
    },
  },
  copy: {
    waits: true,
    blocked: (context) =>
      unless(copyText(context) !== undefined, 'Only statements and scenarios are copied.'),
    run: (context) => copied(context, copyText(context)?.() ?? ''),
  },
  'copy-address': {
    waits: true,
    run(context) {
      const { place } = here(context.state);
      // On the ladder, which is the same for everybody, the rung that is selected.
      return copied(
        context,
        `rungs --at ${formatAddress((isHome(place) ? context.selected() : undefined) ?? place)}`,
      );
    },
  },
  edit: {
    waits: true,
    blocked(context) {
      const { editing = 'No editor is opened here.' } = context.world;
      return editing === true ? whyNoRecord(context) : editing;
    },
    run: (context) => to(context.anchored(), { kind: 'edit', record: recordAt(context) as Named }),
  },
  help: overlay('help'),
  palette: overlay('palette'),
  suspend: { isUrgent: true, run: ({ state }) => to(state, { kind: 'suspend' }) },
  quit: {
    run(context) {
      const { state, world } = context;
      if (!world.isChoosing) return to(state, { kind: 'quit', code: 0 });
      const chosen = recordAt(context);
      return to(state, chosen ? { kind: 'quit', code: 0, chosen } : { kind: 'quit', code: 1 });
    },
  },
  interrupt: { isUrgent: true, run: ({ state }) => to(state, { kind: 'quit', code: 130 }) },
  ...Object.fromEntries(OVERVIEWS),
};
