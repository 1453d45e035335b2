/** The mistakes that a pack can hold without being broken, each told once, with its place. */
import { relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { byPlace, checkPack } from '../../src/pack/check.ts';
import { formatProblem } from '../../src/pack/problem.ts';
import { readPack } from '../../src/pack/read.ts';
import { reviewPack } from '../../src/pack/review.ts';
import { packFolder } from './folder.ts';

const HASH = '0'.repeat(64);
const PEOPLE = '- { id: mayor, name: Jane Mayor, kind: politician }\n';
const source = (id: string, file = `${id}.txt`, sha256 = `${id.length}`.padStart(64, 'a')) =>
  `- { id: ${id}, file: ${file}, sha256: "${sha256}", type: webpage, language: en }\n`;
const statement = (id: string, [start, end]: [number, number], more = '', speaker = 'mayor') =>
  `- id: ${id}\n  source: paper\n  speaker: ${speaker}\n  date: "2024"\n  form: reported\n  span: { start: ${start}, end: ${end}, sha256: "${HASH}" }\n  summary: So it is\n${more}`;
const stance = (field: string, value: string) =>
  `  stances:\n    - scenario: only\n      axis: normative\n      value: favours\n      ${field}: ${JSON.stringify(value)}\n      why: says so\n`;

const TEXT = 'The mayor, it is said, would hardly ever think of it.';

/** What a review says of a pack with these files; there are no errors in any. */
const told = (files: Record<string, string>, language = 'en') => {
  const dir = packFolder({
    'data/people.yaml': PEOPLE,
    'data/sources.yaml': source('paper'),
    'data/statements.yaml': statement('a', [0, TEXT.length]),
    ...files,
  });
  const { problems, placed } = checkPack(readPack(dir));
  expect(problems).toEqual([]);
  return reviewPack(placed, language, () => TEXT)
    .sort(byPlace)
    .map((problem) => formatProblem(problem).replace(relative('', dir), 'pack'))
    .map((line) => line.replaceAll(relative('', dir), 'pack'));
};

test('a pack without such mistakes is not found fault with', () => {
  expect(told({})).toEqual([]);
});

describe('names', () => {
  test('two people of one name, in whatever spelling', () => {
    const twice = `${PEOPLE}- { id: mayor-2, name: jane máyor, kind: politician }\n`;
    expect(told({ 'data/people.yaml': twice })).toEqual([
      'pack/data/people.yaml:2:24: warning: "jane máyor" is also "mayor" (pack/data/people.yaml:1): if they are one person, keep one of them',
    ]);
  });

  test('one who is another by another name', () => {
    const twice = `${PEOPLE}- { id: other, name: Other, aliases: [O., Jane Mayor], kind: expert }\n`;
    expect(told({ 'data/people.yaml': twice })).toEqual([
      'pack/data/people.yaml:2:43: warning: "Jane Mayor" is also "mayor" (pack/data/people.yaml:1): if they are one person, keep one of them',
    ]);
  });

  test('the same name twice in one person is nobody else', () => {
    const alias = '- { id: mayor, name: Jane, aliases: [JANE], kind: politician }\n';
    expect(told({ 'data/people.yaml': alias })).toEqual([]);
  });
});

describe('sources', () => {
  test('two of one file, by its name or by its hash; one that nothing is from', () => {
    const same = source('paper') + source('other', 'paper.txt');
    expect(told({ 'data/sources.yaml': same })).toEqual([
      'pack/data/sources.yaml:2:9: warning: no statement is from source "other"',
      'pack/data/sources.yaml:2:22: warning: is the file of "paper" as well (pack/data/sources.yaml:1); one source is enough',
    ]);
    const hashes = source('paper', 'a.txt', HASH) + source('other', 'b.txt', HASH);
    expect(told({ 'data/sources.yaml': hashes })[1]).toContain('is the file of "paper" as well');
  });
});

describe('passages', () => {
  const other = '- { id: other, name: Other, kind: expert }\n';

  test('the same twice, whoever speaks', () => {
    const twice = statement('a', [3, 9]) + statement('b', [3, 9], '', 'other');
    expect(told({ 'data/people.yaml': PEOPLE + other, 'data/statements.yaml': twice })).toEqual([
      'pack/data/statements.yaml:13:9: warning: passage 3–9 is told in "a", too (3–9, pack/data/statements.yaml:1)',
    ]);
  });

  test('that overlap, of one person', () => {
    const overlap = statement('b', [8, 20]) + statement('a', [3, 9]);
    expect(told({ 'data/statements.yaml': overlap })).toEqual([
      'pack/data/statements.yaml:6:9: warning: passage 8–20 is told in "a", too (3–9, pack/data/statements.yaml:8)',
    ]);
  });

  test('of others within, and those beside, are no mistake', () => {
    const nested = statement('a', [3, 30]) + statement('b', [5, 9], '', 'other');
    const beside = nested + statement('c', [30, 40]);
    expect(told({ 'data/people.yaml': PEOPLE + other, 'data/statements.yaml': beside })).toEqual(
      [],
    );
  });
});

describe('conditions', () => {
  const withCondition = (condition: string) => ({
    'data/statements.yaml': statement('a', [0, 9], stance('condition', condition)),
  });

  test('say that they are one, in the language of the pack', () => {
    expect(told(withCondition('if it rains'))).toEqual([]);
    expect(told(withCondition('it rains'))).toEqual([
      'pack/data/statements.yaml:12:18: warning: "it rains" names no condition in English: write it as "if …", in that language',
    ]);
    expect(told(withCondition('if it rains'), 'de')[0]).toContain('names no condition in German');
    expect(told(withCondition('wenn es regnet'), 'de-CH')).toEqual([]);
    expect(told(withCondition('it rains'), 'tlh')).toEqual([]);
  });
});

describe('cues', () => {
  const withCue = (cue: string) => ({
    'data/statements.yaml': statement('a', [0, TEXT.length], stance('cue', cue)),
  });

  test('stand in their passage, parts of them in their order', () => {
    for (const cue of ['would hardly', 'WOULD … think', 'hardly'])
      expect(told(withCue(cue))).toEqual([]);
    for (const cue of ['might', 'think … hardly']) {
      expect(told(withCue(cue))).toEqual([
        `pack/data/statements.yaml:12:12: warning: "${cue}" stands nowhere in the passage; a cue is in the words of the source`,
      ]);
    }
  });
});
