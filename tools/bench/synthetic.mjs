/** Packs of any size, made of the words of the shipped one; the same ones at every run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** A generator of numbers from 0 to 1, the same ones at every run (mulberry32). */
export function randomness(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Of so many words, one is a compound that nobody wrote before: texts keep bringing new words. */
const NEW_WORD = 60;

/** Text of pieces of other texts, three to six words each, about as long as `like`. */
export function mixed(texts, like, random) {
  const target = like.split(' ').length;
  const words = [];
  while (words.length < target) {
    const from = texts[Math.floor(random() * texts.length)].split(' ');
    const start = Math.floor(random() * from.length);
    words.push(...from.slice(start, start + 3 + Math.floor(random() * 4)));
  }
  const anyWord = () => words[Math.floor(random() * words.length)];
  return words
    .slice(0, target)
    .map((word) => (random() * NEW_WORD < 1 ? anyWord() + word : word))
    .join(' ');
}

/** The search records of a pack with `count` statements. */
export function grow(shipped, count) {
  const random = randomness(count);
  const statements = shipped.filter(({ type }) => type === 'statement');
  const others = shipped.filter(({ type }) => type !== 'statement');
  const linesAt = statements[0].text
    .split('\n')
    .map((_, level) =>
      statements.map(({ text }) => text.split('\n')[level]).filter((line) => line !== ''),
    );
  const made = Array.from({ length: count }, (_, number) => {
    const model = statements[number % statements.length];
    if (number < statements.length) return model;
    const text = model.text
      .split('\n')
      // Names and ids stay whole; what is said changes.
      .map((line, level) =>
        level === 2 || level === 4 ? mixed(linesAt[level], line, random) : line,
      )
      .join('\n');
    return { ...model, id: `${model.id}-${number}`, text };
  });
  return [...others, ...made];
}

/** Text of exactly so many code points. */
function fitted(text, length) {
  const points = [...text.trim()].slice(0, length);
  return points.join('').trim().padEnd(length, 'x');
}

/** Writes a pack with `count` statements to a folder that is not there yet; files of a thousand. */
export function writePack(dir, shipped, count) {
  const random = randomness(count);
  const { statements } = shipped;
  const texts = statements.flatMap(({ quotes, summary }) => [
    ...quotes.map(({ exact }) => exact),
    summary,
  ]);
  const { pack, scenarios, ...lists } = shipped;
  mkdirSync(join(dir, 'data/statements'), { recursive: true });
  mkdirSync(join(dir, 'scenarios'));
  const write = (path, value) =>
    writeFileSync(join(dir, path), stringify(value, { aliasDuplicateObjects: false }));
  write('data/pack.yaml', pack);
  for (const scenario of scenarios) write(`scenarios/${scenario.id}.yaml`, scenario);
  for (const kind of ['sources', 'people', 'figures', 'events', 'relations']) {
    write(`data/${kind}.yaml`, lists[kind]);
  }
  const made = (number) => {
    const model = statements[number % statements.length];
    if (number < statements.length) return model;
    const quotes = model.quotes.map((quote) => ({
      ...quote,
      exact: fitted(mixed(texts, quote.exact, random), [...quote.exact].length),
    }));
    const summary = mixed(texts, model.summary, random);
    return { ...model, id: `${model.id}-${number}`, quotes, summary };
  };
  for (let from = 0; from < count; from += 1000) {
    const size = Math.min(1000, count - from);
    write(
      `data/statements/part-${String(from / 1000).padStart(3, '0')}.yaml`,
      Array.from({ length: size }, (_, at) => made(from + at)),
    );
  }
}
