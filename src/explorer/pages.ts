/** What stands on the page of a place: its blocks, laid out at the width it has. */
import type { Library } from '../pack/library.ts';
import type { SearchResult } from '../search/engine.ts';
import { comparison } from '../view/compare.ts';
import { figureBlocks } from '../view/figures.ts';
import { ladderHead, ladderLegend, ladderOrder, rungBlock } from '../view/ladder.ts';
import type { Blocks, Look } from '../view/look.ts';
import { matrixView, peopleBlocks } from '../view/matrix.ts';
import { personBlocks, sourceBlocks } from '../view/person.ts';
import { relationBlocks } from '../view/relations.ts';
import { scenarioBlocks } from '../view/scenario.ts';
import { searchBlocks } from '../view/search.ts';
import { statementBlocks } from '../view/statement.ts';
import { timelineView } from '../view/timeline.ts';
import type { Place, State, World } from './state.ts';
import { type Layout, layOut } from './viewport.ts';

/** A laid-out page. `pinned` lines stay above it while it scrolls. */
export type Page = { title: string; pinned: readonly string[]; layout: Layout; across: number };

export type Pages = {
  /** @param columns width of the text, without the gutter */
  page(state: State, place: Place, columns: number): Page;
  /** The result of a query; in a large pack that of the one before, until it has come. */
  result(state: State, query: string): SearchResult;
};

/** What is known of a query before anything has been found. */
const NOTHING_YET: SearchResult = {
  hits: [],
  total: 0,
  how: 'all',
  similar: [],
  terms: [],
  filters: [],
  problems: [],
};

/** How many pages are kept laid out: those in sight and the last few. */
const KEPT = 12;

/** Makes pages and keeps the last ones, so that a key press lays out only what it changed. */
export function createPages(world: World): Pages {
  const pages = new Map<string, Page>();
  let last: { query: string; result: SearchResult } | undefined;

  const result = ({ found }: State, query: string): SearchResult => {
    if (world.isLarge) return found?.result ?? NOTHING_YET;
    if (last?.query !== query) last = { query, result: world.search.find(query) };
    return last.result;
  };
  const build = (state: State, place: Place, columns: number): Page => {
    const terms = searchTerms(state, result);
    const look: Look = {
      library: world.library,
      theme: world.theme,
      language: state.language,
      terms: place.view === 'ladder' ? [] : terms,
      now: world.now(),
      ...(world.copies ? { copies: world.copies } : {}),
    };
    const {
      blocks,
      pinned = [],
      across = 1,
    } = contentOf(state, place, columns, look, (query) => result(state, query));
    const title = titleOf(place, world.library);
    return { title, pinned, across, layout: layOut(blocks, columns) };
  };
  return {
    result,
    page(state, place, columns) {
      const key = keyOf(state, place, columns, world.isLarge === true);
      const known = pages.get(key);
      if (known) {
        pages.delete(key);
        pages.set(key, known);
        return known;
      }
      const page = build(state, place, columns);
      pages.set(key, page);
      const oldest = pages.keys().next().value;
      if (pages.size > KEPT && oldest !== undefined) pages.delete(oldest);
      return page;
    },
  };
}

/** The search one came from: its words are lit up on the pages it led to. */
export function activeQuery({ trail }: State): string {
  const spot = trail.findLast(({ place }) => place.view === 'search');
  return spot?.place.view === 'search' ? spot.place.field.text : '';
}

function searchTerms(state: State, result: Pages['result']): readonly string[] {
  const query = activeQuery(state);
  return query === '' ? [] : result(state, query).terms;
}

/** All that a page depends on; in a large pack what was found, not what has been typed since. */
function keyOf(state: State, place: Place, columns: number, isLarge: boolean): string {
  const { language, marks, searches, found } = state;
  const extra = place.view === 'ladder' ? marks : place.view === 'search' ? searches : [];
  const typed = place.view === 'search' && !isLarge ? place.field.text : undefined;
  return JSON.stringify([
    place.view === 'search' ? [place.view, typed] : place,
    columns,
    language,
    isLarge ? found?.query : activeQuery(state),
    extra,
  ]);
}

/** What a place is called where one sees the way one came. */
export function titleOf(place: Place, library: Library): string {
  switch (place.view) {
    case 'scenario':
      return library.scenario(place.id).title;
    case 'statement':
      return library.person(library.statement(place.id).speaker).name;
    case 'person':
      return library.person(place.id).name;
    case 'source':
      return library.source(place.id)['container-title'] ?? place.id;
    default:
      return place.view.charAt(0).toUpperCase() + place.view.slice(1);
  }
}

type Content = { blocks: Blocks; pinned?: string[]; across?: number };

function contentOf(
  state: State,
  place: Place,
  columns: number,
  look: Look,
  result: (query: string) => SearchResult,
): Content {
  const { library } = look;
  switch (place.view) {
    case 'ladder': {
      const rungs = ladderOrder(library.data.scenarios);
      const blocks = rungs.map((rung) => rungBlock(rung, state.marks.includes(rung.id), look));
      return { blocks: [...blocks, ladderLegend(look)], pinned: ladderHead(columns, look) };
    }
    case 'scenario':
      return { blocks: scenarioBlocks(library.scenario(place.id), look) };
    case 'statement':
      return { blocks: statementBlocks(library.statement(place.id), look) };
    case 'person':
      return { blocks: personBlocks(library.person(place.id), look) };
    case 'source':
      return { blocks: sourceBlocks(library.source(place.id), look) };
    case 'search':
      return { blocks: searchBlocks(result(place.field.text), state.searches, look) };
    case 'matrix':
      return matrixView(place, columns, place.column, look);
    case 'timeline':
      return timelineView(place.show, columns, look);
    case 'figures':
      return { blocks: figureBlocks(look) };
    case 'people':
      return { blocks: peopleBlocks(look) };
    case 'relations':
      return { blocks: relationBlocks(look) };
    case 'compare': {
      const scenarios = place.ids.map((id) => library.scenario(id));
      return comparison(scenarios, columns, place.column, look);
    }
  }
}
