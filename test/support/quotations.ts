/** A collection of quotations as people publish them, made up, and its conversion into a pack. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Statement } from '../../src/pack/schema.ts';

/** One line of a collection of quotations. */
export type Quotation = { author: string; topic: string; year: string; quote: string };

const GIVEN = ['Ada', 'Bø', 'Çelik', 'Dörte', 'Émile', 'Fjodor', 'Γιώργος', 'Hồ', '李', "O'Neil"];
const FAMILY = ['Amsel', 'Birke', 'Citrus-Dorn', 'Ebner', 'Farn', 'Ginster', 'Hasel', 'Iris'];
const TITLES = ['', 'Dr. ', 'Sir ', 'Prof. Dr. h.c. mult. '];
const TOPICS = ['Freiheit', 'Regen', 'Krieg & Frieden', 'Schafe', 'Zeit', 'das "Ich"', 'Geld'];
const OPENERS = ['Wer', 'Nie', 'Ein Mensch, der', 'Man soll', 'Es gibt nichts:', '„Ach“, wer'];
const MIDDLES = ['den Regen zählt', 'das Schaf fragt', 'zu spät kommt', 'im Krieg schweigt'];
const ENDS = ['verliert die Zeit.', 'findet Geld!', 'ist frei – vielleicht.', 'lacht zuletzt 😀.'];

/** So many quotations, the same ones at every call. */
export function quotations(count: number): Quotation[] {
  const pick = <T>(list: readonly T[], seed: number): T => list[seed % list.length] as T;
  return Array.from({ length: count }, (_, n) => ({
    author: `${pick(TITLES, n * 7)}${pick(GIVEN, n * 3)} ${pick(FAMILY, n * 5 + (n >> 4))} ${n % 97}`,
    topic: pick(TOPICS, n * 11 + (n >> 3)),
    year: n % 9 === 0 ? '' : String(1500 + ((n * 13) % 520)),
    quote: `${pick(OPENERS, n)} ${pick(MIDDLES, n >> 2)}, ${pick(ENDS, n >> 1)} (${n})`,
  }));
}

/** Quotations in one article. */
const PER_ARTICLE = 100;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** An id from any name, or none of its own where it has no letter that an id can have. */
function idOf(prefix: string, name: string): string {
  const words =
    name
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return [prefix, ...words].join('-');
}

/** Ids for names: those that would be the same are told apart by a number. */
function idsFor(prefix: string, names: Iterable<string>): Map<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of new Set(names)) {
    const wanted = idOf(prefix, name);
    let id = wanted;
    for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
    taken.add(id);
    ids.set(name, id);
  }
  return ids;
}

/**
 * Writes quotations as a pack, and the articles they are said to stand in to `articles/`: a topic
 * becomes a scenario, an author a person, the quotation a direct statement without a stance.
 */
export function convert(dir: string, all: readonly Quotation[]): void {
  const people = idsFor(
    'by',
    all.map(({ author }) => author),
  );
  const topics = idsFor(
    'on',
    all.map(({ topic }) => topic),
  );
  const write = (path: string, value: unknown) => writeFileSync(join(dir, path), stringify(value));
  for (const folder of ['data/statements', 'scenarios', 'articles']) {
    mkdirSync(join(dir, folder), { recursive: true });
  }
  const info = { format: 1, id: 'quotations', title: 'Q', language: 'en' };
  write('data/pack.yaml', { ...info, description: 'Made up.', asOf: 'XXXX' });
  write(
    'data/people.yaml',
    [...people].map(([name, id]) => ({ id, name, kind: 'expert' })),
  );
  [...topics].forEach(([title, id], index) => {
    const rest = { proposition: title, actor: 'Nobody', status: 'None', asOf: 'XXXX' };
    write(`scenarios/${id}.yaml`, { id, rung: index + 1, title, ...rest });
  });
  const sources: object[] = [];
  for (let from = 0; from < all.length; from += PER_ARTICLE) {
    const source = `book-${from / PER_ARTICLE + 1}`;
    const { text, statements } = article(
      source,
      all.slice(from, from + PER_ARTICLE),
      people,
      topics,
    );
    writeFileSync(join(dir, 'articles', `${source}.txt`), text);
    write(`data/statements/${source}.yaml`, statements);
    const rest = { type: 'book', language: 'de', marks: '»«' };
    sources.push({ id: source, file: `${source}.txt`, sha256: sha256(text), ...rest });
  }
  write('data/sources.yaml', sources);
}

type Ids = ReadonlyMap<string, string>;

function article(source: string, some: readonly Quotation[], people: Ids, topics: Ids) {
  let text = '';
  const statements = some.map(({ author, topic, year, quote }, index) => {
    const start = [...text].length;
    const line = `»${quote}« – ${author}`;
    text += `${line}\n\n`;
    return {
      id: `${source}-${index + 1}`,
      source,
      speaker: people.get(author) as string,
      date: year || 'XXXX',
      form: 'direct',
      quotes: [{ exact: quote, start: start + 1, end: start + 1 + [...quote].length }],
      span: { start, end: start + [...line].length, sha256: sha256(line) },
      summary: `On ${topic}`,
      stances: [
        { scenario: topics.get(topic) as string, axis: 'none', value: 'none', why: 'its topic' },
      ],
    } satisfies Partial<Statement>;
  });
  return { text, statements };
}
