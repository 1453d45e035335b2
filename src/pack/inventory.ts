/** What a pack holds, and what it lacks. */
import { isSameLanguage } from '../languages/languages.ts';
import type { Library, Side } from './library.ts';

/** Counts by kind of record, and the ids of what has a gap. */
export type Inventory = {
  counts: Record<string, number>;
  gaps: {
    /** Scenarios without a statement on a side; nobody need expect what is reported. */
    nobodyFavours: string[];
    nobodyOpposes: string[];
    nobodyExpects: string[];
    nobodyDoubts: string[];
    /** People who neither speak, nor hold a view, nor pass anything on, nor give a figure. */
    peopleWithoutStatement: string[];
    /** Statements with a quote in another language than the pack's, and no translation of it. */
    translationMissing: string[];
  };
};

/** What a pack holds, counted, and what it lacks. */
export function inventoryOf(library: Library): Inventory {
  const { data } = library;
  const { sources, people, scenarios, statements, figures, events, relations } = data;
  const kinds = { sources, people, scenarios, statements, figures, events, relations };
  const counts = Object.entries(kinds).map(([kind, records]) => [kind, records.length]);
  const without = (side: Side) =>
    idsOf(scenarios.filter(({ id }) => library.tally(id)[side] === 0));
  const heard = new Set(
    [
      ...statements.flatMap(({ speaker, holder, relayedBy }) => [speaker, holder, ...relayedBy]),
    ].concat(figures.flatMap(({ by, relayedBy }) => [by, ...relayedBy])),
  );
  return {
    counts: Object.fromEntries(counts),
    gaps: {
      nobodyFavours: without('favours'),
      nobodyOpposes: without('opposes'),
      nobodyExpects: idsOf(
        scenarios.filter(({ id, reported }) => {
          const { expects, possible } = library.tally(id);
          return expects + possible + reported.length === 0;
        }),
      ),
      nobodyDoubts: without('doubts'),
      peopleWithoutStatement: idsOf(people.filter(({ id }) => !heard.has(id))),
      translationMissing: idsOf(
        statements.filter(
          ({ quotes, translation, source }) =>
            quotes.length > 0 &&
            !translation &&
            !isSameLanguage(library.source(source).language, data.pack.language),
        ),
      ),
    },
  };
}

const idsOf = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id);
