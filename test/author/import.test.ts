import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verify } from '../../src/article/verify.ts';
import { initPack } from '../../src/author/init.ts';
import { runExport } from '../../src/commands/export.ts';
import { runImport } from '../../src/commands/import.ts';
import { loadPack } from '../../src/pack/load.ts';
import { answer } from '../support/request.ts';

let dir: string;
let data: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rungs-import-'));
  data = join(dir, 'pack');
  initPack(data, 'template');
  writeFileSync(join(data, 'articles/harbour.txt'), HARBOUR);
  writeFileSync(join(data, 'articles/hearing.txt'), HEARING);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Forty sentences that are quoted, and some that are not. */
const SENTENCES = Array.from(
  { length: 40 },
  (_, index) => `We can’t build ${index + 2} lines of the tram before winter number ${index}`,
);
const HARBOUR = [
  'The harbour argues about the tram.',
  ...SENTENCES.map((words) => `“${words},” Ada Lang told the council.`),
  'She called the plan “odd”. Others had called it “odd” in May, too.',
  'It is not a plan that will help anybody, the paper says.',
  '“It is not the money, and it is not the time that we lack,” she said.',
].join('\n\n');
const HEARING = 'MR. OKORO: We want the tram.\n\nThe CHAIR: Thank you.\n';

const draft = (fields: object) => ({
  article: 'harbour.txt',
  language: 'en',
  speaker: 'Ada Lang',
  speakerKind: 'official',
  scenario: 'tram',
  axis: 'predictive',
  value: 'unlikely',
  summary: 'Not soon.',
  why: 'read off "can’t"',
  ...fields,
});

type Report = Record<'added' | 'refused' | 'ambiguous' | 'known', Record<string, unknown>[]> & {
  mended: string[];
  files: string[];
};

async function bring(drafts: unknown, options: object = {}): Promise<Report & { code?: number }> {
  const file = join(dir, 'drafts.json');
  writeFileSync(file, typeof drafts === 'string' ? drafts : JSON.stringify(drafts, null, 1));
  const { text, code } = await answer(runImport, { args: [file], data, json: true, ...options });
  return { ...JSON.parse(text), ...(code !== undefined && { code }) };
}
const failures = () => verify(loadPack(data), join(data, 'articles')).failures;
const everything = () =>
  Object.fromEntries(
    readdirSync(data, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path, readFileSync(path, 'utf8')]),
  );

const DOCTORED = [
  ['a changed number', SENTENCES[0]!.replace(' 2 ', ' 7 '), 'does not stand in the article'],
  ['a swallowed "not"', 'It is the money, and it is not the time that we lack', 'does not stand'],
  ['an ellipsis', 'It is not the money … that we lack', 'leaves words out'],
  ['a cut at an apostrophe', 'We can', 'inside a word'],
  ['words outside marks', 'It is not a plan that will help anybody', 'not inside quotation marks'],
  ['words across marks', 'odd”. Others', 'not inside quotation marks'],
  ['a changed word', SENTENCES[5]!.replace('winter', 'summer'), 'does not stand'],
  ['another tense', SENTENCES[6]!.replace('build', 'built'), 'does not stand'],
  ['words swapped', 'It is not the time, and it is not the money that we lack', 'does not stand'],
  ['nothing like it', 'Trams are the best thing since bread', 'does not stand'],
] as const;

test('of 50 drafts the right ones come in and every doctored one is refused', async () => {
  const good = SENTENCES.map((quote) => draft({ quote }));
  const bad = DOCTORED.map(([, quote]) => draft({ quote }));
  const report = await bring([...good, ...bad]);
  expect(report.code).toBe(1);
  expect(report.added).toHaveLength(40);
  expect(report.refused.map(({ problem }) => problem)).toEqual(
    DOCTORED.map(([, , problem]) => expect.stringContaining(problem)),
  );
  expect(report.refused[0]).toMatchObject({
    line: expect.any(Number),
    nearest: { line: 3, text: SENTENCES[0], differences: [{ given: '7', found: '2' }] },
  });
  expect(report.refused[1]).toMatchObject({
    nearest: { differences: [{ given: '', found: 'not' }] },
  });
  expect(failures()).toEqual([]);
  const pack = loadPack(data);
  expect(pack.statements.filter(({ unreviewed }) => unreviewed)).toHaveLength(40);
  expect(pack.people.filter(({ name }) => name === 'Ada Lang')).toHaveLength(1);
  expect(pack.sources.find(({ file }) => file === 'harbour.txt')).toMatchObject({ language: 'en' });

  const again = await bring(good);
  expect([again.added, again.known.length, again.code]).toEqual([[], 40, 0]);
});

describe('a quote', () => {
  test.each([
    ['straight apostrophes and marks', `"${SENTENCES[3]!.replace('’', "'")},"`],
    ['other spaces', SENTENCES[3]!.replace('build 5', 'build\u00A05 ')],
    ['decomposed letters', SENTENCES[3]!.normalize('NFD')],
  ])('is mended: %s', async (_, quote) => {
    const { added, code } = await bring([draft({ quote })]);
    expect(code).toBe(0);
    const [statement] = loadPack(data).statements.filter(({ id }) => id === added[0]?.id);
    expect(statement?.quotes[0]?.exact).toContain(SENTENCES[3]);
    expect(failures()).toEqual([]);
  });

  test('that stands there twice is ambiguous, unless the passage tells it', async () => {
    const twice = await bring([draft({ quote: 'odd' })]);
    expect(twice.ambiguous).toMatchObject([
      {
        places: [
          { line: 83, column: 22 },
          { line: 83, column: 50 },
        ],
      },
    ]);
    const told = await bring([draft({ quote: 'odd', passage: 'Others had … May' })]);
    expect(told.added).toHaveLength(1);
  });

  test('may be several, and then they tell one another their paragraph', async () => {
    const quote = ['It is not the money', 'the time that we lack'];
    const { added } = await bring([draft({ quote })]);
    const statement = loadPack(data).statements.find(({ id }) => id === added[0]?.id);
    expect(statement?.quotes.map(({ exact }) => exact)).toEqual(quote);
  });

  test('of a transcript needs no marks', async () => {
    const speech = { article: 'hearing.txt', marks: 'none', quote: 'We want the tram.' };
    const { added } = await bring([draft({ ...speech, value: 'none' })]);
    expect(added).toHaveLength(1);
    expect(failures()).toEqual([]);
  });
});

describe('a draft', () => {
  test.each([
    [{ speaker: undefined }, 'speaker is missing'],
    [{ quote: undefined }, 'quote or passage is missing'],
    [{ article: 'harbor.txt' }, 'did you mean'],
    [{ language: undefined }, 'language must be told'],
    [{ speaker: 'Erica Muster' }, 'near: muster'],
    [{ speaker: 'Lang', speakerKind: undefined }, 'speakerKind must say'],
    [{ scenario: 'trams' }, 'did you mean tram?'],
    [{ value: 'favours' }, 'stance on tram'],
    [{ axis: 'possible' }, 'axis'],
    [{ date: 'May' }, 'EDTF'],
    [{ id: 'muster-tram' }, 'is taken'],
    [{ form: 'indirect' }, 'direct or mixed'],
    [{ holder: 'Nobody Else' }, 'holderKind must say'],
    [{ relayedBy: 'Some Paper', relayedByKind: 'papr' }, 'relayedByKind: there is no “papr”'],
    [{ colour: 'red' }, 'unknown field colour'],
    [{ article: '../../secret.txt' }, 'no source and no file'],
    [{ axis: 'normative', value: 'opposes' }, 'nearest is for sides that nobody takes'],
  ])('%j is refused: %s', async (change, problem) => {
    const before = everything();
    const { refused, added, code } = await bring([draft({ quote: SENTENCES[0], ...change })]);
    expect([added, code]).toEqual([[], 1]);
    expect(refused[0]?.problem).toContain(problem);
    expect(everything()).toEqual(before);
  });

  test('brings neither a person nor a source when its words are refused', async () => {
    const before = everything();
    await bring([draft({ quote: 'Nothing of the kind' })]);
    expect(everything()).toEqual(before);
  });

  test('of a text that has changed is refused', async () => {
    writeFileSync(join(data, 'articles/example-gazette.txt'), 'Changed.');
    const { refused } = await bring([draft({ article: 'example-gazette', quote: 'Changed' })]);
    expect(refused[0]?.problem).toContain('rungs verify --fix');
  });
});

test('characters that nobody sees do not come in, those of a script stay', async () => {
  const { added } = await bring([
    draft({
      quote: SENTENCES[0]!.replace(' lines', ' li\u00ADnes\u200B'),
      speaker: 'Ada\u200B Lang\uFEFF',
      summary: 'Not\u00AD \u202Esoon\u202C.',
      translation: 'ما می\u200Cخواهیم',
    }),
  ]);
  expect(added[0]?.mended).toEqual([
    expect.stringContaining('“We can’t build'),
    'speaker: without characters that cannot be seen',
    'summary: without characters that cannot be seen',
  ]);
  const pack = loadPack(data);
  expect(pack.statements.find(({ id }) => id === added[0]?.id)).toMatchObject({
    summary: 'Not soon.',
    translation: 'ما می\u200Cخواهیم',
    quotes: [{ exact: SENTENCES[0] }],
  });
  expect(pack.people.map(({ name }) => name)).toContain('Ada Lang');
});

test('a dry run says the same and writes nothing', async () => {
  const before = everything();
  const { added, files } = await bring([draft({ quote: SENTENCES[0] })], { dryRun: true });
  expect([added.length, files]).toEqual([1, []]);
  expect(everything()).toEqual(before);
});

test('the report can be corrected and imported again', async () => {
  const report = await bring([draft({ quote: SENTENCES[0]!.replace('2', '7') })]);
  const corrected = JSON.stringify(report).replaceAll('7 lines', '2 lines');
  expect((await bring(corrected)).added).toHaveLength(1);
});

test('in words: file, line, problem, the nearest passage and what differs', async () => {
  const file = join(dir, 'drafts.json');
  writeFileSync(file, JSON.stringify([draft({ quote: SENTENCES[0]!.replace('2', '7') })]));
  const { text } = await answer(runImport, { args: [file], data });
  expect(text).toContain(`${file}:1: refused: “We can’t build 7 lines`);
  expect(text).toContain('  nearest, line 3, column 2: “We can’t build 2 lines');
  expect(text).toContain('  given “7”, there “2”');
  expect(text).toContain('1 statement: 0 added, 1 refused, 0 ambiguous, 0 known (0 mended)');
});

test('the schema of the form is told', async () => {
  const { text } = await answer(runImport, { schema: true });
  expect(JSON.parse(text)).toMatchObject({
    type: 'array',
    items: { type: 'object', required: ['article', 'speaker', 'summary'] },
  });
});

describe('files', () => {
  const one = draft({ quote: SENTENCES[0] });
  const other = draft({ quote: SENTENCES[1] });
  const columns = [
    'article',
    'language',
    'speaker',
    'speakerKind',
    'quote',
    'summary',
    'scenario',
    'axis',
    'value',
  ];
  const csv = (separator: string) =>
    [
      columns.join(separator),
      ...[one, other].map((row) =>
        columns
          .map((name) => JSON.stringify((row as Record<string, unknown>)[name]))
          .join(separator),
      ),
    ].join('\r\n');

  test.each([
    ['JSON Lines', () => `${JSON.stringify(one)}\n\n${JSON.stringify(other)}\n`],
    ['CSV', () => csv(',')],
    ['CSV with semicolons', () => `\uFEFF${csv(';')}`],
    ['an object with a list', () => JSON.stringify({ drafts: [one, other] })],
  ])('%s', async (_, make) => {
    expect((await bring(make())).added).toHaveLength(2);
  });

  test.each([
    ['', '1:1: is empty'],
    ['[{"article": }]', ':1:'],
    ['{"a": 1}\n{"b": }', ':2:'],
    ['[1]', 'is no object'],
    ['a,b\n"c', 'is no CSV'],
  ])('%j is wrong', async (text, message) => {
    await expect(bring(text)).rejects.toMatchObject({
      code: 2,
      message: expect.stringContaining(message),
    });
  });

  test.each(['json', 'csv', 'webannotation'])('what rungs exports as %s is known', async (form) => {
    const pack = loadPack(data);
    const { text } = await answer(runExport, { pack, args: [form] });
    const report = await bring(text);
    expect(report.refused).toEqual([]);
    expect(report.known).toHaveLength(pack.statements.length);
  });

  test('what rungs exports comes into a pack without it, the same but for its review', async () => {
    const pack = loadPack(data);
    for (const form of ['json', 'csv']) {
      const { text } = await answer(runExport, { pack, args: [form] });
      writeFileSync(join(data, 'data/statements/example-gazette.yaml'), '[]\n');
      for (const kind of ['figures', 'events', 'relations'])
        writeFileSync(join(data, `data/${kind}.yaml`), '[]\n');
      writeFileSync(
        join(data, 'scenarios/tram.yaml'),
        readFileSync('template/scenarios/tram.yaml', 'utf8')
          .replace(/^nearest:[\s\S]*?^(?=\w)/m, '')
          .replace(/^reported:.*\n/m, '')
          .replace(/^ +statement: .*\n/gm, ''),
      );
      expect((await bring(text)).refused, form).toEqual([]);
      const plain = ({ unreviewed: _, ...rest }: (typeof pack.statements)[number]) => rest;
      expect(loadPack(data).statements.map(plain)).toEqual(pack.statements.map(plain));
    }
  });

  test.each(['json', 'csv'])(
    'what rungs exports as %s makes the same in an empty pack',
    async (form) => {
      const pack = loadPack('test/fixtures/pack');
      const { text } = await answer(runExport, { pack, args: [form] });
      cpSync('test/fixtures/sources', join(data, 'articles'), { recursive: true });
      for (const kind of ['sources', 'people', 'figures', 'events', 'relations'])
        writeFileSync(join(data, `data/${kind}.yaml`), '[]\n');
      rmSync(join(data, 'data/statements'), { recursive: true });
      rmSync(join(data, 'scenarios'), { recursive: true });
      mkdirSync(join(data, 'scenarios'));
      writeFileSync(
        join(data, 'data/pack.yaml'),
        'format: 1\nlanguage: en\nid: fresh\ntitle: Fresh\ndescription: It.\nasOf: 2024-05\n',
      );
      for (const { id, rung, title } of pack.scenarios) {
        const told = {
          id,
          rung,
          title,
          proposition: 'So.',
          actor: 'A',
          status: 'B',
          asOf: '2024-05',
        };
        writeFileSync(join(data, `scenarios/${id}.yaml`), JSON.stringify(told));
      }
      expect((await bring(text)).refused).toEqual([]);
      expect(failures()).toEqual([]);
      const told = ({ statements, people, sources }: typeof pack) => {
        const name = (id: string) => people.find((one) => one.id === id)?.name;
        const file = (id: string) => sources.find((one) => one.id === id)?.file;
        return statements
          .map(({ unreviewed: _, keywords: __, retells: ___, ...one }) => ({
            ...one,
            source: file(one.source),
            speaker: name(one.speaker),
            holder: one.holder && name(one.holder),
            relayedBy: one.relayedBy.map(name),
          }))
          .toSorted((a, b) => (a.id < b.id ? -1 : 1));
      };
      expect(told(loadPack(data))).toEqual(told(pack));
    },
  );

  test('annotations of Hypothesis, the words around telling the place', async () => {
    const hypothesis = {
      total: 1,
      rows: [
        {
          uri: 'harbour.txt',
          text: 'She thinks little of it.',
          tags: [
            'speaker: Ada Lang',
            'speakerKind: official',
            'language: en',
            'tram/predictive/excluded',
          ],
          target: [
            {
              source: 'harbour.txt',
              selector: [
                { type: 'TextPositionSelector', start: 3, end: 6 },
                {
                  type: 'TextQuoteSelector',
                  exact: 'odd',
                  prefix: 'called it “',
                  suffix: '” in May',
                },
              ],
            },
          ],
        },
      ],
    };
    const { added } = await bring(hypothesis);
    const statement = loadPack(data).statements.find(({ id }) => id === added[0]?.id);
    expect(statement?.quotes[0]?.start).toBe(HARBOUR.lastIndexOf('odd'));
    expect(statement?.stances[0]).toMatchObject({
      value: 'excluded',
      why: 'She thinks little of it.',
    });
  });
});

describe('what cannot be written', () => {
  const run = (args: string[], input?: string) => {
    try {
      return execFileSync('node', ['bin/rungs.js', ...args], {
        input,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: string };
      return { status, stderr };
    }
  };

  test.skipIf(process.getuid?.() === 0)('a pack that is read-only stays as it is', async () => {
    chmodSync(join(data, 'data'), 0o500);
    await expect(bring([draft({ quote: SENTENCES[0] })])).rejects.toMatchObject({ code: 1 });
    chmodSync(join(data, 'data'), 0o700);
  });

  test('one that is killed leaves the pack whole', () => {
    const drafts = JSON.stringify(SENTENCES.map((quote) => draft({ quote })));
    for (const wait of [0.2, 0.4, 0.6]) {
      const copy = join(dir, `copy-${wait}`);
      cpSync(data, copy, { recursive: true });
      run(['import', '-', '--data', copy], drafts.slice(0, 0));
      writeFileSync(join(dir, 'd.json'), drafts);
      execFileSync('sh', [
        '-c',
        `timeout -s KILL ${wait} node bin/rungs.js import ${dir}/d.json --data ${copy} >/dev/null 2>&1 || true`,
      ]);
      expect(() => loadPack(copy)).not.toThrow();
    }
  });

  test('the lock is given back', async () => {
    await bring([draft({ quote: SENTENCES[0] })]);
    expect(existsSync(join(data, 'data/.lock'))).toBe(false);
  });
});
