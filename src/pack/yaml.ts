/**
 * YAML as values with places. Nearly all of it is read by a quick parser (js-yaml); the exact one
 * (yaml), which takes five times as long and tells what is wrong and where, reads what the quick one
 * does not take, what they may read differently, and the one record in which a place is asked for.
 */
import {
  COLLECTION_STYLE_BLOCK,
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ALIAS,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  type Event,
  parseEvents,
  SCALAR_STYLE_PLAIN,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml';
import {
  type Document,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
} from 'yaml';

/** Far above anything written by hand; what is beyond them is a mistake or an attack. */
export const YAML_LIMITS = {
  /** How often one file may repeat values through aliases, nested ones multiplied. */
  aliases: 100,
  depth: 50,
  /** Fields of one mapping. */
  keys: 1000,
  /** Entries of the list that a file is. */
  entries: 1_000_000,
  /** UTF-16 units of one text. */
  text: 1_000_000,
  /** Accents and other marks on one character. */
  marks: 64,
  /** UTF-16 units that are given to the exact parser at once. */
  exact: 2 ** 20,
} as const;

type YamlLimits = { readonly [limit in keyof typeof YAML_LIMITS]: number };

/** Something wrong in a text; line and column from 1, where they are known. */
export type Fault = { line?: number; column?: number; message: string; warning?: true };

export type Yaml = {
  value: unknown;
  /** Where the value under a path stands, or its key, or the nearest thing around it that exists. */
  place(path: readonly PropertyKey[], at: 'key' | 'value'): { line: number; column: number };
  warnings: Fault[];
};

/** What the text holds, or all that is wrong with it. */
export function readYaml(source: string, limits: YamlLimits = YAML_LIMITS): Yaml | Fault[] {
  const yaml = readEither(source, limits);
  if (Array.isArray(yaml)) return yaml;
  const monster = monsterIn(yaml.value, limits);
  return monster ? [{ ...yaml.place(monster.path, 'value'), message: monster.message }] : yaml;
}

type Monster = { path: PropertyKey[]; message: string };

/** A text that no terminal could lay out in time. */
function monsterIn(value: unknown, limits: YamlLimits): Monster | undefined {
  const marks = new RegExp(`\\p{Mark}{${limits.marks + 1}}`, 'u');
  const search = (entry: unknown): Monster | undefined => {
    if (typeof entry === 'string') {
      if (entry.length > limits.text) {
        return { path: [], message: `is longer than ${limits.text} characters; nobody reads that` };
      }
      if (entry.length <= limits.marks || !marks.test(entry)) return undefined;
      return { path: [], message: `has a character with more than ${limits.marks} accents` };
    }
    if (entry === null || typeof entry !== 'object') return undefined;
    for (const [key, inner] of Object.entries(entry)) {
      const found = search(inner);
      if (found) found.path.unshift(Array.isArray(entry) ? Number(key) : key);
      if (found) return found;
    }
    return undefined;
  };
  return search(value);
}

function readEither(source: string, limits: YamlLimits): Yaml | Fault[] {
  try {
    const quick = readQuickly(source, limits);
    if (quick !== undefined) return quick;
  } catch (error) {
    if (error instanceof Refusal) return [error.fault];
    if (error instanceof RangeError) return [{ message: TOO_DEEP }];
    if (!(error instanceof YAMLException)) throw error;
    const offset = error.mark?.position ?? 0;
    if (/maxDepth/.test(error.reason))
      return [{ ...lineAndColumn(source, offset), message: TOO_DEEP }];
    if (source.length > limits.exact) return faultsNear(source, offset, error.reason, limits);
  }
  if (source.length > limits.exact) return [{ message: tooLargeFor(limits) }];
  return readExactly(source, limits);
}

const TOO_DEEP = 'is nested too deeply; no record needs that';

const tooLargeFor = ({ exact }: YamlLimits): string =>
  `is larger than ${exact / 2 ** 20} MiB and has anchors, tags, tabs or keys that are no plain words; write them out, or split the file`;

class Refusal extends Error {
  constructor(readonly fault: Fault) {
    super(fault.message);
  }
}

/** The value, where there is no doubt about it. @throws YAMLException, RangeError, Refusal */
function readQuickly(source: string, limits: YamlLimits): Yaml | undefined {
  const events = parseEvents(source, { maxDepth: 2 * limits.depth });
  const starts = startsOf(events, source, limits);
  if (starts === undefined || DOUBTFUL.test(source)) return undefined;
  const [, root] = events;
  const isList = root?.type === EVENT_SEQUENCE && root.style === COLLECTION_STYLE_BLOCK;
  const list = isList ? { starts, hyphen: root.start } : undefined;
  const [value] = constructFromEvents(events, { source, schema: CORE_SCHEMA });
  return {
    value,
    warnings: [],
    place: (path, at) => placeIn(source, list, path, at, limits),
  };
}

/**
 * What parsers read differently: tabs, odd line ends, byte order marks, controls, and marks of
 * documents other than one at the beginning.
 */
const DOUBTFUL =
  /[\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]|\r(?!\n)|\n(?:---|\.\.\.)/;
/** Keys that are names in every dialect. */
const NAME = /^[A-Za-z_][\w-]*$/;
const NO_NAME = /^(?:__proto__|y|n|yes|no|on|off|true|false|null)$/i;
/** First characters of what may be no text: numbers, true, false, null. */
const MAY_BE_OTHER = /^(?:[-+.\d~]|true$|false$|null$)/i;
/** What may be a number in any dialect, and the names of what is none. */
const NUMBER_SIGNS =
  /^(?:[-+.\d_:e]*|[-+]?0[box][\da-f_]*|[-+]?\.(?:inf|nan)|~.*|true|false|null)$/i;
/** Those of them that all dialects read the same. */
const SETTLED =
  /^(?:0|[1-9]\d{0,14}|true|false|null|~|\d{4}-\d\d(?:-\d\d)?|\d{4}-\d\d?[?~%]|\d\d?\.\d\d?\.\d{4})$/;

/**
 * Where the entries of the list begin that the document is, -1 for an empty one; nothing where it is
 * none. Undefined where something in it may be read in another way.
 *
 * @throws Refusal where a limit is passed
 */
function startsOf(events: Event[], source: string, limits: YamlLimits): number[] | undefined {
  const open: { isMap: boolean; count: number }[] = [];
  const starts: number[] = [];
  let documents = 0;
  let repeated = 0;
  let isDoubtful = false;
  const refuse = (offset: number, message: string): never => {
    throw new Refusal({ ...lineAndColumn(source, offset), message });
  };
  const textOf = ({ valueStart, valueEnd }: ScalarEvent) => source.slice(valueStart, valueEnd);
  /** Counts an entry of what is open. */
  const count = (event: Exclude<Event, { type: typeof EVENT_POP | typeof EVENT_DOCUMENT }>) => {
    const inside = open.at(-1);
    const start = startOf(event);
    if (event.anchorStart >= 0 || ('tagStart' in event && event.tagStart >= 0)) {
      isDoubtful = true;
      if (event.anchorStart >= 0) repeated += 1;
      if (repeated > 2 * limits.aliases) refuse(start, tooManyAliases(limits));
    }
    if (inside === undefined) return;
    const isKey = inside.isMap && inside.count % 2 === 0;
    inside.count += 1;
    if (inside.isMap && inside.count > 2 * limits.keys) {
      refuse(start, `is the field after ${limits.keys} of one record; no record has as many`);
    }
    if (isKey && !isDoubtful) {
      const key = event.type === EVENT_SCALAR ? textOf(event) : '';
      isDoubtful = !NAME.test(key) || NO_NAME.test(key);
    }
    if (open.length > 1 || inside.isMap) return;
    starts.push(start);
    if (starts.length > limits.entries) {
      refuse(start, `is the entry after ${limits.entries} of one list; no pack has as many`);
    }
  };
  for (const event of events) {
    switch (event.type) {
      case EVENT_DOCUMENT:
        documents += 1;
        if (event.explicitEnd || event.directives.length > 0) isDoubtful = true;
        open.length = 0;
        break;
      case EVENT_POP:
        open.pop();
        break;
      case EVENT_ALIAS:
        count(event);
        break;
      case EVENT_SCALAR:
        count(event);
        if (event.style === SCALAR_STYLE_PLAIN && !isDoubtful) {
          const text = event.valueEnd - event.valueStart > 40 ? '' : textOf(event);
          if (MAY_BE_OTHER.test(text) && !SETTLED.test(text)) isDoubtful = NUMBER_SIGNS.test(text);
        }
        break;
      default:
        count(event);
        open.push({ isMap: event.type === EVENT_MAPPING, count: 0 });
        if (open.length > limits.depth + 1) refuse(event.start, TOO_DEEP);
    }
  }
  const [, root] = events;
  const isCollection = root?.type === EVENT_SEQUENCE || root?.type === EVENT_MAPPING;
  return documents === 1 && isCollection && !isDoubtful ? starts : undefined;
}

const startOf = (event: Exclude<Event, { type: typeof EVENT_POP | typeof EVENT_DOCUMENT }>) =>
  event.type === EVENT_SCALAR
    ? event.valueStart
    : event.type === EVENT_ALIAS
      ? event.anchorStart
      : event.start;

function lineAndColumn(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: linesIn(before) + 1, column: offset - start + 1 };
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** A list with hyphens: where its first hyphen is, and where what stands behind each begins. */
type List = { readonly hyphen: number; readonly starts: readonly number[] };

/** Asks the exact parser, of one entry alone where the path leads into one of a list with hyphens. */
function placeIn(
  source: string,
  list: List | undefined,
  path: readonly PropertyKey[],
  at: 'key' | 'value',
  limits: YamlLimits,
): { line: number; column: number } {
  const [index, ...rest] = path;
  const start = typeof index === 'number' ? list?.starts[index] : undefined;
  const next = list?.starts[Number(index) + 1];
  // Where an empty entry is, nobody said.
  if (list && start !== undefined && start >= 0 && (next === undefined || next >= 0)) {
    const from = lineOfEntry(source, start, list);
    const to = next === undefined ? source.length : lineOfEntry(source, next, list);
    if (to - from > limits.exact) return lineAndColumn(source, start);
    const { line, column } = placeWithin(parse(source.slice(from, to)), [0, ...rest], at);
    return { line: linesIn(source.slice(0, from)) + line, column };
  }
  if (source.length > limits.exact) return lineAndColumn(source, Math.max(0, start ?? 0));
  return placeWithin(parse(source), path, at);
}

/**
 * The beginning of the line with the hyphen of an entry: nothing within the entry stands as far to
 * the left as that.
 */
function lineOfEntry(source: string, start: number, { hyphen }: List): number {
  const column = hyphen - source.lastIndexOf('\n', hyphen) - 1;
  let from = source.lastIndexOf('\n', start) + 1;
  while (from > 0 && (source[from + column] !== '-' || source.slice(from, from + column).trim()))
    from = source.lastIndexOf('\n', from - 2) + 1;
  return from;
}

type Parsed = { document: Document.Parsed; lines: LineCounter };

function parse(source: string): Parsed {
  const lines = new LineCounter();
  // Its own search for keys that stand twice compares each with each.
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false } as const;
  return { document: parseDocument(source, { ...options, logLevel: 'error' }), lines };
}

/** More brackets open at once, or a line further to the right, than the exact parser can stand. */
function isSteep(source: string): boolean {
  let open = 0;
  for (const [sign] of source.matchAll(/[[\]{}]/g)) {
    open = sign === '[' || sign === '{' ? open + 1 : Math.max(0, open - 1);
    if (open > STEEP) return true;
  }
  return /^[ \-?:]{400}/m.test(source);
}

const STEEP = 400;

export function readExactly(source: string, limits: YamlLimits): Yaml | Fault[] {
  // It recurses, and V8 ends the process where the stack ends within a regular expression.
  if (isSteep(source)) return [{ message: TOO_DEEP }];
  try {
    const parsed = parse(source);
    const { document, lines } = parsed;
    const errors = [...syntaxFaults(lines, document.errors, source), ...keysTwice(parsed)].sort(
      (a, b) => (a.line ?? 0) - (b.line ?? 0),
    );
    const warnings = document.warnings.map(
      (warning): Fault => ({ ...syntaxFault(lines, warning), warning: true }),
    );
    if (errors.length > 0) return [...errors, ...warnings];
    const value: unknown = document.toJS({ maxAliasCount: limits.aliases });
    if (isDeeper(value, limits.depth)) return [endlessAlias(parsed) ?? { message: TOO_DEEP }];
    return { value, warnings, place: (path, at) => placeWithin(parsed, path, at) };
  } catch (error) {
    return [{ message: refusalMessage(error, limits) }];
  }
}

/** The first alias that repeats what it stands in. */
function endlessAlias({ document, lines }: Parsed): Fault | undefined {
  let fault: Fault | undefined;
  visit(document, {
    Alias(_key, { source, range }, path) {
      const isWithin = path.some((around) => 'anchor' in around && around.anchor === source);
      if (!isWithin || !range) return undefined;
      const { line, col: column } = lines.linePos(range[0]);
      fault = { line, column, message: `*${source} repeats what it stands in, without end` };
      return visit.BREAK;
    },
  });
  return fault;
}

/** What is wrong in a large text, from the entries around the place where the quick parser gave up. */
function faultsNear(source: string, offset: number, reason: string, limits: YamlLimits): Fault[] {
  const from = Math.max(0, source.lastIndexOf('\n- ', offset - 1) + 1);
  const next = source.indexOf('\n- ', source.indexOf('\n', offset) + 1);
  const part = source.slice(from, next < 0 ? source.length : next + 1);
  const here = lineAndColumn(source, offset);
  const fallback = [{ ...here, message: `is no YAML: ${reason}` }];
  if (part.length > limits.exact) return fallback;
  const read = readExactly(part, limits);
  if (!Array.isArray(read)) return fallback;
  const above = linesIn(source.slice(0, from));
  return read.map((fault) =>
    fault.line ? { ...fault, line: fault.line + above } : { ...fault, ...here },
  );
}

/** What people do wrong in YAML, in words that say what would be right. */
const SYNTAX_HINTS: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: 'the fields of a record begin in the same column',
  BAD_SCALAR_START: 'a value cannot begin with this character; put the text in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'a text with ": " in it must be in quotes or begin with >- on a line before',
  DUPLICATE_KEY: 'a field stands here for the second time; keep one of them',
  MISSING_CHAR: 'a closing quote, bracket or colon is missing',
  MULTIPLE_DOCS: 'a file holds one document; remove the line ---',
  TAB_AS_INDENT: 'indent with spaces, not with tabs',
  TAG_RESOLVE_FAILED: 'tags that begin with ! have no meaning here; put the text in quotes',
  UNEXPECTED_TOKEN: 'text after a closing quote; put all of it in other quotes',
};

/**
 * A tab before a value makes the parser trip many times further on, each time over something else:
 * then only the tab is told.
 */
function syntaxFaults(lines: LineCounter, errors: readonly YAMLError[], source: string): Fault[] {
  const tab = /^ *\t/m.exec(source);
  const isFirst = tab !== null && tab.index <= (errors[0]?.pos[1] ?? -1);
  if (!isFirst) return errors.map((error) => syntaxFault(lines, error));
  const { line, col } = lines.linePos(tab.index + tab[0].length - 1);
  return [{ line, column: col, message: `is no YAML: ${SYNTAX_HINTS.TAB_AS_INDENT}` }];
}

function syntaxFault(lines: LineCounter, { pos, code, message }: YAMLError): Fault {
  const { line, col } = lines.linePos(pos[0]);
  if (code === 'RESOURCE_EXHAUSTION') return { line, column: col, message: TOO_DEEP };
  const hint = SYNTAX_HINTS[code];
  return { line, column: col, message: `is no YAML: ${hint ? `${hint} (${message})` : message}` };
}

function keysTwice({ document, lines }: Parsed): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        const value = isScalar(key) ? key.value : key;
        if (seen.has(value)) {
          const { line, col } = lines.linePos((key as Scalar).range?.[0] ?? 0);
          const message = `is no YAML: ${SYNTAX_HINTS.DUPLICATE_KEY} (Map keys must be unique)`;
          faults.push({ line, column: col, message });
        }
        seen.add(value);
      }
    },
  });
  return faults;
}

/** Whether a value is nested deeper than that; one that holds itself is. */
function isDeeper(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  return levels === 0 || Object.values(value).some((entry) => isDeeper(entry, levels - 1));
}

/** The parser recurses and resolves aliases; it gives up on what no record needs. */
function refusalMessage(error: unknown, limits: YamlLimits): string {
  if (error instanceof RangeError) return TOO_DEEP;
  if (error instanceof ReferenceError) {
    const [, name] = /^Unresolved alias.*: (.*)$/.exec(error.message) ?? [];
    if (name) return `"*${name}" is an alias of nothing; a text that begins with * needs quotes`;
    return tooManyAliases(limits);
  }
  throw error;
}

const tooManyAliases = ({ aliases }: YamlLimits): string =>
  `repeats values through aliases (*name) more than ${aliases} times; write them out`;

function placeWithin(
  { document, lines }: Parsed,
  path: readonly PropertyKey[],
  at: 'key' | 'value',
): { line: number; column: number } {
  const { line, col } = lines.linePos(findOffset(document.contents, path, at));
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function findOffset(root: Node | null, path: readonly PropertyKey[], at: 'key' | 'value'): number {
  let node: Node | null = root;
  let offset = root?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    const pair = isMap(node) ? node.items.find((item) => keyOf(item) === step) : undefined;
    const isLast = depth === path.length - 1;
    const next: Node | null | undefined = pair
      ? ((isLast && at === 'key' ? pair.key : pair.value) as Node | null)
      : ((node as { get?: (key: unknown, keep: true) => Node } | null)?.get?.(step, true) ?? null);
    if (!next) return (pair?.key as Node | undefined)?.range?.[0] ?? offset;
    node = next;
    offset = node.range?.[0] ?? offset;
  }
  return offset;
}

function keyOf(pair: Pair): unknown {
  return (pair.key as Scalar | null)?.value;
}
