/** What JavaScript has under every object is a name like any other: of ids, kinds, fields and words. */
import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { EXPORT_FORMS } from '../../src/cli/choices.ts';
import { loadPack } from '../../src/pack/load.ts';
import { packFolder } from '../pack/folder.ts';
import { call } from '../support/run.ts';
import { openInEmulator } from './session.ts';

const PASSAGE = 'Ann said: "It must come."';
const hash = createHash('sha256').update(PASSAGE).digest('hex');
const FILES = {
  'a.txt': PASSAGE,
  'data/pack.yaml':
    'format: 1\nid: valueof\ntitle: __proto__\nlanguage: en\ndescription: D\nasOf: "2025"\nkinds: { constructor: constructor, tostring: __proto__ }\n',
  'data/sources.yaml': `- { id: hasownproperty, file: a.txt, sha256: ${hash}, type: webpage, language: en, container-title: constructor, title: __proto__, issued: "2025-01-01" }\n`,
  'data/people.yaml':
    '- { id: constructor, name: constructor, kind: constructor }\n- { id: tostring, name: __proto__, kind: expert, aliases: [toString] }\n',
  'scenarios/only.yaml':
    'id: isprototypeof\nrung: 1\ntitle: toString\ntitles: { de: constructor }\nproposition: P.\nactor: A\nstatus: S\nasOf: "2025"\n',
  'data/statements.yaml': `- id: prototype
  source: hasownproperty
  speaker: constructor
  date: "2025"
  form: mixed
  quotes: [{ exact: It must come., start: 11, end: 24 }]
  span: { start: 0, end: 25, sha256: ${hash} }
  summary: S.
  stances: [{ scenario: isprototypeof, axis: normative, value: favours, cue: must, why: W. }]
  keywords: [constructor, __proto__]
`,
};

let dir: string;
beforeAll(() => {
  dir = packFolder(FILES);
});

const CRASH = /TypeError|Please report|undefined|\[object|\[native|function /;

test.each([
  ['check', 0, / 0 errors|0 errors/],
  ['verify', 0, / 0 failed/],
  ['list', 0, /isprototypeof +1 +toString/],
  ['list people', 0, /tostring +__proto__, expert: 0 statements/],
  ['show constructor', 0, /1 STATEMENT/],
  ['show __proto__', 0, /0 STATEMENTS/],
  ['show toString', 0, /__proto__/],
  ['show hasOwnProperty', 0, /constructor/],
  ['search __proto__', 0, /rungs show tostring/],
  ['search speaker:constructor', 0, /It must come/],
  ['search kind:constructor', 0, /It must come/],
  ['search kind:valueof', 1, /no kind "valueof"/],
  ['search constructor:x', 2, /no filter "constructor:"/],
  ['search stance:__proto__', 1, /no stance "__proto__"/],
  ['search who is for tostring', 0, /constructor is for it/],
  ['search what does constructor say', 0, /It must come/],
  ['cite constructor', 0, /1 statement/],
  ['cite prototype --format bibtex', 0, /@misc\{prototype,/],
  ['cite prototype --lang constructor', 2, /is no language here/],
  ['matrix --kind constructor', 0, /CONSTRUCTOR \(1\)/],
  ['people', 0, /CONSTRUCTOR \(1\)/],
  ['list constructor', 2, /cannot list "constructor"/],
  ['export toString', 2, /cannot export "toString"/],
  ['help __proto__', 2, /there is no command "__proto__"/],
  ['add constructor x', 2, /cannot add "constructor"/],
  ['remove toString', 1, /there is no "toString"/],
  ['compare constructor __proto__', 1, /there is no "__proto__"/],
  ...EXPORT_FORMS.map((form) => [`export ${form}`, 0, /constructor|toString/] as const),
] as const)('rungs %s', async (line, code, text) => {
  const own = line === 'check' ? [dir] : ['--data', dir, '--sources', dir];
  const { out, err, ...run } = await call([...line.split(' '), ...own]);
  expect([out + err, run.code]).toEqual([expect.stringMatching(text), code]);
  expect(out + err).not.toMatch(CRASH);
});

test('every view shows it', async () => {
  const session = await openInEmulator(loadPack(dir), { columns: 100, rows: 30 });
  const shown = new Map<string, string>();
  for (const keys of [
    '\r',
    '\r',
    'm',
    '\r',
    'p',
    '\r',
    't',
    'f',
    'a',
    'w',
    'B',
    '/constructor\r',
    ':__proto__',
  ])
    for (const key of keys.length > 1 ? [keys[0] as string, keys.slice(1)] : [keys]) {
      await session.type(key);
      shown.set(keys, session.rows().join('\n'));
    }
  await session.close();
  for (const rows of shown.values()) expect(rows).not.toMatch(CRASH);
  expect(shown.get('p')).toContain('CONSTRUCTOR (1)');
  expect(shown.get(':__proto__')).toMatch(/person +__proto__/);
});

describe('what is no id and no field is told', () => {
  test.each([
    ['people', '- { id: __proto__, name: X, kind: expert }\n', /"id" is "__proto__": an id is/],
    ['people', '- { id: toString, name: X, kind: expert }\n', /"id" is "toString": an id is/],
    ['people', '- { id: x, name: X, kind: valueOf }\n', /"kind" is "valueOf"/],
    [
      'people',
      '- { id: x, name: X, kind: expert, constructor: y }\n',
      /unknown field "constructor"/,
    ],
    [
      'people',
      '- { id: x, name: X, kind: expert, __proto__: { a: b } }\n',
      /unknown field "__proto__"/,
    ],
    ['people', '- { id: x, name: X, kind: expert, toString: y }\n', /unknown field "toString"/],
  ])('%s: %s', async (kind, yaml, message) => {
    const broken = packFolder({ ...FILES, [`data/${kind}/more.yaml`]: yaml });
    const { code, out, err } = await call(['check', broken]);
    expect([code, out + err]).toEqual([2, expect.stringMatching(message)]);
    expect(out + err).not.toMatch(CRASH);
  });
});

test('a rename to such an id keeps all that mentions it', async () => {
  const copy = packFolder();
  cpSync(dir, copy, { recursive: true });
  const { code, out } = await call(['rename', 'tostring', 'valueof-x', '--data', copy]);
  expect([code, out]).toEqual([0, expect.stringContaining('data/people.yaml')]);
  const back = await call(['rename', 'constructor', 'tolocalestring', '--data', copy]);
  expect(back.code).toBe(0);
  expect((await call(['check', copy])).out).toContain('0 errors');
});
