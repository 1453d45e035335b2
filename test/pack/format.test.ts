import { expect, test } from 'vitest';
import { checkPack } from '../../src/pack/check.ts';
import { loadPack } from '../../src/pack/load.ts';
import { formatProblem, type Problem } from '../../src/pack/problem.ts';
import { readPack } from '../../src/pack/read.ts';
import { packFolder } from './folder.ts';

const INFO = 'id: p\ntitle: P\ndescription: A pack.\nasOf: "2024"\n';
const SCENARIO =
  'id: only\nrung: 1\ntitle: Only\nproposition: It happens.\nactor: All\nstatus: No\nasOf: "2024"\n';

/** What is told of a pack, without its folder. */
const told = (dir: string) =>
  checkPack(readPack(dir)).problems.map((one) =>
    formatProblem(one).replace(/^.*?(?=data|scen)/, ''),
  );

const OLD = {
  'data/pack.yaml': `${INFO}mentioned:\n  - { title: M, titleDe: E, source: s, span: { start: 0, end: 1, sha256: "${'0'.repeat(64)}" }, note: N }\n`,
  'data/sources.yaml': `- { id: s, file: a.txt, sha256: "${'0'.repeat(64)}", type: webpage, language: de }\n`,
  'scenarios/only.yaml': `${SCENARIO}titleDe: Nur\n`,
};

test('a pack without a format is read as one of the form before, with one line', () => {
  const dir = packFolder(OLD);
  const warnings: Problem[] = [];
  const { pack, scenarios } = loadPack(dir, { onWarning: (problem) => warnings.push(problem) });
  expect([pack.format, pack.language]).toEqual([1, 'en']);
  expect([scenarios[0]?.titles, pack.mentioned[0]?.titles]).toEqual([{ de: 'Nur' }, { de: 'E' }]);
  expect(warnings.map(({ message }) => message)).toEqual([
    'the pack has the form before format 1; it is read all the same, and "rungs migrate DIR" rewrites it',
  ]);
});

test('a newer format is refused with a word about updating, and nothing else is told of the pack', () => {
  const dir = packFolder({
    'data/pack.yaml': `format: 2\n${INFO}more: x\n`,
    'data/people.yaml': '- { id: a, shape: new }\n',
  });
  expect(told(dir)).toEqual([
    'data/pack.yaml:1:9: format 2 is newer than this rungs, which reads 1; update rungs',
  ]);
});

test.each([['0'], ['1.5'], ['"1"'], ['one']])('format %s is none', (format) => {
  const dir = packFolder({ 'data/pack.yaml': `format: ${format}\n${INFO}language: en\n` });
  expect(told(dir)).toEqual([
    `data/pack.yaml:1:9: "format" is ${format === 'one' ? '"one"' : format}; right here is only 1`,
  ]);
});

test('a title of the old form has no place in the new one', () => {
  const dir = packFolder({ 'scenarios/only.yaml': `${SCENARIO}titleDe: Nur\n` });
  expect(told(dir)).toEqual([
    'scenarios/only.yaml:8:1: unknown field "titleDe"; did you mean "title"?',
  ]);
});

test.each(['de', 'de-CH', 'gsw', 'zh-Hant', 'sr-Latn', 'zh-Hant-TW', 'es-419', 'de-CH-1996'])(
  '%s is a language',
  (language) => {
    const dir = packFolder({
      'data/pack.yaml': `format: 1\n${INFO}language: ${language}\ntitles: { ${language}: T }\n`,
    });
    expect(told(dir)).toEqual([]);
  },
);

test.each(['german', 'DE', 'de_CH', 'de-ch', 'd', 'zh-hant'])('%s is none', (language) => {
  const dir = packFolder({ 'data/pack.yaml': `format: 1\n${INFO}language: ${language}\n` });
  expect(told(dir)).toEqual([
    `data/pack.yaml:6:11: "language" "${language}" is no BCP 47 tag of a language: write it as de, de-CH, gsw, zh-Hant or sr-Latn`,
  ]);
});

test('a title is in a language', () => {
  const dir = packFolder({ 'scenarios/only.yaml': `${SCENARIO}titles: { german: Nur }\n` });
  expect(told(dir)[0]).toMatch(
    /^scenarios\/only.yaml:8:\d+: "german" in "titles" is no BCP 47 tag/,
  );
});

test('a source says where it can be read, by whom it is, and when it was looked at', () => {
  const source = (more: string) => ({
    'data/sources.yaml': `- { id: s, file: a.txt, sha256: "${'0'.repeat(64)}", type: webpage, language: en, ${more} }\n`,
  });
  const all =
    'URL: "https://example.org/a?b=1", archived: "http://web.archive.org/x", accessed: "2024-11-02", publisher: P, author: [Jane Roe, { family: Doe, given: John }]';
  expect(told(packFolder(source(all)))).toEqual([]);
  expect(told(packFolder(source('URL: "javascript:alert(1)"')))[0]).toMatch(
    /"URL" "javascript:alert\(1\)" is no address of a page/,
  );
  expect(told(packFolder(source('author: Jane Roe')))[0]).toMatch(/"author" is "Jane Roe"; .*list/);
});

test('kinds of people are declared by the pack', () => {
  const people = '- { id: a, name: Acme, kind: company }\n';
  expect(told(packFolder({ 'data/people.yaml': people }))).toEqual([
    'data/people.yaml:1:30: "kind" is "company"; right are "expert", "official", "politician", "military", "outlet", "anonymous"; others are declared in data/pack.yaml: "kinds: { company: … }"',
  ]);
  const info = `format: 1\n${INFO}language: en\nkinds: { company: Company }\n`;
  const dir = packFolder({ 'data/people.yaml': people, 'data/pack.yaml': info });
  expect(told(dir)).toEqual([]);
  expect(loadPack(dir).pack.kinds).toEqual({ company: 'Company' });
});

test('the words of sides and of the ladder can be set', () => {
  const info = `format: 1\n${INFO}language: en\nladder: 1 costs least\nsides: { favours: Yes, doubts: Hardly }\n`;
  expect(told(packFolder({ 'data/pack.yaml': info }))).toEqual([]);
  const wrong = `format: 1\n${INFO}language: en\nsides: { favors: Yes }\n`;
  expect(told(packFolder({ 'data/pack.yaml': wrong }))[0]).toMatch(
    /^data\/pack.yaml:7:\d+: unknown field "favors"; did you mean "favours"\?/,
  );
});

test('a date in brackets needs quotation marks, and is told so', () => {
  const info = `format: 1\n${INFO.replace('"2024"', '[..2024-09]')}language: en\n`;
  expect(told(packFolder({ 'data/pack.yaml': info }))).toEqual([
    'data/pack.yaml:5:7: "asOf" is ["..2024-09"]; it must be a text; in quotes it is one: "[..2024-09]"',
  ]);
});
