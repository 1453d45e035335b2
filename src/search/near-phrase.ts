/** Half-remembered phrases: the passages nearest to words in quotation marks that stand nowhere so. */
import type { Found } from './finder.ts';
import { LEVELS, type SearchRecord } from './records.ts';
import { RECORDS_AT_ONCE, type Step } from './steps.ts';
import type { Vocabulary } from './vocabulary.ts';
import { LEVEL_SLOTS, levelAt, WHOLE } from './words.ts';

/** Fewer words are half-remembered by everybody. */
const LEAST_WORDS = 3;
/** Of the weight of a phrase, so much must stand in one passage. */
const LEAST_HELD = 0.62;
/** A record is compared from so much on: a word may stand in it in another form. */
const LEAST_LIKELY = 0.5;
/** At least so many of the words that say something must stand there, or so many of any. */
const LEAST_TELLING = 2;
const LEAST_OF_ANY = 4;
/** A passage may have so many words more than the phrase. */
const MORE_WORDS = 3;
/** Words that say little weigh so much of one that does. */
const STOP_WEIGHT = 0.25;
/** The texts of so many records are compared with the phrase. */
const MOST_COMPARED = 200;
/** Passages as near as this beside the nearest one are found, too. */
const AS_NEAR = 0.1;
const MAIN = LEVELS.indexOf('main');

/** A word of the phrase, what else may stand for it, and how much it says. */
type Word = { text: string; isMeant: (word: string) => boolean; weight: number };
type Stretch = { text: string; share: number };

/**
 * The records with a passage near to a phrase: a word wrong, missing or in another place.
 *
 * @param find the records of a word, as it is or near to it in spelling
 */
export function* nearPhrase(
  phrase: string,
  records: readonly SearchRecord[],
  { stems, isForm, isStop }: Vocabulary,
  find: (word: string) => Step<Found | undefined>,
): Step<Found | undefined> {
  const texts = phrase.split(' ');
  if (texts.length < LEAST_WORDS) return undefined;
  const words: Word[] = [];
  const shares = new Float64Array(records.length);
  for (const text of texts) {
    const found = yield* find(text);
    const weight = isStop(text) ? STOP_WEIGHT : 1;
    const left = stems(text);
    const others = new Set(found?.terms ?? []);
    const isMeant = (word: string) => word === text || others.has(word) || isForm(word, left);
    words.push({ text, isMeant, weight });
    for (let record = 0; record < records.length; record++) {
      if (record % RECORDS_AT_ONCE === 0) yield;
      if (found?.grades[record]) shares[record] = (shares[record] as number) + weight;
    }
  }
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const likely = [...shares.keys()]
    .filter((record) => (shares[record] as number) >= LEAST_LIKELY * total)
    .sort((a, b) => (shares[b] as number) - (shares[a] as number) || a - b)
    .slice(0, MOST_COMPARED);
  yield;
  const passages: { record: number; passage: Stretch }[] = [];
  for (const record of likely) {
    const passage = nearest(words, total, records[record]?.text.split('\n')[MAIN] ?? '');
    if (passage) passages.push({ record, passage });
    yield;
  }
  const best = Math.max(...passages.map(({ passage }) => passage.share));
  const near = passages.filter(({ passage }) => passage.share >= best - AS_NEAR);
  if (near.length === 0) return undefined;
  const grades = new Uint8Array(records.length);
  for (const { record, passage } of near) {
    const text = records[record]?.text ?? '';
    grades[record] = WHOLE * LEVEL_SLOTS - levelAt(text, text.indexOf(passage.text));
  }
  near.sort((a, b) => b.passage.share - a.passage.share);
  const terms = [...new Set(near.map(({ passage }) => passage.text))];
  return { grades, count: near.length, terms, letters: phrase.length, sure: true };
}

/** The stretch of a text that holds most of the words, and the shortest such. */
function nearest(words: readonly Word[], total: number, line: string): Stretch | undefined {
  const there = line.split(' ');
  const meant = there.map((word) => words.findIndex(({ isMeant }) => isMeant(word)));
  let best: Stretch | undefined;
  for (let start = 0; start < there.length; start++) {
    if (meant[start] === -1) continue;
    const held = new Set<string>();
    let weight = 0;
    let telling = 0;
    const end = Math.min(there.length, start + words.length + MORE_WORDS);
    for (let at = start; at < end; at++) {
      const word = words[meant[at] as number];
      if (!word || held.has(word.text)) continue;
      held.add(word.text);
      weight += word.weight;
      if (word.weight === 1) telling++;
      // Of two passages with the same words the one with less in between is nearer.
      const share = weight / total - (at - start) / 1000;
      const isEnough = telling >= LEAST_TELLING || (telling > 0 && held.size >= LEAST_OF_ANY);
      if (!isEnough || share < LEAST_HELD || share <= (best?.share ?? 0)) continue;
      best = { text: there.slice(start, at + 1).join(' '), share };
    }
  }
  return best;
}
