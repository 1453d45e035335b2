/** Pages: what the view of a place has to show, laid out at the width it has; the last ones are kept. */
import type { Library } from '../pack/library.ts';
import type { Look } from '../view/look.ts';
import type { Place, State, World } from './state.ts';
import { type Layout, layOut } from './viewport.ts';
import { viewOf } from './views/table.ts';

/** A laid-out page. `pinned` lines stay above it while it scrolls. */
export type Page = { title: string; pinned: readonly string[]; layout: Layout; across: number };

export type Pages = {
  /** @param columns width of the text, without the gutter */
  page(state: State, place: Place, columns: number): Page;
};

/** How many pages are kept laid out: those in sight and the last few. */
const KEPT = 12;

const NO_TERMS: readonly string[] = [];

/** Makes pages and keeps the last ones, so that a key press lays out only what it changed. */
export function createPages(world: World): Pages {
  let kept: { madeOf: readonly unknown[]; page: Page }[] = [];
  return {
    page(state, place, columns) {
      const view = viewOf(place);
      const { language } = state;
      const terms = activeQuery(state) === '' ? NO_TERMS : (state.found?.result.terms ?? NO_TERMS);
      const reads = view.reads(place, state);
      // All that the page is made from and that changes: content sees neither the state nor the place.
      const madeOf = [view, columns, language, terms, ...Object.values(reads)];
      const known = kept.find((one) => isSame(one.madeOf, madeOf));
      const page = known?.page ?? make();
      kept = [{ madeOf, page }, ...kept.filter((one) => one !== known)].slice(0, KEPT);
      return page;

      function make(): Page {
        const look = lookOf(world, language, terms);
        const { blocks, pinned = [], across = 1 } = view.content(reads, columns, look);
        return {
          title: titleOf(place, world.library),
          pinned,
          across,
          layout: layOut(blocks, columns),
        };
      }
    },
  };
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

/** How things are shown in a world. */
export function lookOf(
  { library, theme, now, copies }: World,
  language: State['language'],
  terms: readonly string[] = NO_TERMS,
): Look {
  return { library, theme, language, terms, now: now(), ...(copies ? { copies } : {}) };
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
