/**
 * What the words of a question ask for, read by the tables of src/search/languages: for or against,
 * a number, a date, somebody. No names are known here; what is left over is what it is about.
 */
import { languageOf } from '../languages/languages.ts';
import { foldText } from '../pack/fold.ts';
import { askedDates, type DateAsked } from './asked-dates.ts';
import { ASKED, type Asked, type LanguageWords } from './languages/language.ts';
import type { Clause } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words that were read as asking for something: indexes of the clauses. */
export type Read = { asked: Asked; words: number[] };
export type Question = {
  reads: Read[];
  /** Whether it is asked with "not". */
  isNegated: boolean;
  date?: DateAsked;
  /** Whether it is a question only if somebody is named in it. */
  needsName: boolean;
  /** The words that it is about. */
  topic: Clause[];
  /** The last of them, where it looks like a verb: what is asked about may be told with another. */
  verb?: Clause;
};

/** Words between those of a pattern. */
const GAP = 6;
const SPELLED_OUT = /([aou])e/g;

/** "fuer" as "fur", and so "does" as "dos": alike on both sides. */
const plain = (word: string): string => word.replace(SPELLED_OUT, '$1');

type Pattern = { asked: Asked; text: string };
type Table = {
  patterns: Map<string, Pattern[]>;
  not: Row;
  /** Words that say nothing, among them the common ones of the language. */
  stop: Row;
  questions: Row;
  vague: Row;
  particles: Row;
  months: Row;
  verb: RegExp;
};

const tables = new Map<LanguageWords, Table>();

/** Words of a table: few are asked for, so that looking through them takes less than taking them apart. */
type Row = { has: (word: string) => boolean };

function rowOf(words: string): Row {
  const row = ` ${plain(words)} `;
  return { has: (word) => row.includes(` ${word} `) };
}

/** The patterns of a language by the first two letters of their first word. */
function tableOf(language: LanguageWords): Table {
  let table = tables.get(language);
  if (!table) {
    // Patterns are taken apart when a word begins as they do; few ever are.
    const patterns = new Map<string, Pattern[]>();
    for (const asked of ASKED) {
      for (const text of language.asked[asked].split(', ')) {
        const start = text.startsWith('^') ? 1 : text.startsWith('_ ') ? 2 : 0;
        const key = text.slice(start, start + 2).replace(/[* ]/, '');
        const known = patterns.get(key);
        if (known) known.push({ asked, text });
        else patterns.set(key, [{ asked, text }]);
      }
    }
    const { not, stop, questions, vague, particles, months, verb } = language;
    const common = foldText(languageOf(language.tag)?.common ?? '');
    table = {
      patterns,
      not: rowOf(not),
      stop: rowOf(`${common} ${stop} ${questions}`),
      questions: rowOf(questions),
      vague: rowOf(vague),
      particles: rowOf(particles),
      months: rowOf(months.replaceAll(',', '')),
      verb,
    };
    tables.set(language, table);
  }
  return table;
}

/**
 * Reads the words of a query as a question; undefined where they are only words.
 *
 * @param clauses words, no phrases and nothing negated
 * @param vocabulary of languages that know as many of the words, the first is taken
 * @param isName whether words in a row are part of a title or name, "no fly", or all of one
 * @param year the year that a date without one means
 */
export function readQuestion(
  text: string,
  clauses: readonly Clause[],
  { languages, isStop }: Vocabulary,
  isName: (words: string, isWhole: boolean) => boolean,
  year: number,
): Question | undefined {
  const words = clauses.map((clause) => plain(clause.text));
  const ranked = languages
    .map(tableOf)
    .map((table) => ({ table, known: knownOf(table, words) }))
    .sort((a, b) => b.known - a.known)
    .map(({ table }) => table);
  const named = namesIn(clauses, isName, ranked);
  const date = askedDates(text, clauses, languages, year);
  for (const table of ranked) {
    const question = readIn(clauses, words, table, isStop, named, date);
    if (question) return question;
  }
  return undefined;
}

/** How many of the words a language knows as words of a question. */
function knownOf(table: Table, words: readonly string[]): number {
  const read = new Set(matchesIn(words, table).flatMap((match) => match.words));
  const { stop, not, months } = table;
  return words.filter(
    (word, at) => read.has(at) || stop.has(word) || not.has(word) || months.has(word),
  ).length;
}

/** The words that stand in a name longer than one word: they are asked about, not read. */
function namesIn(
  clauses: readonly Clause[],
  isName: (words: string, isWhole: boolean) => boolean,
  tables: readonly Table[],
): ReadonlySet<number> {
  const named = new Set<number>();
  const isStop = (word: string) => tables.some(({ stop }) => stop.has(plain(word)));
  const isNot = (word: string) => tables.some(({ not }) => not.has(plain(word)));
  for (let start = 0; start < clauses.length; start++) {
    for (let end = Math.min(clauses.length, start + 5); end > start + 1; end--) {
      const row = clauses.slice(start, end).map((clause) => clause.text);
      const first = row[0] as string;
      // "Taurus aus" is part of a name, and yet what is asked; "step in" is all of one.
      const isLoose = (isStop(first) && !isNot(first)) || isStop(row.at(-1) as string);
      if (!isName(row.join(' '), isLoose)) continue;
      for (let at = start; at < end; at++) named.add(at);
      start = end - 1;
      break;
    }
  }
  return named;
}

function readIn(
  clauses: readonly Clause[],
  words: readonly string[],
  table: Table,
  isStop: Vocabulary['isStop'],
  named: ReadonlySet<number>,
  date: DateAsked | undefined,
): Question | undefined {
  const taken = new Set<number>([...named, ...(date?.words ?? [])]);
  const reads: Read[] = [];
  for (const match of matchesIn(words, table).sort(mostWordsFirst)) {
    if (match.words.some((at) => taken.has(at))) continue;
    reads.push(match);
    for (const at of match.words) taken.add(at);
  }
  reads.sort((a, b) => (a.words[0] as number) - (b.words[0] as number));
  const nots = words.filter((word, at) => !taken.has(at) && table.not.has(word)).length;
  const isEmpty = (at: number) =>
    !named.has(at) &&
    (table.stop.has(words[at] as string) ||
      table.not.has(words[at] as string) ||
      isStop((clauses[at] as Clause).text));
  // Somebody who begins with a verb, "schickt …", asks about what it says, too.
  const verbs = reads.filter(({ asked }) => asked === 'whether').flatMap((read) => read.words);
  const rest = [...words.keys()].filter(
    (at) => !taken.has(at) || named.has(at) || verbs.includes(at),
  );
  const particle = particleOf(rest, words, table);
  const topic = rest.filter((at) => at === particle?.verb || (at !== particle?.at && !isEmpty(at)));
  const telling = topic.filter((at) => named.has(at) || !table.vague.has(words[at] as string));
  const kept = telling.length > 0 ? telling : topic;
  const last = words.length - 1;
  const isVerb = kept.length > 1 && kept.at(-1) === last && table.verb.test(words[last] as string);
  const question = {
    reads,
    isNegated: nots % 2 === 1,
    topic: kept.map((at) => {
      const clause = clauses[at] as Clause;
      if (at !== particle?.verb) return clause;
      return { ...clause, text: `${clauses[particle.at]?.text}${clause.text}` };
    }),
    ...(isVerb && { verb: clauses[last] as Clause }),
    ...(date && { date }),
  };
  const how = askedHow(question, words, table);
  return how === 'no' ? undefined : { ...question, needsName: how === 'with a name' };
}

/** What a verb left at the end, "greift … ein": asked about is the one word they make. */
function particleOf(
  rest: readonly number[],
  words: readonly string[],
  { particles }: Table,
): { verb: number; at: number } | undefined {
  const at = words.length - 1;
  const verb = rest[0];
  if (verb === undefined || verb > 1 || at < 2 || !rest.includes(at)) return undefined;
  return particles.has(words[at] as string) ? { verb, at } : undefined;
}

/** Of as many words those for a side, "ist für" before "wer ist". */
const mostWordsFirst = (a: Read, b: Read): number =>
  b.words.length - a.words.length ||
  Number(isSide(b.asked)) - Number(isSide(a.asked)) ||
  (a.words[0] as number) - (b.words[0] as number);

function matchesIn(words: readonly string[], { patterns }: Table): Read[] {
  const found: Read[] = [];
  for (const [at, word] of words.entries()) {
    const begun = [
      ...(patterns.get(word.slice(0, 2)) ?? []),
      ...(patterns.get(word[0] ?? '') ?? []),
    ];
    for (const { asked, text } of begun) {
      const isFirst = text.startsWith('^');
      if (isFirst && at > 0) continue;
      const pattern = plain(text.replace(/^(?:\^|_ )/, '')).split(' ');
      const matched = matchAt(words, at, pattern);
      if (matched) found.push({ asked, words: matched });
    }
  }
  return found;
}

/** The indexes of the words that a pattern takes from `at` on. */
function matchAt(
  words: readonly string[],
  at: number,
  pattern: readonly string[],
): number[] | undefined {
  const taken: number[] = [];
  let next = at;
  let gap = 0;
  for (const part of pattern) {
    if (part === '_') {
      gap = GAP;
      continue;
    }
    const from = next;
    while (next < words.length && next <= from + gap && !fits(words[next] as string, part)) next++;
    if (next >= words.length || next > from + gap) return undefined;
    taken.push(next);
    next++;
    gap = 0;
  }
  return taken;
}

const fits = (word: string, part: string): boolean =>
  part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part;

/** What makes words a question by itself. */
const ASKING: ReadonlySet<Asked> = new Set([
  'who',
  'why',
  'where',
  'when',
  'count',
  'whether',
  'balance',
  'contested',
  'changed',
  'relayed',
  'head',
]);
/** What can be asked with nothing said that it is about. */
const ALONE: ReadonlySet<Asked> = new Set([
  'scenarios',
  'sources',
  'events',
  'contested',
  'changed',
]);
const SIDES: ReadonlySet<Asked> = new Set(['for', 'against', 'expects', 'possible', 'doubts']);
const KINDS: ReadonlySet<Asked> = new Set([
  'expert',
  'politician',
  'official',
  'outlet',
  'anonymous',
]);
export const isSide = (asked: Asked): boolean => SIDES.has(asked);
export const isKind = (asked: Asked): boolean => KINDS.has(asked);

/** Whether it is about all records of a kind, or about what those of all people add up to. */
const isAlone = (reads: readonly Read[]): boolean =>
  reads.some(({ asked }) => ALONE.has(asked)) || isCountOfWords(reads);

/** "How many statements": their number, and not one that somebody states. */
export const isCountOfWords = (reads: readonly Read[]): boolean =>
  reads.some(({ asked, words }, at) => {
    const next = reads[at + 1];
    return (
      asked === 'count' && next?.asked === 'said' && next.words[0] === Number(words.at(-1)) + 1
    );
  });

/**
 * Whether words are asked: surely; only with a name, as in "scholz taurus against"; or not at all.
 * Nouns such as "position" or "figures" ask only where they come first or somebody asks with them.
 */
function askedHow(
  { reads, topic, date }: Pick<Question, 'reads' | 'topic' | 'date'>,
  words: readonly string[],
  table: Table,
): 'surely' | 'with a name' | 'no' {
  if (date) return 'surely';
  const isOpen = table.questions.has(words[0] ?? '');
  const hasKind = reads.some(({ asked }) => isKind(asked));
  if (hasKind) return 'surely';
  if (topic.length === 0 && !isAlone(reads)) return 'no';
  const isSure = reads.some(({ asked, words: [first], words: { length } }) => {
    if (isOpen || first === 0) return true;
    return ASKING.has(asked) && (length > 1 || asked === 'head');
  });
  if (isSure) return 'surely';
  return reads.length > 0 ? 'with a name' : 'no';
}
