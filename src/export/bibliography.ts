/** Sources, and statements in them, for reference managers: BibTeX and CSL-JSON. */

import { dateLabel, MONTHS } from '../document/dates.ts';
import { oneLine } from '../document/document.ts';
import type { Library } from '../pack/library.ts';
import type { Source } from '../pack/schema.ts';

/** What is cited: a source, and where it is a statement the citation of its words. */
export type Cited = { id: string; source: Source; note?: string };

type CslDate = { 'date-parts': number[][]; circa?: true } | { literal: string };
/** An item of CSL-JSON (Citation Style Language 1.0.2); dates as in its `date-variable`. */
export type CslItem = {
  id: string;
  type: string;
  title?: string;
  author?: ({ literal: string } | { family: string; given?: string })[];
  publisher?: string;
  URL?: string;
  accessed?: CslDate;
  archive_location?: string;
  'container-title'?: string;
  issued?: CslDate;
  language: string;
  note?: string;
};

/** A reference as CSL-JSON; what the source does not give is left out. */
export function cslItem({ id, source, note }: Cited): CslItem {
  const { type, title, author, publisher, accessed, archived, issued, language } = source;
  const { 'container-title': outlet, URL: address } = source;
  return {
    id,
    type,
    ...(title !== undefined && { title }),
    ...(author && { author: author.map(cslName) }),
    ...(publisher !== undefined && { publisher }),
    ...(address !== undefined && { URL: address }),
    ...(accessed !== undefined && { accessed: cslDate(accessed) }),
    ...(archived !== undefined && { archive_location: archived }),
    ...(outlet !== undefined && { 'container-title': outlet }),
    ...(issued !== undefined && { issued: cslDate(issued) }),
    language,
    ...(note !== undefined && { note }),
  };
}

type Author = NonNullable<Source['author']>[number];

/** A name whose parts are not told stays whole. */
function cslName(name: Author): NonNullable<CslItem['author']>[number] {
  if (typeof name === 'string') return { literal: name };
  return { family: name.family, ...(name.given !== undefined && { given: name.given }) };
}

/** BibTeX takes a name in braces whole, and "Family, Given" apart. */
function bibtexName(name: Author): string {
  if (typeof name === 'string') return braced(name);
  return [name.family, name.given].flatMap((part) => (part ? [escapeBibtex(part)] : [])).join(', ');
}

const PLAIN_DATE = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)$/;

function cslDate(edtf: string): CslDate {
  const dates = edtf.split('/').map((date) => PLAIN_DATE.exec(date));
  const parts = dates.map((date) => date?.slice(1, 4).filter(Boolean).map(Number) ?? []);
  if (parts.some(({ length }) => length === 0)) return { literal: dateLabel(edtf) };
  const isUncertain = dates.some((date) => date?.[4]);
  return { 'date-parts': parts, ...(isUncertain && { circa: true }) };
}

/** A reference as a BibTeX entry in UTF-8. */
export function bibtexEntry({ id, source, note }: Cited): string {
  const { type, title, author = [], publisher, accessed, issued = '', language } = source;
  const { 'container-title': outlet, URL: address, archived } = source;
  const isArticle = type.startsWith('article');
  const [, year, month, day] = PLAIN_DATE.exec(issued) ?? [];
  const names = author.map(bibtexName).join(' and ');
  const monthName = MONTHS[Number(month) - 1]?.toLowerCase();
  const fields = [
    ['author', names && `{${names}}`],
    ['title', title && `{{${escapeBibtex(title)}}}`],
    [isArticle ? 'journal' : 'howpublished', outlet && braced(outlet)],
    ['year', year && braced(year)],
    ['month', monthName],
    ['day', day && braced(String(Number(day)))],
    ['publisher', publisher && braced(publisher)],
    ['url', address && `{${verbatim(address)}}`],
    ['urldate', accessed && braced(accessed)],
    ['language', braced(language)],
    ['note', note && braced(note)],
    ['addendum', archived && `{Archived at \\url{${verbatim(archived)}}}`],
  ].flatMap(([name, value]) => (value ? [`  ${name} = ${value},`] : []));
  return [`@${isArticle ? 'article' : 'misc'}{${id},`, ...fields, '}'].join('\n');
}

/** An address as it is, which is what `url` takes; what could end it there is encoded. */
const verbatim = (address: string): string =>
  address.replace(/[{}\\\s]/g, (mark) => encodeURIComponent(mark));

const braced = (text: string): string => `{${escapeBibtex(text)}}`;

/** BibTeX counts braces behind a backslash, too: what stands for one must be a word. */
const BIBTEX: Record<string, string> = {
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeBibtex(text: string): string {
  return oneLine(text).replace(/[\\{}$&#%_~^]/g, (mark) => BIBTEX[mark] ?? `\\${mark}`);
}

/** The reference for a source, or for a statement with its citation as a note. */
export function referenceOf(id: string, library: Library, note?: string): Cited {
  const source = library.source(note === undefined ? id : library.statement(id).source);
  return { id, source, ...(note !== undefined && { note }) };
}
