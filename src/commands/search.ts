/** `rungs search`: the best hits of a query. */
import { CommandError } from '../cli/error.ts';
import {
  chipLabel,
  firstAnswers,
  nearPassages,
  otherAnswer,
  shortLine,
} from '../document/answer.ts';
import { aside, type Part, plural, prose } from '../document/document.ts';
import { recordItem, recordJson } from '../document/kinds.ts';
import { sourceLabel } from '../document/labels.ts';
import { inexactNotes, nearestNote, resultNotes } from '../document/search.ts';
import { createLibrary, type Library } from '../pack/library.ts';
import type { Named } from '../pack/naming.ts';
import { markdownParts } from '../render/markdown.ts';
import { glyphText } from '../render/styled.ts';
import { partRows } from '../render/terminal.ts';
import { createSearch, type Hit, type SearchResult } from '../search/engine.ts';
import { paragraphsHolding } from '../search/passages.ts';
import { vocabularyOf } from '../search/vocabulary.ts';
import { clean } from '../terminal/text.ts';
import {
  type Answer,
  jsonText,
  lookOf,
  proseColumns,
  type Request,
  shownLanguage,
  tellingOf,
} from './command.ts';
import { copiesIn } from './copies.ts';

/** Lines of an answer to somebody who did not say how many: all of it is in sight. */
const LINES = 12;
/** So many other hits are shown at least. */
const LEAST_OTHERS = 2;
/** Hits in one line each, read aloud or pasted, where nobody said how many. */
const SHORT_HITS = 5;

/** Searches the pack; the words are one query, as if typed into the explorer's search line. */
export async function runSearch(request: Request): Promise<Answer> {
  const { args, options } = request;
  const query = args.join(' ');
  if (query.trim() === '') throw new CommandError('nothing to search for: the query is empty', 2);
  const pack = await request.pack();
  const library = createLibrary(pack.data);
  const search = createSearch(pack);
  const limit = options.limit ?? (options.json ? pack.records.length : LINES);
  const result = search.find(query, { limit });
  const wrong = result.problems.find(({ about }) => about === 'key');
  if (wrong) throw new CommandError(wrong.message, 2);
  const passages = await passagesHolding(query, library, request);
  if (result.hits.length === 0) return nothing(result, query, request, passages);
  if (options.json) return { text: jsonText(hitsJson(result, library)) };
  if (options.format === 'markdown') return { text: markdown(result, library, request) };
  if (options.short) return { text: short(result, library, request) };
  return { text: [text(result, library, request), ...passages].join('\n\n') };
}

function nothing(
  { problems, nearest = [] }: SearchResult,
  query: string,
  request: Request,
  passages: readonly string[],
): Answer {
  const note =
    problems[0]?.message ?? `nothing found: ${shortened(query)}; ${nearestNote(nearest)}`;
  // What the pack tells nothing of may stand in an article.
  if (passages.length > 0) return { text: passages.join('\n\n'), note };
  return { text: request.options.json ? '[]' : '', note, code: 1 };
}

/** Passages shown of the reader's own copies. */
const PASSAGES = 3;

/** Where words stand in the articles, where the reader has told where their copies are. */
async function passagesHolding(
  query: string,
  library: Library,
  request: Request,
): Promise<string[]> {
  const { json, short, format, sources } = request.options;
  const { copies } = await copiesIn(sources);
  if (!copies || json || short || format === 'markdown') return [];
  const vocabulary = vocabularyOf(library.data);
  const found = library.data.sources.flatMap((source) => {
    const copy = copies(source);
    if ('problem' in copy) return [];
    const paragraphs = copy.text.paragraphs.map((place) => copy.text.slice(place));
    return paragraphsHolding(query, paragraphs, vocabulary).map((number) => ({
      source,
      paragraph: paragraphs[number] as string,
    }));
  });
  const columns = request.isFitted ? proseColumns(request) : Number.MAX_SAFE_INTEGER;
  const shown = found.slice(0, PASSAGES).map(({ source, paragraph }) => {
    const lead = aside(`in the article of ${sourceLabel(source)}: `);
    return partRows([prose([lead, clean(paragraph)])], columns, lookOf(request)).join('\n');
  });
  const more = found.length - shown.length;
  return more > 0 ? [...shown, `${plural(more, 'more passage')} of the articles`] : shown;
}

const shortened = (query: string): string =>
  query.length > 60 ? `${query.slice(0, 57)}...` : query;

const namedOf = ({ type, id }: Hit): Named => ({ kind: type, id });

function hitsJson(result: SearchResult, library: Library): unknown[] {
  const { hits, how, similar, reading, answering } = result;
  return hits.map((hit, place) => ({
    ...recordJson(namedOf(hit), library),
    matched: {
      how,
      similar,
      ...(how === 'near' && { nearest: nearPassages(result, hit, library) }),
      ...(reading && {
        readAs: reading.chips.map(chipLabel),
        isAnswer: place < (answering ?? 0),
      }),
    },
  }));
}

function markdown(result: SearchResult, library: Library, { options }: Request): string {
  return markdownParts([
    ...inexactNotes(result, library).map((note) => prose(note)),
    ...result.hits.map((hit) =>
      recordItem(namedOf(hit), library, shownLanguage(options.lang, library)),
    ),
  ]);
}

/** A line a hit, whole: those that answer the question, or that nobody does and who comes nearest. */
function short(result: SearchResult, library: Library, request: Request): string {
  const { reading, hits, answering = 0 } = result;
  const { theme } = request;
  const telling = tellingOf(request, library);
  const most = request.options.limit ?? (answering || SHORT_HITS);
  const lines = hits
    .slice(0, Math.min(most, request.options.limit ?? SHORT_HITS))
    .map((hit) => shortLine(hit, reading, telling));
  const notes = inexactNotes(result, library).map((note) => glyphText(note, theme));
  return [...notes, ...lines].join('\n');
}

/**
 * The answer, then what else there is, one line each: a dozen lines unless more is asked for. What
 * is told about the answer makes room for the others, and a translation for the words themselves.
 */
function text(result: SearchResult, library: Library, request: Request): string {
  const { hits, total, reading } = result;
  const { limit } = request.options;
  const telling = tellingOf(request, library);
  const columns = request.isFitted ? proseColumns(request) : Number.MAX_SAFE_INTEGER;
  const look = lookOf(request, result.terms);
  const rowsOf = (parts: readonly Part[]) => partRows(parts, columns, look);
  const [first, ...others] = hits as [Hit, ...Hit[]];
  const notes = rowsOf(resultNotes(result, library).map((note) => prose(aside(note))));
  const least = Math.min(others.length, LEAST_OTHERS);
  const around =
    (notes.length && notes.length + 1) + (least && least + 1) + Number(total > least + 1);
  const room = limit === undefined ? LINES - around : Number.POSITIVE_INFINITY;
  const answer = fitting(firstAnswers(first, reading, telling), room, rowsOf);
  const used = around - least + answer.length;
  const most = limit ?? Math.max(least, LINES - used) + 1;
  const rest = others
    .slice(0, most - 1)
    .flatMap((hit) => rowsOf([otherAnswer(hit, reading, telling)]));
  const left = total - Math.min(hits.length, most);
  const more = left > 0 ? rowsOf([prose(aside(`${left} more: --limit ${total}`))]) : [];
  return [notes, answer, [...rest, ...more]]
    .filter((rows) => rows.length > 0)
    .map((rows) => rows.join('\n'))
    .join('\n\n');
}

/** The first of several ways to tell something that takes no more rows than there are; else the last. */
function fitting(
  ways: readonly (readonly Part[])[],
  room: number,
  rowsOf: (parts: readonly Part[]) => string[],
): string[] {
  let rows: string[] = [];
  for (const way of ways) {
    rows = rowsOf(way);
    if (rows.length <= room) break;
  }
  return rows;
}
