/** Pages: what the view of a place has to show, laid out at the width it has; the last ones are kept. */
import { aside, type Part, prose, strong, type Telling, type Words } from '../document/document.ts';
import type { Library } from '../pack/library.ts';
import { partRows, rowsOf } from '../render/terminal.ts';
import { filterOption, filterQuery, narrowed } from './filter.ts';
import { bindingOf, keyLabel } from './keymap.ts';
import type { Place, State, World } from './state.ts';
import { type Layout, layOut } from './viewport.ts';
import { viewOf } from './views/table.ts';
import type { Content } from './views/view.ts';

/** A laid-out page. `pinned` lines stay above it while it scrolls; `head` is what they tell. */
export type Page = {
  title: string;
  head: readonly Part[];
  pinned: readonly string[];
  layout: Layout;
  /** How many columns the column cursor can be in. */
  across: number;
};

export type Pages = {
  /** What a place is told from: narrowed by the filters where its view is. */
  telling(state: State, place: Place): Telling;
  /** @param columns width of the text, without the gutter */
  page(state: State, place: Place, columns: number): Page;
};

/** How many pages are kept laid out: those in sight and the last few. */
const KEPT = 12;

const NO_TERMS: readonly string[] = [];

/** Makes pages and keeps the last ones, so that a key press lays out only what it changed. */
export function createPages(world: World): Pages {
  const narrow = narrowing(world);
  const pages = keepingLast<Page>();
  const contents = keepingLast<Content>();
  const libraryOf = ({ filters }: State, place: Place): Library =>
    viewOf(place).unfiltered === undefined ? narrow(filters) : world.library;
  return {
    telling: (state, place) => ({
      ...tellingOf(world, state.language),
      library: libraryOf(state, place),
    }),
    page(state, place, columns) {
      const view = viewOf(place);
      const { language } = state;
      const asked = activeQuery(state) === '' ? NO_TERMS : (state.found?.result.terms ?? NO_TERMS);
      const terms = state.find?.place === place ? state.find.words : asked;
      const reads = view.reads(place, state);
      // All that a page tells and that changes: content sees neither the state nor the place.
      const library = libraryOf(state, place);
      const told = [view, columns, language, library, state.filters, ...Object.values(reads)];
      return pages([terms, ...told], () => {
        const { theme } = world;
        // With each letter other words are lit up in what stays the same.
        const content = contents(told, () =>
          view.content(reads, columns, { ...tellingOf(world, language), library }),
        );
        const { blocks, pinned: ownPinned = [], across = 1, isLit = true, start } = content;
        const pinned = [...filterLine(state.filters, view.unfiltered, world), ...ownPinned];
        const look = { theme, terms: isLit ? terms : NO_TERMS };
        return {
          title: titleOf(place, world.library),
          head: pinned,
          pinned: partRows(pinned, columns, { theme, terms: NO_TERMS }),
          across,
          layout: layOut(
            blocks,
            (block, isSelected) =>
              rowsOf(block, columns, isSelected ? { ...look, isSelected } : look),
            start,
          ),
        };
      });
    },
  };
}

/** Makes what is not among the last ones made, told by what they were made of. */
function keepingLast<Made>(): (madeOf: readonly unknown[], make: () => Made) => Made {
  let kept: { madeOf: readonly unknown[]; made: Made }[] = [];
  return (madeOf, make) => {
    const known = kept.find((one) => isSame(one.madeOf, madeOf));
    const made = known ? known.made : make();
    kept = [{ madeOf, made }, ...kept.filter((one) => one !== known)].slice(0, KEPT);
    return made;
  };
}

/** Whether two lists hold the very same. */
export function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

/** The library as filters narrow it; made once for as long as they stay. */
function narrowing({ library, search }: World): (filters: State['filters']) => Library {
  let last: { query: string; library: Library } = { query: '', library };
  return (filters) => {
    const query = filterQuery(filters);
    if (query === '') return library;
    if (query !== last.query) last = { query, library: narrowed(library, search.left(query)) };
    return last.library;
  };
}

/** The filters that are set, and what must be known of a page that they narrow, or do not. */
function filterLine(
  filters: State['filters'],
  unfiltered: string | undefined,
  { library, keymap }: World,
): Part[] {
  if (filters.length === 0) return [];
  const chips = filters.flatMap((id): Words[] => {
    const option = filterOption(id, library);
    return option ? [strong(`[${option.of}: ${option.label}]`), ' '] : [];
  });
  const [key] = bindingOf(keymap, 'unfilter').keys;
  const taker = key === undefined ? 'the list of commands' : keyLabel(key);
  const says =
    unfiltered ?? `“nobody” and numbers are of these alone; ${taker} takes the last one away`;
  return [prose(['only ', ...chips, aside(says)])];
}

/** What documents are made from in a world. */
export function tellingOf({ library, now, copies }: World, language: State['language']): Telling {
  return { library, language, now: now(), ...(copies ? { copies } : {}) };
}

/** The search one came from: its words are lit up on the pages it led to. */
export function activeQuery({ trail }: State): string {
  const spot = trail.findLast(({ place }) => viewOf(place).query);
  return spot ? (viewOf(spot.place).query?.(spot.place) ?? '') : '';
}

/** What a place is called where one sees the way one came. */
export function titleOf(place: Place, library: Library): string {
  return viewOf(place).title(place, library);
}
