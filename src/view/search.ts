/** The results of a search, and what an empty search line offers. */
import type { Hit, SearchResult } from '../search/engine.ts';
import { highlight } from '../search/highlight.ts';
import { FILTERS } from '../search/query.ts';
import { wrapRanges } from '../terminal/text.ts';
import { dateLabel } from './dates.ts';
import { KIND_LABELS, outletLabel, roleLabel, shownQuotes, sourceLabel } from './labels.ts';
import {
  type Block,
  type Blocks,
  cell,
  type Look,
  prose,
  run,
  spread,
  still,
  type Target,
  whereSaid,
} from './look.ts';
import { heading, speakerLine } from './statement.ts';

/** Cells of the kind at the left of a hit. */
const KIND_CELLS = 11;
/** Lines of text shown of a hit. */
const SNIPPET_LINES = 2;

/** The hits, best first, under a line that says how they were found. */
export function searchBlocks(
  result: SearchResult,
  searches: readonly string[],
  look: Look,
): Blocks {
  const { theme } = look;
  const notes = resultNotes(result);
  const blocks: Block[] = [];
  if (notes.length > 0) {
    blocks.push(
      still((columns) => [
        ...notes.flatMap((note) => prose(note, columns, look, { paint: theme.warn })),
        '',
      ]),
    );
  }
  if (result.how === 'all' && result.hits.length === 0)
    return [...blocks, ...offers(searches, look)];
  return [...blocks, run(result.hits, (hit) => hitBlock(hit, look))];
}

/** What has to be said about a result: how it was found, what is wrong with the query. */
export function resultNotes({ how, similar, problems, hits }: SearchResult): string[] {
  const notes = problems.map(({ message }) => message);
  if (how === 'none' && problems.length === 0) {
    notes.push('Nothing found. Fewer or other words may help; names are found in any spelling.');
  }
  if (how === 'similar' && hits.length > 0) {
    const words = similar.map(({ asked, used }) => `${asked}: ${used.slice(0, 3).join(', ')}`);
    notes.push(`Nothing exact; similar: ${words.join('; ')}`);
  }
  if (how === 'partial' && hits.length > 0) notes.push('Nothing has all of it; these have most:');
  return notes;
}

/** How many there are, in words. */
export function countLabel({ total, hits, how }: SearchResult): string {
  if (how === 'all' && hits.length === 0) return '';
  if (total === 0) return 'nothing found';
  return total > hits.length
    ? `${hits.length} of ${total} hits`
    : `${total} hit${total === 1 ? '' : 's'}`;
}

/** More last searches would push what can be typed out of sight. */
const MOST_OFFERED = 5;

function offers(searches: readonly string[], look: Look): Block[] {
  const { theme } = look;
  const last: Block[] = [
    heading('Last searches (Up brings the first one back)', look),
    still((columns) => [
      ...searches.slice(0, MOST_OFFERED).flatMap((query) => prose(query, columns, look)),
      '',
    ]),
  ];
  return [
    ...(searches.length > 0 ? last : []),
    still((columns) =>
      prose(
        'Type words in any order and spelling, German or English; "exact phrase", !not, and filters:',
        columns,
        look,
        { paint: theme.dim },
      ).concat(''),
    ),
    ...FILTERS.map(({ example, title }) =>
      still((columns) => {
        if (columns < 60) return prose(`${example}: ${title}`, columns, look);
        return prose(title, columns, look, { indent: 26, paint: theme.dim }).map((line, index) =>
          index === 0 ? cell(example, 26, look) + line.slice(26) : line,
        );
      }),
    ),
  ];
}

/** A hit: its kind, what it is, and the words that were found. */
function hitBlock(hit: Hit, look: Look): Block {
  const { theme } = look;
  return {
    target: targetOf(hit, look),
    lines: (columns) => {
      const { title, note, texts } = describeHit(hit, look);
      const indent = columns < 50 ? 0 : KIND_CELLS;
      const kind = indent === 0 ? '' : theme.dim(cell(hit.type, KIND_CELLS, look));
      const head = spread(title, note, columns - indent, look, theme.strong, theme.dim);
      return [kind + head, ...snippet(texts, columns, indent, look), ''];
    },
  };
}

function targetOf({ type, id }: Hit, { library }: Look): Target {
  if (type === 'figure') return whereSaid(library.figure(id));
  if (type === 'event') return whereSaid(library.event(id));
  return { view: type, id };
}

type Described = { title: string; note: string; texts: string[] };

function describeHit({ type, id, title }: Hit, look: Look): Described {
  const { library, language } = look;
  switch (type) {
    case 'statement': {
      const statement = library.statement(id);
      const source = library.source(statement.source);
      const words = [shownQuotes(statement, source), statement.translation ?? ''];
      if (language === 'en') words.reverse();
      return {
        title: speakerLine(statement, look),
        note: `${outletLabel(source)}, ${dateLabel(statement.date)}`,
        texts: [...words, statement.summary].filter((text) => text !== ''),
      };
    }
    case 'scenario': {
      const scenario = library.scenario(id);
      return {
        title: scenario.title,
        note: `rung ${scenario.rung}`,
        texts: [scenario.proposition, scenario.titleDe, scenario.status],
      };
    }
    case 'person': {
      const person = library.person(id);
      const aliases =
        person.aliases.length > 0 ? [`also spelled ${person.aliases.join(', ')}`] : [];
      return {
        title: person.name,
        note: KIND_LABELS[person.kind],
        texts: [roleLabel(person) || KIND_LABELS[person.kind], ...aliases],
      };
    }
    case 'source': {
      const source = library.source(id);
      return {
        title: sourceLabel(source),
        note: source.file,
        texts: [source.title ?? source.note ?? source.file],
      };
    }
    case 'figure': {
      const figure = library.figure(id);
      return {
        title,
        note: `${library.person(figure.by).name}, ${dateLabel(figure.asOf)}`,
        texts: [figure.counted],
      };
    }
    case 'event': {
      const event = library.event(id);
      return {
        title,
        note: dateLabel(event.date),
        texts: [[event.place, event.note].filter(Boolean).join('; ')].filter((text) => text !== ''),
      };
    }
  }
}

/** The text with the most of what was searched for, cut so that the first find is in sight. */
function snippet(texts: readonly string[], columns: number, indent: number, look: Look): string[] {
  const scored = texts.map((text) => ({ text, marks: highlight(text, look.terms) }));
  const best = scored.reduce(
    (top, one) => (one.marks.length > (top?.marks.length ?? 0) ? one : top),
    scored[0],
  );
  if (!best) return [];
  const room = (columns - indent) * SNIPPET_LINES - 2;
  const { ellipsis } = look.theme.glyph;
  const first = best.marks[0]?.[0] ?? 0;
  let text = best.text;
  if (text.length > room && first > room / 2) {
    const from = text.indexOf(' ', Math.min(first - room / 3, text.length - room)) + 1;
    text = `${ellipsis} ${text.slice(from)}`;
  }
  const lines = prose(text, columns, look, { indent });
  if (lines.length <= SNIPPET_LINES) return lines;
  const shown = wrapRanges(text, columns - indent)[SNIPPET_LINES - 1] ?? [0, text.length];
  const last = text.lastIndexOf(' ', shown[1] - ellipsis.length - 1);
  const cut = `${text.slice(0, Math.max(last, shown[0]))} ${ellipsis}`;
  return prose(cut, columns, look, { indent }).slice(0, SNIPPET_LINES);
}
