/** The search: a line to type in, and the hits. */

import { chipsLine, countLabel, searchPage } from '../../document/search.ts';
import type { SearchResult } from '../../search/engine.ts';
import { decode, encode } from '../encoding.ts';
import { EMPTY_FIELD, type Field, fieldWith } from '../field.ts';
import { atHere, changed, here } from '../trail.ts';
import { to } from '../updates.ts';
import { type View, wordTitle } from './view.ts';

type SearchPlace = {
  view: 'search';
  field: Field;
  /** Whether keys are typed, or move among the hits. */
  isTyping: boolean;
};

/** What is known before anything has been found. */
const NOTHING_YET: SearchResult = {
  hits: [],
  total: 0,
  how: 'all',
  similar: [],
  terms: [],
  filters: [],
  problems: [],
};

/** A search, ready to be typed into. */
export function searchPlace(field: Field = EMPTY_FIELD): SearchPlace {
  return { view: 'search', field, isTyping: true };
}

type Reads = { result: SearchResult; searches: readonly string[] };

export const search: View<SearchPlace, Reads> = {
  title: wordTitle,
  address: {
    word: 'search',
    format: ({ field }) => field.text.trim().split(/\s+/).map(encode).join('+'),
    parse(rest) {
      const query = rest.split('+').map(decode).join(' ').trim();
      return { ...searchPlace(fieldWith(query)), isTyping: query === '' };
    },
  },
  reads: (_place, { found, searches }) => ({ result: found?.result ?? NOTHING_YET, searches }),
  content: ({ result, searches }, _columns, telling) => ({
    blocks: searchPage(result, searches, telling),
    pinned: chipsLine(result),
  }),
  panes: () => 3,
  unfiltered: 'A search is filtered in its line: kind:expert, source:…, stance:…, date:…',
  footer: ({ isTyping }) =>
    isTyping
      ? ['open', 'switch-focus', 'back', 'help']
      : ['down', 'open', 'back', 'search', 'copy', 'put-aside', 'mark', 'help', 'quit'],
  line: ({ field, isTyping }, { asked, found }) => ({
    field,
    isTyping,
    note: asked === undefined ? countLabel(found?.result ?? NOTHING_YET) : 'searching',
  }),
  typed: (_place, field) => searchPlace(field),
  query: ({ field }) => field.text,
  actions: {
    search: {
      run: ({ state }, place) =>
        to(atHere(state, { place: searchPlace(place.field), cursor: here(state).cursor })),
    },
    'switch-focus': {
      run: ({ state }, place) =>
        to(
          atHere(state, {
            place: { ...place, isTyping: !place.isTyping },
            cursor: here(state).cursor,
          }),
        ),
    },
    'remove-chip': {
      waits: true,
      blocked: ({ state }) =>
        state.found?.result.reading?.chips.length
          ? undefined
          : 'Nothing was read into these words.',
      run({ state }, place) {
        const query = state.found?.result.reading?.chips.at(-1)?.without ?? '';
        return to(changed(state, { ...place, field: fieldWith(query) }));
      },
    },
    /** In an empty line, up brings back the last search, as in a shell. */
    recall: {
      blocked: ({ state }) =>
        state.searches.length === 0 ? 'Nothing has been searched for yet.' : undefined,
      run: ({ state }) => to(changed(state, searchPlace(fieldWith(state.searches[0] ?? '')))),
    },
  },
  spoken({ field: { text } }, { found }) {
    if (text === '') return ['Nothing typed yet.'];
    return [`Typed: ${text}`, countLabel(found?.result ?? NOTHING_YET)];
  },
};
