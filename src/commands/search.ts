/** `rungs search`: the best hits of a query. */
import { CommandError } from '../cli/error.ts';
import { aside, prose } from '../document/document.ts';
import { KINDS_OF_RECORD, recordItem, recordJson } from '../document/kinds.ts';
import { resultNotes } from '../document/search.ts';
import { createLibrary, type Library } from '../pack/library.ts';
import { type Named, resolve } from '../pack/naming.ts';
import { markdownParts } from '../render/markdown.ts';
import { partRows } from '../render/terminal.ts';
import { createSearch, type Hit, type Search, type SearchResult } from '../search/engine.ts';
import { STOP_WORDS } from '../search/stop-words.ts';
import { type Answer, jsonText, lookOf, proseColumns, type Request, tellingOf } from './command.ts';

/** Hits shown to a person who did not say how many: the best is still in sight. */
const SHOWN = 5;

/** Searches the pack; the words are one query, as if typed into the explorer's search line. */
export async function runSearch(request: Request): Promise<Answer> {
  const { args, options } = request;
  const query = args.join(' ');
  if (query.trim() === '') throw new CommandError('nothing to search for: the query is empty', 2);
  const pack = await request.pack();
  const library = createLibrary(pack.data);
  const search = createSearch(pack);
  const limit = options.limit ?? (options.json ? pack.records.length : SHOWN);
  const result = search.find(query, { limit });
  const wrong = result.problems.find(({ about }) => about === 'key');
  if (wrong) throw new CommandError(wrong.message, 2);
  if (result.hits.length === 0) return nothing(result, query, search, library, request);
  if (options.json) return { text: jsonText(hitsJson(result, library)) };
  if (options.format === 'markdown') return { text: markdown(result, library, request) };
  return { text: text(result, library, request) };
}

function nothing(
  { problems }: SearchResult,
  query: string,
  search: Search,
  library: Library,
  { options }: Request,
): Answer {
  const note =
    problems[0]?.message ?? `nothing found: ${shortened(query)}; ${hint(query, search, library)}`;
  return { text: options.json ? '[]' : '', note, code: 1 };
}

/** Words of a query that is longer are not tried alone. */
const FEW_WORDS = 6;

/** The nearest things that exist: names like the query, or those of its words that find something. */
function hint(query: string, search: Search, library: Library): string {
  const named = resolve(query, library);
  const names = 'nearest' in named ? named.nearest : [];
  const words = query.split(/\s+/).filter((word) => word !== '' && !STOP_WORDS.has(word));
  const alone = words.length < 2 || words.length > FEW_WORDS ? [] : words;
  const counts = alone.flatMap((word) => {
    const { total, how } = search.find(word, { limit: 1 });
    return how === 'exact' ? [`${word} (${total})`] : [];
  });
  const near = [...names, ...counts];
  return near.length > 0 ? `nearest: ${near.join(', ')}` : 'try fewer or other words';
}

const shortened = (query: string): string =>
  query.length > 60 ? `${query.slice(0, 57)}...` : query;

const namedOf = ({ type, id }: Hit): Named => ({ kind: type, id });

function hitsJson({ hits, how, similar }: SearchResult, library: Library): unknown[] {
  return hits.map((hit) => ({
    ...recordJson(namedOf(hit), library),
    matched: { how, similar },
  }));
}

function markdown({ hits }: SearchResult, library: Library, { options }: Request): string {
  return markdownParts(hits.map((hit) => recordItem(namedOf(hit), library, options.lang)));
}

function text(result: SearchResult, library: Library, request: Request): string {
  const look = lookOf(request, result.terms);
  const { theme } = look;
  const telling = tellingOf(request, library);
  const answers = result.hits.map((hit) => {
    const more = prose(aside(`rungs show ${hit.id}`));
    const parts = [...KINDS_OF_RECORD[hit.type].answer(hit.id, telling), more];
    return partRows(parts, proseColumns(request), look).join('\n');
  });
  const notes = resultNotes(result).map((note) => theme.warn(note));
  const left = result.total - result.hits.length;
  const rest = left > 0 ? [theme.dim(`${left} more: --limit ${result.total}`)] : [];
  return [...notes, ...answers, ...rest].join('\n\n');
}
