import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { checkPack } from '../../src/pack/check.ts';
import { formatProblem } from '../../src/pack/problem.ts';
import { readPack } from '../../src/pack/read.ts';
import { packFolder } from './folder.ts';

const SPAN = `span: { start: 1, end: 2, sha256: "${'0'.repeat(64)}" }`;
const statement = (id: string, ...more: string[]) =>
  [
    `- id: ${id}`,
    'source: paper',
    'speaker: mayor',
    'date: "2024"',
    'form: reported',
    SPAN,
    'summary: So it is',
    ...more,
  ].join('\n  ');
const ON_IT = 'stances: [{ scenario: only, axis: normative, value: favours, why: says so }]';
const NOT_ON_IT = 'stances: []';

const SCENARIO =
  'id: only\nrung: 1\ntitle: Only\nproposition: It happens.\nactor: All\nstatus: No\nasOf: "2024"\n';

/** What is told of a pack with these statements and these fields more of its only scenario. */
const told = (statements: string[], scenario = '') => {
  const dir = packFolder({
    'data/people.yaml': '- { id: mayor, name: Mayor, kind: politician }\n',
    'data/sources.yaml': `- { id: paper, file: a.txt, sha256: "${'0'.repeat(64)}", type: webpage, language: de }\n`,
    'data/statements.yaml': statements.join('\n'),
    'scenarios/only.yaml': SCENARIO + scenario,
  });
  return checkPack(readPack(dir)).problems.map((problem) =>
    formatProblem(problem).replaceAll(relative('', dir), 'pack'),
  );
};

test('a statement retells another, not itself and not a retelling', () => {
  expect(told([statement('a'), statement('b', 'retells: a')])).toEqual([]);
  expect(told([statement('a', 'retells: a')])).toEqual([
    'pack/data/statements.yaml:8:12: a statement does not retell itself',
  ]);
  expect(
    told([statement('a'), statement('b', 'retells: a'), statement('c', 'retells: b')]),
  ).toEqual([
    'pack/data/statements.yaml:23:12: "b" is itself a retelling; name what it retells: "a"',
  ]);
  expect(told([statement('a', 'retells: gone')])).toEqual([
    'pack/data/statements.yaml:8:12: unknown statement "gone"; statements there are: a',
  ]);
});

test('a report bears on the scenario that it reports', () => {
  expect(told([statement('a', ON_IT)], 'reported: [a]\n')).toEqual([]);
  expect(told([statement('a', NOT_ON_IT)], 'reported: [a]\n')).toEqual([
    'pack/scenarios/only.yaml:8:12: statement "a" does not bear on "only"; give it a stance on it (axis: none)',
  ]);
  expect(told([statement('a', ON_IT)], 'reported: [a, b]\n')[0]).toContain(
    'only.yaml:8:15: unknown statement "b"',
  );
});

test('the nearest thing said stands only for sides that nobody takes', () => {
  const near = (side: string) => `nearest: [{ side: ${side}, statement: a, text: hopes for it }]\n`;
  expect(told([statement('a', ON_IT)], near('opposes'))).toEqual([]);
  expect(told([statement('a', ON_IT)], near('favours'))).toEqual([
    'pack/scenarios/only.yaml:8:19: "a" favours it in so many words; nearest is for sides that nobody takes',
  ]);
  expect(told([statement('a', ON_IT)], near('wants'))[0]).toContain(
    '"nearest[1].side" is "wants"; right are "favours", "opposes", "expects", "doubts"',
  );
});

test('only true is said of a translation, and a keyword is no prose', () => {
  expect(told([statement('a', 'keywords: [Raketen, dritter Weltkrieg]')])).toEqual([]);
  expect(told([statement('a', 'mayBeTranslated: true')])).toEqual([
    'pack/data/statements.yaml:8:20: is said of quoted words, and this statement has no quote',
  ]);
  expect(told([statement('a', 'mayBeTranslated: no')])).toEqual([
    'pack/data/statements.yaml:8:20: "mayBeTranslated" is "no"; right here is only true',
  ]);
  expect(told([statement('a', 'keywords: [this is far too long for it]')])).toEqual([
    'pack/data/statements.yaml:8:14: "keywords[1]" "this is far too long for it" is too long for a keyword: it is a word or a name, of at most 4 words',
  ]);
});

test.each(['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'])(
  'a field named %s is unknown, as any other',
  (name) => {
    expect(told([statement('a', `${name}: x`)])).toEqual([
      expect.stringMatching(`^pack/data/statements.yaml:8:3: unknown field "${name}"; `),
    ]);
    expect(told([statement('a')], `${name}: x\n`)).toEqual([
      expect.stringMatching(`^pack/scenarios/only.yaml:8:1: unknown field "${name}"; `),
    ]);
  },
);
