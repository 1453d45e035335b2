/**
 * Reads files of statements that are to come into a pack: JSON, JSON Lines and CSV in the form of
 * drafts; what rungs exports; annotations of the Web and of Hypothesis; a report of an import.
 */
import { parse as parseCsv } from 'csv-parse/sync';

/** A draft as it was given, not validated yet, and what else is known of it. */
export type Given = {
  draft: Record<string, unknown>;
  /** The line of the file at which it begins, from 1; absent where the form has none. */
  line?: number;
  /** The passage, where the form has its place; without a hash it is that of the whole file. */
  span?: { start: number; end: number; sha256?: string };
  /** What stands before and behind the quote. */
  around?: { prefix: string; suffix: string };
};

/** A file that cannot be read as any of the forms. */
export class UnreadableDrafts extends Error {
  override name = 'UnreadableDrafts';
  constructor(
    message: string,
    readonly line = 1,
    readonly column = 1,
  ) {
    super(message);
  }
}

type Fields = Record<string, unknown>;

/** The drafts in a file, whatever its form. @throws UnreadableDrafts */
export function readDrafts(text: string): Given[] {
  const body = text.replace(/^\uFEFF/, '');
  const begins = body.trimStart()[0];
  if (begins === undefined) throw new UnreadableDrafts('is empty');
  if (begins !== '[' && begins !== '{') return readCsv(body);
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  if (begins === '{' && lines.length > 1 && isJson(lines[0] as string)) return readJsonLines(body);
  return fromJson(parseJson(body), body);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function parseJson(text: string, line = 1): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const [, position] = /position (\d+)/.exec(message) ?? [];
    const before = text.slice(0, Number(position ?? 0));
    const at = before.split('\n').length;
    const column = before.length - before.lastIndexOf('\n');
    throw new UnreadableDrafts(`is no JSON: ${message}`, line + at - 1, column);
  }
}

function readJsonLines(text: string): Given[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const value = parseJson(line, index + 1);
    if (!isFields(value)) throw new UnreadableDrafts('is no object in { }', index + 1);
    return [{ ...fromObject(value), line: index + 1 }];
  });
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

function fromJson(value: unknown, text: string): Given[] {
  if (Array.isArray(value)) {
    const lines = elementLines(text);
    return value.map((one, index) => {
      const line = lines[index] ?? 1;
      if (!isFields(one)) throw new UnreadableDrafts('is no object in { }', line);
      return { ...fromObject(one), line };
    });
  }
  if (!isFields(value)) throw new UnreadableDrafts('is neither a list nor an object');
  if (Array.isArray(value.statements) && Array.isArray(value.sources)) return fromPack(value);
  if (value.refused !== undefined || value.ambiguous !== undefined) {
    return [...list(value.refused), ...list(value.ambiguous)].filter(isFields).map(fromObject);
  }
  for (const key of ['items', 'rows', 'annotations', 'drafts', 'statements']) {
    const inner = value[key] ?? (isFields(value.first) ? value.first[key] : undefined);
    if (Array.isArray(inner)) return inner.filter(isFields).map(fromObject);
  }
  return [{ ...fromObject(value), line: 1 }];
}

/** The lines on which the elements of the outermost list begin. */
function elementLines(text: string): number[] {
  const lines: number[] = [];
  let [line, depth] = [1, 0];
  let isText = false;
  let isAwaited = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] as string;
    if (char === '\n') line += 1;
    if (isText) {
      if (char === '\\') at += 1;
      else if (char === '"') isText = false;
      continue;
    }
    if (isAwaited && depth === 1 && !/[\s,\]]/.test(char)) {
      lines.push(line);
      isAwaited = false;
    }
    if (char === '"') isText = true;
    else if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth -= 1;
    if (depth === 1 && (char === ',' || char === '[')) isAwaited = true;
  }
  return lines;
}

/** An entry of a report, an annotation, or a draft as it is. */
function fromObject(value: Fields): Given {
  if (isFields(value.draft)) return { draft: value.draft };
  return value.target !== undefined ? fromAnnotation(value) : { draft: value };
}

/** All statements of an exported pack. */
function fromPack(value: Fields): Given[] {
  const byId = (key: string) =>
    new Map(
      list(value[key])
        .filter(isFields)
        .map((one) => [one.id, one] as const),
    );
  const [sources, people] = [byId('sources'), byId('people')];
  return list(value.statements)
    .filter(isFields)
    .map((statement): Given => {
      const {
        span,
        quotes,
        source,
        speaker,
        holder,
        relayedBy,
        unreviewed: _,
        ...rest
      } = statement;
      const { file, title, issued, language, marks, URL } = sources.get(source) ?? {};
      const person = (id: unknown) => people.get(id)?.name ?? id;
      const exacts = list(quotes).flatMap((one) => (isFields(one) ? [one.exact] : []));
      const { keywords: __, retells: ___, mayBeTranslated: ____, ...fields } = rest;
      const draft = withoutEmpty({
        ...fields,
        article: file ?? source,
        outlet: sources.get(source)?.['container-title'],
        ...{ title, issued, language, marks, URL },
        speaker: person(speaker),
        speakerKind: people.get(speaker)?.kind,
        // An export has its people apart, however near their names are.
        speakerIsNew: true,
        holder: holder && person(holder),
        holderKind: people.get(holder)?.kind,
        relayedBy: list(relayedBy).map(person),
        relayedByKind: list(relayedBy).flatMap((id) => people.get(id)?.kind ?? []),
        quote: exacts,
      });
      return { draft, ...(isSpan(span) && { span }) };
    });
}

const isSpan = (value: unknown): value is NonNullable<Given['span']> =>
  isFields(value) && typeof value.start === 'number' && typeof value.sha256 === 'string';

const withoutEmpty = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** What of an exported table is no field of a draft, or is another one. */
const TOLD_ELSEWHERE = [
  ...['statement', 'source', 'speakerName', 'role', 'holderName', 'relayedByName'],
  ...['scenarioTitle', 'rung'],
  ...['quotes', 'start', 'end', 'sha256', 'mayBeTranslated', 'unreviewed', 'keywords', 'retells'],
];
const STANCE = ['scenario', 'axis', 'value', 'condition', 'cue', 'why'];

function readCsv(text: string): Given[] {
  const rows = csvRows(text);
  const found: Given[] = [];
  const byStatement = new Map<string, Given>();
  for (const { record, info } of rows) {
    const row = withoutEmpty(undefused(record));
    const key = typeof row.statement === 'string' ? row.statement : undefined;
    const known = key === undefined ? undefined : byStatement.get(key);
    if (known) {
      (known.draft.stances as Fields[]).push(stanceOf(row));
      continue;
    }
    const given = {
      ...(key === undefined ? { draft: draftOf(row) } : fromTable(row)),
      line: info.lines,
    };
    found.push(given);
    if (key !== undefined) byStatement.set(key, given);
  }
  return found;
}

type CsvRow = { record: Record<string, string>; info: { lines: number } };

function csvRows(text: string): CsvRow[] {
  const [head = ''] = text.split('\n');
  // Excel in German writes semicolons.
  const delimiter = [',', ';', '\t'].toSorted(
    (a, b) => head.split(b).length - head.split(a).length,
  )[0] as string;
  try {
    return parseCsv(text, {
      columns: (names: string[]) => names.map((name) => name.trim()),
      delimiter,
      info: true,
      skip_empty_lines: true,
      bom: true,
    }) as unknown as CsvRow[];
  } catch (error) {
    const { message, lines } = error as Error & { lines?: number };
    throw new UnreadableDrafts(`is no CSV: ${message}`, lines);
  }
}

/** Cells without the apostrophe that keeps a spreadsheet from running them. */
function undefused(record: Record<string, string>): Fields {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, value.replace(/^'(?=\s*[=+\-@])/, '')]),
  );
}

/** A row of the columns of a draft: several quotes or relays stand in one cell. */
function draftOf(row: Fields): Fields {
  const { quote, relayedBy, relayedByKind, ...rest } = row;
  const several = (name: string, cell: unknown) =>
    typeof cell === 'string' ? { [name]: parts(cell, /\s*;\s*/) } : {};
  return {
    ...rest,
    ...(typeof quote === 'string' && { quote: parts(quote, /\s*\|\s*/) }),
    ...several('relayedBy', relayedBy),
    ...several('relayedByKind', relayedByKind),
  };
}

function parts(cell: string, separator: RegExp): string | string[] {
  const found = cell.split(separator).filter((part) => part !== '');
  return found.length > 1 ? found : cell;
}

const stanceOf = (row: Fields): Fields =>
  Object.fromEntries(STANCE.flatMap((name) => (name in row ? [[name, row[name]]] : [])));

/** A row of what `rungs export csv` writes. */
function fromTable(row: Fields): Given {
  const fields = Object.fromEntries(
    Object.entries(row).filter(
      ([name]) => !TOLD_ELSEWHERE.includes(name) && !STANCE.includes(name),
    ),
  );
  const stance = stanceOf(row);
  const draft = withoutEmpty({
    ...draftOf({ ...fields, relayedBy: row.relayedByName ?? row.relayedBy }),
    id: row.statement,
    article: row.source,
    speaker: row.speakerName ?? row.speaker,
    holder: row.holderName ?? row.holder,
    quote: typeof row.quotes === 'string' ? parts(row.quotes, / … /) : undefined,
  });
  draft.stances = 'scenario' in stance ? [stance] : [];
  const [start, end] = [Number(row.start), Number(row.end)];
  const isPlaced = typeof row.sha256 === 'string' && Number.isInteger(start + end);
  return { draft, ...(isPlaced && { span: { start, end, sha256: row.sha256 as string } }) };
}

/**
 * A Web Annotation, or one of Hypothesis: the quote from its selector, the rest from its bodies and
 * tags. `scenario/axis/value` is a stance; `speaker: NAME` a field.
 */
function fromAnnotation(annotation: Fields): Given {
  // The same words may be told by the file and by its address: each source once.
  const all = list(annotation.target).filter(isFields);
  const sourceOf = ({ source }: Fields) => (isFields(source) ? source.id : source);
  const main = all.find((one) => String(sourceOf(one)).startsWith('ni:')) ?? all[0] ?? {};
  const targets = all.filter((one) => sourceOf(one) === sourceOf(main));
  const selectors = targets.flatMap(({ selector }) => list(selector)).flatMap(within);
  const quotes = selectors.filter(({ type }) => type === 'TextQuoteSelector');
  const bodies = list(annotation.body).filter(isFields);
  const texts = (purpose: string) =>
    bodies.filter((one) => one.purpose === purpose).map(({ value }) => String(value));
  const tags = [...list(annotation.tags).map(String), ...texts('tagging')];
  const [summary, ...others] = texts('describing');
  const [identified] = texts('identifying');
  const [, speaker, date] = /^(.*?)(?:, .*)? \(([^)]*)\)$/.exec(identified ?? '') ?? [];
  const translation = others.map((text) => /^“(.*)” \(our translation[^)]*\)$/s.exec(text)?.[1])[0];
  const reasons = texts('assessing');
  const stances = tags
    .flatMap((tag) => [/^([^/:\s]+)\/(\w+)\/(\w+)$/.exec(tag) ?? []])
    .filter(({ length }) => length > 0)
    .map(([, scenario, axis, value], index) => {
      return { scenario, axis, value, why: reasonIn(reasons[index] ?? annotation.text) };
    });
  const fields = Object.fromEntries(
    tags.flatMap((tag) => {
      const [, name, value] = /^(\w+):\s*(.+)$/.exec(tag) ?? [];
      return name ? [[name, value]] : [];
    }),
  );
  const [{ source } = {} as Fields] = targets;
  const document = isFields(annotation.document) ? list(annotation.document.title)[0] : undefined;
  const draft = withoutEmpty({
    article: (isFields(source) ? source.id : source) ?? annotation.uri ?? document,
    quote: quotes.map(({ exact }) => exact).filter((exact) => typeof exact === 'string'),
    speaker,
    date,
    summary: summary ?? annotation.text,
    translation,
    context: texts('commenting')[0],
    stances,
    ...fields,
  });
  const [first] = quotes;
  const { prefix = '', suffix = '' } = (first ?? {}) as { prefix?: string; suffix?: string };
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const isSameFile = String(draft.article).startsWith('ni:') && position !== undefined;
  const span = { start: Number(position?.start), end: Number(position?.end) };
  const hasAround = quotes.length === 1 && (prefix !== '' || suffix !== '');
  return {
    draft,
    ...(hasAround && { around: { prefix, suffix } }),
    ...(isSameFile && { span }),
  };
}

/** The reason in the words of an assessment, or all of them. */
function reasonIn(text: unknown): string {
  const [, why] = /Why: (.*)$/s.exec(String(text ?? '')) ?? [];
  return why ?? (typeof text === 'string' && text !== '' ? text : NO_REASON);
}

/** Said of a stance for which no reason was given. */
export const NO_REASON = 'No reason was given.';

/** A selector and those that refine it. */
function within(selector: unknown): Fields[] {
  if (!isFields(selector)) return [];
  return [selector, ...list(selector.refinedBy).flatMap(within)];
}
