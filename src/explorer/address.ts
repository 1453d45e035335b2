/**
 * Addresses: every place of the explorer in a short string that can be typed, sent and opened
 * again. The id of a record, `ladder`, `search:nato+troops+speaker:macron`, `compare:a+b`. Words
 * are joined by "+"; what a shell or a chat could take for its own is percent-encoded (RFC 3986).
 */
import type { Library } from '../pack/library.ts';
import { type NamedKind, type NotNamed, resolve } from '../pack/naming.ts';
import { KINDS } from '../pack/values.ts';
import { clean } from '../terminal/text.ts';
import { MOST_COMPARED } from '../view/compare.ts';
import { MATRIX_ROWS, MATRIX_SORTS } from '../view/matrix.ts';
import { TIMELINE_SHOWS } from '../view/timeline.ts';
import { fieldWith } from './field.ts';
import type { Place } from './state.ts';

const LADDER = 'ladder';
const SEARCH = 'search:';
const COMPARE = 'compare:';
/** All but letters, digits and the marks that no shell takes for its own. */
const ENCODED = /[^\p{L}\p{M}\p{N}:,._-]/gu;

/** The address of a place; without the scroll position and the column in focus. */
export function formatAddress(place: Place): string {
  switch (place.view) {
    case 'ladder':
      return LADDER;
    case 'search':
      return SEARCH + place.field.text.trim().split(/\s+/).map(encode).join('+');
    case 'compare':
      return COMPARE + place.ids.join('+');
    case 'matrix': {
      const { rows, sort, only } = place;
      return `${MATRIX}${[rows, sort, only].filter(Boolean).join(',')}`;
    }
    case 'timeline':
      return place.show === TIMELINE_SHOWS[0] ? 'timeline' : 'timeline:all';
    case 'figures':
    case 'people':
    case 'relations':
      return place.view;
    default:
      return place.id;
  }
}

const MATRIX = 'matrix:';
const OVERVIEWS: Readonly<Record<string, Place>> = {
  matrix: { view: 'matrix', column: 0, rows: 'speakers', sort: 'kind' },
  timeline: { view: 'timeline', show: TIMELINE_SHOWS[0] },
  'timeline:all': { view: 'timeline', show: TIMELINE_SHOWS[1] },
  figures: { view: 'figures' },
  people: { view: 'people' },
  relations: { view: 'relations' },
};

/** The choice after "matrix:", its parts in any order; unknown parts are passed over. */
function parseMatrix(text: string): Place {
  const parts = text.split(',');
  const rows = MATRIX_ROWS.find((one) => parts.includes(one)) ?? 'speakers';
  const sort = MATRIX_SORTS.find((one) => parts.includes(one)) ?? 'kind';
  const only = KINDS.find((one) => parts.includes(one));
  return { view: 'matrix', column: 0, rows, sort, ...(only ? { only } : {}) };
}

/** The place an address leads to. What names a record may be abbreviated as in commands. */
export function parseAddress(address: string, library: Library): Place | NotNamed {
  const text = address.trim();
  if (text === LADDER || text === '') return { view: 'ladder' };
  const overview = OVERVIEWS[text];
  if (overview) return overview;
  if (text.startsWith(MATRIX)) return parseMatrix(text.slice(MATRIX.length));
  if (text.startsWith(SEARCH)) {
    const query = text.slice(SEARCH.length).split('+').map(decode).join(' ').trim();
    return { view: 'search', field: fieldWith(query), isTyping: query === '' };
  }
  if (text.startsWith(COMPARE)) return parseComparison(text.slice(COMPARE.length), library);
  const named = resolve(decode(text), library, RECORD_KINDS);
  return 'problem' in named ? named : { view: named.kind as RecordKind, id: named.id };
}

const RECORD_KINDS = [
  'scenario',
  'statement',
  'person',
  'source',
] as const satisfies readonly NamedKind[];
type RecordKind = (typeof RECORD_KINDS)[number];

function parseComparison(text: string, library: Library): Place | NotNamed {
  const ids: string[] = [];
  for (const name of text.split(/[+ ]/).filter(Boolean)) {
    const named = resolve(decode(name), library, ['scenario']);
    if ('problem' in named) return named;
    if (!ids.includes(named.id)) ids.push(named.id);
  }
  if (ids.length < 2 || ids.length > MOST_COMPARED) {
    const problem = `a comparison is of 2 to ${MOST_COMPARED} scenarios, such as compare:1+2`;
    return { problem, nearest: [] };
  }
  return { view: 'compare', ids, column: 0 };
}

function encode(text: string): string {
  return text.replace(ENCODED, (mark) =>
    [...Buffer.from(mark, 'utf8')]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}

/** Text that was never encoded, such as "100%", stays as it is. */
function decode(text: string): string {
  try {
    return clean(decodeURIComponent(text));
  } catch {
    return clean(text);
  }
}
