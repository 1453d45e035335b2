/** The results of a search, and what an empty search line offers. */
import type { Library } from '../pack/library.ts';
import { meant, nameables } from '../pack/naming.ts';
import type { Hit, SearchResult } from '../search/engine.ts';
import { FILTERS } from '../search/query.ts';
import { chipLabel, countNotes, nearNote, nobodyNotes, readingNote } from './answer.ts';
import {
  aside,
  type Block,
  type Blocks,
  block,
  heading,
  type Part,
  prose,
  run,
  SPACE,
  section,
  strong,
  type Telling,
  type Words,
} from './document.ts';
import { KINDS_OF_RECORD } from './kinds.ts';

/** The hits by type under a line that says how they were found; what answers a question stands first. */
export function searchPage(
  result: SearchResult,
  searches: readonly string[],
  telling: Telling,
): Blocks {
  const notes = inexactNotes(result, telling.library).map((text) =>
    prose({ means: 'warning', text }),
  );
  const head = notes.length > 0 ? [block('notes', ...notes)] : [];
  if (result.how === 'all' && result.hits.length === 0)
    return [...head, ...offers(searches, telling.library)];
  return [...head, ...hitGroups(result).flatMap((group) => groupBlocks(group, telling))];
}

type HitGroup = { title: string; hits: Hit[] };

/** What answers the question; then the types in the order of their best hits, each best first. */
function hitGroups({ hits, answering = 0 }: SearchResult): HitGroup[] {
  const groups = new Map<string, Hit[]>();
  for (const [place, hit] of hits.entries()) {
    const title = place < answering ? 'answering it' : KINDS_OF_RECORD[hit.type].plural;
    const group = groups.get(title);
    if (group) group.push(hit);
    else groups.set(title, [hit]);
  }
  return [...groups].map(([title, hits]) => ({ title, hits }));
}

function groupBlocks({ title, hits }: HitGroup, telling: Telling): Blocks {
  return [
    block(`group:${title}`, heading('group', title, { notes: [String(hits.length)] })),
    run(
      hits,
      ({ type, id }) => `${type}:${id}`,
      (hit) => hitBlock(hit, telling),
    ),
  ];
}

/** How a question was read, thing by thing, and that each can be taken away. */
export function chipsLine({ reading }: SearchResult): Part[] {
  if (!reading || reading.chips.length === 0) return [];
  const chips = reading.chips.flatMap((chip): Words[] => [strong(`[${chipLabel(chip)}]`), ' ']);
  return [prose([aside('read as '), ...chips, aside(' Ctrl-X takes the last one away')]), SPACE];
}

/** What has to be said about a result: how it was read, then all that `inexactNotes` say. */
export function resultNotes(result: SearchResult, library: Library): Words[] {
  const read = readingNote(result);
  return [...(read === undefined ? [] : [read]), ...inexactNotes(result, library)];
}

/** That hits are not quite what was asked for, or that nobody says it: said wherever they are pasted. */
export function inexactNotes(result: SearchResult, library: Library): Words[] {
  const { how, similar, problems, hits, nearest = [] } = result;
  const notes: Words[] = problems.map(({ message }) => message);
  notes.push(
    ...countNotes(result, library),
    ...nobodyNotes(result, library),
    ...nearNote(result, library),
  );
  if (how === 'none' && problems.length === 0)
    notes.push(`Nothing found; ${nearestNote(nearest)}.`);
  if (how === 'similar' && hits.length > 0) {
    const words = similar.map(({ asked, used }) => `${asked}: ${used.slice(0, 3).join(', ')}`);
    notes.push(`Nothing exact; similar: ${words.join('; ')}`);
  }
  if (how === 'partial' && hits.length > 0) notes.push('Nothing has all of it; these have most:');
  return notes;
}

/** What is nearest to a query that finds nothing. */
export const nearestNote = (nearest: readonly string[]): string =>
  nearest.length > 0 ? `nearest: ${nearest.join(', ')}` : 'try fewer or other words';

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

function offers(searches: readonly string[], library: Library): Block[] {
  const last = searches.slice(0, MOST_OFFERED).map((query) => prose(query));
  const how =
    'Type words in any order and spelling, in the language of the sources or the pack; "exact phrase", !not, and filters:';
  return [
    ...(last.length > 0
      ? [section('Last searches (Up brings the first one back)'), block('last', ...last, SPACE)]
      : []),
    block('how', prose(aside(how)), SPACE),
    ...FILTERS.map((filter) => {
      const label = exampleIn(filter, library);
      return block(`filter:${filter.key}`, {
        kind: 'fact',
        of: 'query',
        label,
        text: aside(filter.title),
      });
    }),
  ];
}

/** The example of a filter, where the open pack has what it names, or one that it has. */
function exampleIn({ key, example, ...filter }: (typeof FILTERS)[number], { data }: Library) {
  if ('isDate' in filter) {
    const days = data.sources.flatMap(({ issued }) => issued ?? []);
    return days.some((day) => example === `${key}:${day}`)
      ? example
      : `${key}:${days[0] ?? data.pack.asOf}`;
  }
  if (!('from' in filter)) return example;
  const known = nameables(filter.from, data);
  const named = example.slice(key.length + 1);
  const first = known[0]?.id;
  return first === undefined || meant(named, known).length > 0 ? example : `${key}:${first}`;
}

/** A hit: what it is, the words that were found, where and when. */
function hitBlock({ type, id, title }: Hit, telling: Telling): Omit<Block, 'key'> {
  const kind = KINDS_OF_RECORD[type];
  const { note, texts, ...hit } = kind.hit(id, telling);
  return {
    target: kind.target(id, telling.library),
    record: { kind: type, id },
    parts: [{ kind: 'snippet', of: type, title: hit.title ?? title, note, texts }],
  };
}
