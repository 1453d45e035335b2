/**
 * Addresses: every place of the explorer in a short string that can be typed, sent and opened
 * again. The id of a record, `ladder`, `search:nato+troops+speaker:macron`, `compare:a+b`. Words
 * are joined by "+". Each view reads and writes its own.
 */
import type { Library } from '../pack/library.ts';
import type { NotNamed } from '../pack/naming.ts';
import { HOME } from './views/home.ts';
import { RECORD_VIEWS, recordNamed } from './views/record.ts';
import { type Place, VIEWS, viewOf } from './views/table.ts';

/** The word of an address may come from outside: a map holds no more than is put in. */
const BY_WORD = new Map(Object.values(VIEWS).map((view) => [view.address.word, view]));

/** The address of a place; without the scroll position and the column in focus. */
export function formatAddress(place: Place): string {
  const { word, isRecord, format } = viewOf(place).address;
  const rest = format(place);
  if (rest === '') return word;
  // A record may have the word of a view for its id.
  return isRecord && !BY_WORD.has(rest) ? rest : `${word}:${rest}`;
}

/** The place an address leads to. What names a record may be abbreviated as in commands. */
export function parseAddress(address: string, library: Library): Place | NotNamed {
  const text = address.trim();
  if (text === '') return HOME;
  const [word = ''] = text.split(':', 1);
  const view = BY_WORD.get(word);
  if (view && !(view.address.isRecord && word === text)) {
    return view.address.parse(text.slice(word.length + 1), library);
  }
  return recordNamed(text, library, RECORD_VIEWS);
}
