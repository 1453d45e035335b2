import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verify } from '../../src/article/verify.ts';
import { changePack } from '../../src/author/change.ts';
import { initPack } from '../../src/author/init.ts';
import { type Prompt, Refused, Unanswered } from '../../src/author/prompt.ts';
import { askStatement } from '../../src/author/statement.ts';
import type { NewRecord } from '../../src/author/walk.ts';
import { withNewRecords } from '../../src/author/write.ts';
import { createLibrary } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';
import { readPack } from '../../src/pack/read.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rungs-add-'));
  initPack(dir, 'template');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

type Talk = { prompt: Prompt; said: string[]; asked: string[]; left: string[] };

/** A prompt with its answers laid out beforehand. */
function talk(answers: readonly string[], isTerminal = false): Talk {
  const left = [...answers];
  const said: string[] = [];
  const asked: string[] = [];
  const prompt: Prompt = {
    isTerminal,
    say: (text) => said.push(text),
    async ask({ text: question }) {
      asked.push(question);
      const answer = left.shift();
      if (answer === undefined) throw new Unanswered(question);
      return answer;
    },
    close() {},
  };
  return { prompt, said, asked, left };
}

const ARTICLE = 'articles/example-gazette.txt';

async function walk(answers: readonly string[], article = ARTICLE, isTerminal = false) {
  const conversation = talk(answers, isTerminal);
  const bytes = readFileSync(join(dir, article));
  const name = article.replace(/.*\//, '');
  const library = createLibrary(loadPack(dir));
  const raw = readPack(dir);
  const wanted = await askStatement(conversation.prompt, { name, bytes }, library, raw, 80);
  const written = changePack(dir, (files) => withNewRecords(dir, files, wanted));
  return { ...conversation, ...written };
}

const statementOf = (added: readonly NewRecord[]) =>
  added.find(({ kind }) => kind === 'statements')?.record;

/** All files of the pack, to the byte. */
function everything(): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((path) => [path, readFileSync(path, 'utf8')]));
}

/** A quote of somebody the pack knows, in an article it knows. */
const KNOWN = [
  'Der Verkehrsforscher … vorstellbar',
  'all',
  'Max Beispiel',
  'He can hardly imagine it.',
  'hardly imaginable',
  'tram',
  'predictive',
  'unlikely',
  'kaum',
  "read off 'kaum'",
  'more-buses',
  'no', // it says neither
  '',
  'says nothing of buses',
  '',
  'yes', // more about it
  '', // whose view
  'nordfunk', // passed on by
  'a telephone call',
  '', // to whom
  '2024-05',
  'He says so.',
  'mixed',
  '"It" is an opening before 2030.',
  'if nothing changes',
  '', // on buses
  'beispiel-again',
];

test('an article of the pack that has changed makes no second source', async () => {
  const path = join(dir, ARTICLE);
  writeFileSync(path, `Corrected.\n${readFileSync(path, 'utf8')}`);
  await expect(walk(KNOWN)).rejects.toThrow('rungs verify --fix finds its passages again');
});

describe('a statement in an article that the pack knows', () => {
  test('holds what was answered, its offsets and hash computed', async () => {
    const { added, left } = await walk(KNOWN);
    expect(left).toEqual([]);
    expect(statementOf(added)).toEqual({
      id: 'beispiel-again',
      source: 'example-gazette',
      speaker: 'beispiel',
      relayedBy: ['nordfunk'],
      medium: 'a telephone call',
      date: '2024-05',
      dateNote: 'He says so.',
      form: 'mixed',
      quotes: [{ exact: 'kaum vorstellbar', start: 302, end: 318 }],
      span: { start: 237, end: 320, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      summary: 'He can hardly imagine it.',
      translation: 'hardly imaginable',
      context: '"It" is an opening before 2030.',
      stances: [
        {
          scenario: 'tram',
          axis: 'predictive',
          value: 'unlikely',
          condition: 'if nothing changes',
          cue: 'kaum',
          why: "read off 'kaum'",
        },
        { scenario: 'more-buses', axis: 'none', value: 'none', why: 'says nothing of buses' },
      ],
    });
  });

  test('passes check and verify, and every file keeps what it held', async () => {
    const before = everything();
    const { files } = await walk(KNOWN);
    expect(files).toEqual(['data/statements/example-gazette.yaml']);
    const after = everything();
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [path, text] of Object.entries(before)) {
      expect(after[path]?.startsWith(text), path).toBe(true);
    }
    const data = loadPack(dir);
    expect(data.statements.map(({ id }) => id)).toContain('beispiel-again');
    expect(verify(data, join(dir, 'articles')).failures).toEqual([]);
  });

  test('interrupted at any question, leaves everything as it was', async () => {
    const before = everything();
    for (let answered = 0; answered < KNOWN.length; answered += 1) {
      await expect(walk(KNOWN.slice(0, answered))).rejects.toThrow(Unanswered);
    }
    expect(everything()).toEqual(before);
  });

  test('goes to the file where the statements of its source are', async () => {
    cpSync(join(dir, 'data/statements/example-gazette.yaml'), join(dir, 'data/statements.yaml'));
    rmSync(join(dir, 'data/statements'), { recursive: true });
    expect((await walk(KNOWN)).files).toEqual(['data/statements.yaml']);
  });
});

describe('a new article by somebody new', () => {
  const answers = [
    'Morning Post', // outlet
    '',
    '2024-06',
    'de-CH',
    '',
    '', // marks, as detected
    '', // id
    'Der Tram-Freund ... ja',
    '', // all
    'Jürg Tester',
    '', // add
    'expert',
    'Engineer',
    'Tram Club',
    '', // id
    'He agrees.',
    'yes',
    '', // no scenario
    'yes', // more about it
    'Tram Club',
    '', // add
    'official',
    '',
    '', // id
    ...['', '', '', '', '', '', '', ''], // relay, medium, to, date, how it is known, form, context, id
  ];
  beforeEach(() => {
    const text = 'Basel\r\n\r\nDer Tram-Freund 🚋 Jürg Tester sagt «ja», «nein» sagt er nie.';
    writeFileSync(join(dir, 'articles/post.txt'), text);
  });

  test('is added with its source and its people, those first that others mention', async () => {
    const { added, files, left } = await walk(answers, 'articles/post.txt');
    expect(left).toEqual([]);
    expect(added.map(({ kind, record }) => [kind, record.id])).toEqual([
      ['sources', 'morning-post'],
      ['people', 'jurg-tester'],
      ['people', 'tram-club'],
      ['statements', 'tester-morning-post'],
    ]);
    expect(statementOf(added)).toMatchObject({
      holder: 'tram-club',
      date: '[..2024-06]',
      form: 'mixed',
      quotes: [{ exact: 'ja', start: 45, end: 47 }],
    });
    expect(files).toEqual([
      'data/sources.yaml',
      'data/people.yaml',
      'data/statements/morning-post.yaml',
    ]);
    const statements = readFileSync(join(dir, 'data/statements/morning-post.yaml'), 'utf8');
    expect(statements).toMatch(
      /^# yaml-language-server: \$schema=..\/..\/schema\/statements.schema.json\n/,
    );
    const data = loadPack(dir);
    expect(data.sources.at(-1)).toMatchObject({
      marks: '«»',
      language: 'de-CH',
      issued: '2024-06',
    });
    expect(data.people.at(-2)?.roles).toEqual([
      { role: 'Engineer', affiliation: 'Tram Club', asOf: '2024-06' },
    ]);
    expect(verify(data, join(dir, 'articles')).failures).toEqual([]);
  });
});

/** The answers with some changed, by their place. */
const changed = (changes: Record<number, string>) =>
  KNOWN.map((answer, index) => changes[index] ?? answer);

describe('an answer that cannot be taken', () => {
  test.each([
    [
      'a passage that is not there',
      { 0: 'Der Lokführer … kommt' },
      'does not stand in the article',
    ],
    ['words outside the marks', { 1: 'Max Beispiel' }, 'inside the quotation marks'],
    ['a number of no quote', { 1: '7' }, 'inside the quotation marks'],
    ['no date', { 20: 'last week' }, 'is no EDTF date'],
    ['a form that goes without quotes', { 22: 'indirect' }, 'none of direct, mixed'],
    ['no summary', { 3: '' }, 'An answer is needed'],
    ['a scenario that is not there', { 5: 'trem' }, 'near: tram. A new scenario'],
    ['no axis', { 6: 'both' }, 'none of should, will, neither'],
    [
      'a condition without if',
      { 24: 'perhaps' },
      'A condition says that it is one, in English: if, should',
    ],
    ['an id that is taken', { 26: 'muster-tram' }, 'is taken'],
    ['an id of wrong form', { 26: 'Bei Spiel' }, 'lower-case ASCII words'],
  ])('%s ends a script, and nothing is written', async (_, changes, message) => {
    const before = everything();
    const failed = walk(changed(changes));
    await expect(failed).rejects.toThrow(Refused);
    await expect(failed).rejects.toThrow(message);
    expect(everything()).toEqual(before);
  });

  test('is asked again in a terminal', async () => {
    const answers = KNOWN.toSpliced(20, 0, 'last week').toSpliced(0, 0, 'nowhere at all');
    const { added, said } = await walk(answers, ARTICLE, true);
    expect(statementOf(added)?.id).toBe('beispiel-again');
    expect(said).toContain('"nowhere at all" does not stand in the article.');
    expect(said.join('\n')).toContain('"last week": is no EDTF date');
  });
});

describe('marking', () => {
  const TOLD = ['muster', 'She speaks of it.', '', ''];

  test('a passage that stands more than once is chosen by its number', async () => {
    const { added, said } = await walk(['die strassenbahn', '3', ...TOLD]);
    expect(said.filter((text) => /^\d {2}…/.test(text))).toHaveLength(3);
    const article = readFileSync(join(dir, ARTICLE), 'utf8');
    const { start, end } = (statementOf(added) as { span: { start: number; end: number } }).span;
    expect(article.slice(start - 7, end + 11)).toBe('Sollte die Straßenbahn scheitern,');
  });

  test('a whole paragraph is marked by its number', async () => {
    const { added } = await walk(['2', ...TOLD]);
    expect(statementOf(added)).toMatchObject({ form: 'indirect', span: { start: 91, end: 132 } });
  });

  test('words inside a quotation are a quote of their own', async () => {
    const { added } = await walk(changed({ 1: 'vorstellbar' }));
    expect(statementOf(added)).toMatchObject({
      quotes: [{ exact: 'vorstellbar', start: 307, end: 318 }],
    });
  });

  test('nobody is added under a name that is nearly there without being asked', async () => {
    const answers = KNOWN.toSpliced(2, 1, 'Max Beispeil', 'no');
    await expect(walk(answers)).rejects.toThrow('"Max Beispeil" is nobody in the pack');
    const { said } = await walk(answers.toSpliced(4, 0, 'beispiel'), ARTICLE, true);
    expect(said.join('\n')).toContain('near: Max Beispiel (beispiel)');
  });
});
