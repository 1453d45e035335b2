/** Statements as annotations of their sources (W3C Web Annotation Data Model, JSON-LD). */

import type { Text } from '../article/text.ts';
import { authorLabel, roleLabel, stanceLabel } from '../document/labels.ts';
import { ourTranslation } from '../document/statement.ts';
import type { Library } from '../pack/library.ts';
import type { Quote, Source, Stance, Statement } from '../pack/schema.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

type Body = {
  type: 'TextualBody';
  purpose: 'describing' | 'identifying' | 'assessing' | 'tagging' | 'commenting';
  value: string;
  language?: string;
  format: 'text/plain';
};
type Selector =
  | { type: 'TextPositionSelector'; start: number; end: number; refinedBy?: Selector }
  | { type: 'TextQuoteSelector'; exact: string; prefix?: string; suffix?: string };
/** The page as it was read on a day, and a copy of it that is kept. */
type TimeState = {
  type: 'TimeState';
  sourceDateStart?: string;
  sourceDateEnd?: string;
  cached?: string;
};
type Target = {
  type: 'SpecificResource';
  source: {
    id: string;
    type: 'Text';
    format: 'text/plain' | 'text/html';
    language: string;
    creator?: { name: string }[];
  };
  state?: TimeState;
  selector: Selector;
};
export type Annotation = {
  id: string;
  type: 'Annotation';
  motivation: 'assessing' | 'describing';
  body: Body[];
  target: Target[];
};
type AnnotationPage = {
  '@context': typeof CONTEXT;
  id: string;
  type: 'AnnotationPage';
  startIndex: 0;
  partOf: { id: string; type: 'AnnotationCollection'; label: string; total: number };
  items: Annotation[];
};

/** The text of a source, where the reader has it. */
export type ArticleOf = (source: Source) => Text | undefined;

/** So many code points before and after a quote tell it from the same words elsewhere. */
const AROUND = 32;

/** All statements, an annotation each, on one page. */
export function annotationPage(
  { data, ...library }: Library,
  textOf: ArticleOf = () => undefined,
): AnnotationPage {
  const { pack, statements } = data;
  const base = `urn:rungs:${pack.id}`;
  return {
    '@context': CONTEXT,
    id: `${base}:page`,
    type: 'AnnotationPage',
    startIndex: 0,
    partOf: { id: base, type: 'AnnotationCollection', label: pack.title, total: statements.length },
    items: statements.map((statement) => annotation(statement, base, { data, ...library }, textOf)),
  };
}

function annotation(
  statement: Statement,
  base: string,
  library: Library,
  textOf: ArticleOf,
): Annotation {
  const { language } = library.data.pack;
  const body = (purpose: Body['purpose'], value: string) => bodyIn(language, purpose, value);
  const { id, quotes, stances } = statement;
  const source = library.source(statement.source);
  const quoted = quotes.length > 0 ? quotes : [undefined];
  return {
    id: `${base}:${id}`,
    type: 'Annotation',
    motivation: stances.length > 0 ? 'assessing' : 'describing',
    body: [
      body('describing', statement.summary),
      ...(statement.translation
        ? [body('describing', `“${statement.translation}” (${ourTranslation(statement, library)})`)]
        : []),
      ...(statement.context ? [body('commenting', statement.context)] : []),
      body('identifying', speakerText(statement, library)),
      ...stances.flatMap((stance) => stanceBodies(stance, library)),
    ],
    target: quoted.flatMap((quote) => targets(statement, quote, source, textOf(source))),
  };
}

function bodyIn(language: string, purpose: Body['purpose'], value: string): Body {
  return { type: 'TextualBody', purpose, value, language, format: 'text/plain' };
}

/** "Jane Roe, Mayor (2024-10-24)": who said it, in what role, when (EDTF). */
function speakerText({ speaker, holder, date }: Statement, library: Library): string {
  const person = library.person(speaker);
  const view = holder ? `giving the view of ${library.person(holder).name}` : '';
  const parts = [person.name, roleLabel(person, date), view].filter(Boolean);
  return `${parts.join(', ')} (${date})`;
}

/** A stance twice: as a tag that programs can read, and in words with the reason. */
function stanceBodies(stance: Stance, library: Library): Body[] {
  const { scenario, axis, value, condition, why } = stance;
  const { title } = library.scenario(scenario);
  const on = condition ? `, ${condition}` : '';
  const { language } = library.data.pack;
  const { language: _, ...tag } = bodyIn(language, 'tagging', `${scenario}/${axis}/${value}`);
  return [tag, bodyIn(language, 'assessing', `${title}: ${stanceLabel(stance)}${on}. Why: ${why}`)];
}

/** The passage in the file that was read; the quote on the page where that can be read, too. */
function targets(
  { span }: Statement,
  quote: Quote | undefined,
  source: Source,
  text: Text | undefined,
): Target[] {
  const { start, end } = span;
  const inFile: Target = {
    type: 'SpecificResource',
    source: {
      id: hashName(source.sha256),
      type: 'Text',
      format: 'text/plain',
      language: source.language,
    },
    selector: {
      type: 'TextPositionSelector',
      start,
      end,
      ...(quote && { refinedBy: placeSelector(quote, start, text) }),
    },
  };
  const { URL: address, language, author } = source;
  if (address === undefined || !quote) return [inFile];
  const creator = author?.map((one) => ({ name: authorLabel({ ...source, author: [one] }) }));
  const page = { id: address, type: 'Text', format: 'text/html', language } as const;
  const onPage: Target = {
    type: 'SpecificResource',
    source: { ...page, ...(creator && { creator }) },
    ...stateOf(source),
    selector: wordsSelector(quote, text),
  };
  return [inFile, onPage];
}

function stateOf({ accessed = '', archived }: Source): { state?: TimeState } {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(accessed);
  if (!isDay && archived === undefined) return {};
  return {
    state: {
      type: 'TimeState',
      ...(isDay && {
        sourceDateStart: `${accessed}T00:00:00Z`,
        sourceDateEnd: `${accessed}T23:59:59Z`,
      }),
      ...(archived !== undefined && { cached: archived }),
    },
  };
}

/** The quote within its passage: its place, counted from where that begins, then its words. */
function placeSelector(quote: Quote, from: number, text: Text | undefined): Selector {
  const { start, end } = quote;
  return {
    type: 'TextPositionSelector',
    start: start - from,
    end: end - from,
    refinedBy: wordsSelector(quote, text),
  };
}

/** The words of a quote, and those around it where the text is at hand. */
function wordsSelector({ exact, start, end }: Quote, text: Text | undefined): Selector {
  const around = text && {
    prefix: text.slice({ start: Math.max(0, start - AROUND), end: start }),
    suffix: text.slice({ start: end, end: Math.min(text.length, end + AROUND) }),
  };
  return { type: 'TextQuoteSelector', exact, ...around };
}

/** A file named by its hash (RFC 6920): the articles have no address, and are not shipped. */
function hashName(sha256: string): string {
  return `ni:///sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`;
}
