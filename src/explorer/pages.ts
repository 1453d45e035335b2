/** What stands on the page of a place: its blocks, laid out at the width it has. */
import type { SearchResult } from '../search/engine.ts';
import { comparison } from '../view/compare.ts';
import { figureBlocks } from '../view/figures.ts';
import { ladderHead, ladderLegend, ladderOrder, rungBlock } from '../view/ladder.ts';
import type { Block, Look } from '../view/look.ts';
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
  result(query: string): SearchResult;
};

/** How many pages are kept laid out: those in sight and the last few. */
const KEPT = 12;

/** Makes pages and keeps the last ones, so that a key press lays out only what it changed. */
export function createPages(world: World): Pages {
  const pages = new Map<string, Page>();
  let last: { query: string; result: SearchResult } | undefined;

  const result = (query: string): SearchResult => {
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
    return pageOf(state, place, columns, look, result);
  };
  return {
    result,
    page(state, place, columns) {
      const key = keyOf(state, place, columns);
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
function activeQuery({ trail }: State): string {
  const spot = trail.findLast(({ place }) => place.view === 'search');
  return spot?.place.view === 'search' ? spot.place.field.text : '';
}

function searchTerms(state: State, result: (query: string) => SearchResult): readonly string[] {
  const query = activeQuery(state);
  return query === '' ? [] : result(query).terms;
}

function keyOf(state: State, place: Place, columns: number): string {
  const { language, marks, searches } = state;
  const extra = place.view === 'ladder' ? marks : place.view === 'search' ? searches : [];
  return JSON.stringify([
    place.view === 'search' ? [place.view, place.field.text] : place,
    columns,
    language,
    activeQuery(state),
    extra,
  ]);
}

function pageOf(
  state: State,
  place: Place,
  columns: number,
  look: Look,
  result: (query: string) => SearchResult,
): Page {
  const { library } = look;
  const plain = (title: string, blocks: Block[], pinned: string[] = []): Page => ({
    title,
    pinned,
    layout: layOut(blocks, columns),
    across: 1,
  });
  switch (place.view) {
    case 'ladder': {
      const rungs = ladderOrder(library.data.scenarios);
      const blocks = rungs.map((rung) => rungBlock(rung, state.marks.includes(rung.id), look));
      return plain('Ladder', [...blocks, ladderLegend(look)], ladderHead(columns, look));
    }
    case 'scenario': {
      const scenario = library.scenario(place.id);
      return plain(scenario.title, scenarioBlocks(scenario, look));
    }
    case 'statement': {
      const statement = library.statement(place.id);
      const speaker = library.person(statement.speaker).name;
      return plain(speaker, statementBlocks(statement, look));
    }
    case 'person': {
      const person = library.person(place.id);
      return plain(person.name, personBlocks(person, look));
    }
    case 'source': {
      const source = library.source(place.id);
      return plain(source['container-title'] ?? source.id, sourceBlocks(source, look));
    }
    case 'search': {
      const found = result(place.field.text);
      return plain('Search', searchBlocks(found, state.searches, look));
    }
    case 'matrix': {
      const { pinned, blocks, across } = matrixView(place, columns, place.column, look);
      return { title: 'Matrix', pinned, layout: layOut(blocks, columns), across };
    }
    case 'timeline': {
      const { pinned, blocks } = timelineView(place.show, columns, look);
      return plain('Timeline', blocks, pinned);
    }
    case 'figures':
      return plain('Figures', figureBlocks(look));
    case 'people':
      return plain('People', peopleBlocks(look));
    case 'relations':
      return plain('Relations', relationBlocks(look));
    case 'compare': {
      const scenarios = place.ids.map((id) => library.scenario(id));
      const { pinned, blocks, across } = comparison(scenarios, columns, place.column, look);
      return { title: 'Compare', pinned, layout: layOut(blocks, columns), across };
    }
  }
}
