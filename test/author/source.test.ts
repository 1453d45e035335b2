import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openArticle } from '../../src/article/article.ts';
import { EXTRACTORS, extract } from '../../src/author/extract.ts';
import { guessLanguage } from '../../src/author/guess-language.ts';
import { reflow } from '../../src/author/reflow.ts';
import { loadPack } from '../../src/pack/load.ts';
import { sha256 } from '../../src/pack/sha256.ts';
import { call, shell } from '../support/run.ts';

const DOCUMENTS = 'test/fixtures/documents';
const read = (name: string) => readFileSync(join(DOCUMENTS, name));
const made = (name: string) => extract(read(name), name);
/** The quotations of a text, as they can be added. */
function quotes(text: string, language: string): string[] {
  const article = openArticle(text, { language });
  return article.quotesIn({ start: 0, end: article.length }).map((one) => article.slice(one));
}

describe('of a web page', () => {
  test('the text is clean: paragraphs, entities, no markup, nothing from around the article', async () => {
    const { text } = await made('page.html');
    expect(quotes(text, 'en')).toEqual([
      'The lamps would shine into every bedroom of the street & the yard,',
      'People here want the dark,',
      'a mistake',
    ]);
    expect(text).toContain('the yard," Cllr Mara Osei told the meeting on Friday');
    expect(text).not.toMatch(/Home|Subscribe|not text|[<>]/);
    expect(text.split('\n\n').length).toBeGreaterThanOrEqual(4);
  });

  test('what it says of itself is taken', async () => {
    expect((await made('page.html')).about).toEqual({
      title: expect.stringContaining('Council turns lamps down'),
      author: ['Ada Lang', 'Bo Weiss'],
      'container-title': 'Seestadt Post',
      issued: '2024-05-04',
      URL: 'https://post.example/lamps',
      language: 'en',
    });
  });

  test('in another encoding is read by what it declares', async () => {
    const page =
      '<html><head><meta charset="iso-8859-1"></head><body><p>Straße „ja“</p></body></html>';
    const { text } = await extract(Buffer.from(page.replace(/[„“]/g, '"'), 'latin1'), 'a.html');
    expect(text).toContain('Straße "ja"');
  });
});

test('of Markdown: front matter told, emphasis and links off, lines joined', async () => {
  const { text, about } = await made('page.md');
  expect(quotes(text, 'fr')).toEqual([
    'Ils pourraient éclairer chaque chambre de la rue',
    'Les gens veulent la nuit',
  ]);
  expect(about).toEqual({
    title: 'Les lampadaires refusés',
    author: ['Ada Lang'],
    issued: '2024-05-05',
    URL: 'https://gazette.example/lampadaires',
    language: 'fr',
  });
});

test('of DOCX: paragraphs', async () => {
  const { text, about } = await made('letter.docx');
  expect(text.split('\n\n')).toHaveLength(3);
  expect(quotes(text, 'de')).toEqual(['Die Lampen sind zu hell']);
  expect(about.language).toBe('de');
});

test('of PDF: lines joined, hyphens mended, those of a word kept', async () => {
  const { text, about } = await made('paper.pdf');
  expect(quotes(text, 'en')).toEqual([
    'The lamps would shine into every bedroom of the street and the yard,',
    'too bright for a small and quiet town by the sea',
  ]);
  expect(text.match(/well-known/g)).toHaveLength(2);
  expect(about).toMatchObject({ title: 'Lamps', author: ['Ada Lang'] });
});

test('of text: paragraphs that are lines stay', async () => {
  const { text } = await made('letter.txt');
  expect(text).toBe(read('letter.txt').toString());
  expect(reflow('a\n\nb\nc\n')).toBe('a\n\nb\nc\n');
});

test.each([
  ['PK\u0003\u0004 no zip', 'x.docx', 'is no DOCX'],
  ['%PDF-1.4 no pdf', 'x.pdf', 'is no PDF'],
  ['\xff\xfe\x00', 'x.txt', 'is no UTF-8 text'],
  ['   \n', 'x.txt', 'holds no text'],
])('%j is refused', async (content, name, message) => {
  await expect(extract(Buffer.from(content, 'latin1'), name)).rejects.toThrow(message);
});

test.each([
  ['Der Rat hat die Lampen nicht gewollt, und das ist die Lage in der Stadt.', 'de'],
  ['The council did not want the lamps, and that is the state of it in the town.', 'en'],
  ['Le conseil ne veut pas les lampes, et la ville est dans la nuit pour le moment.', 'fr'],
  ['Совет города не хотел новых фонарей.', 'ru'],
  ['街灯はいらないと市議会は決めた。', 'ja'],
  ['위원회는 가로등을 원하지 않았다.', 'ko'],
  ['شورا چراغ‌های تازه نمی‌خواهد و پیش از این گفت.', 'fa'],
  ['Xyz.', undefined],
])('the language of %j is guessed: %s', (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});

test('the versions that are recorded are those installed', () => {
  for (const extractor of Object.values(EXTRACTORS)) {
    const [name, version] = extractor.split(' ');
    const { version: installed } = JSON.parse(
      readFileSync(`node_modules/${name}/package.json`, 'utf8'),
    );
    expect(version, name).toBe(installed);
  }
});

describe('rungs add, in a pack begun with nothing', () => {
  let dir: string;
  beforeEach(async () => {
    dir = join(mkdtempSync(join(tmpdir(), 'rungs-source-')), 'lamps');
    expect(await call(['init', '--empty', dir])).toMatchObject({ code: 0, err: '' });
  });
  afterEach(() => rmSync(join(dir, '..'), { recursive: true, force: true }));
  const withScenario = () => {
    const answers = ['Lamps are put up.', 'The council', '', '2024-05', '', ''];
    const lines = answers.map((answer) => `'${answer}'`).join(' ');
    return shell(`printf '%s\\n' ${lines} | rungs add scenario New lamps --data ${dir}`);
  };

  test('< leads back where a scenario or a person is asked about, too', () => {
    const answers = [
      'Lamps are torn down.',
      '<',
      'Lamps are put up.',
      'The council',
      '',
      '2024-05',
    ];
    const lines = [...answers, '', ''].map((answer) => `'${answer}'`).join(' ');
    const add = `rungs add scenario New lamps --data ${dir}`;
    expect(shell(`printf '%s\\n' ${lines} | ${add}`).code).toBe(0);
    const text = readFileSync(join(dir, 'scenarios/new-lamps.yaml'), 'utf8');
    expect(text).toContain('proposition: Lamps are put up.');
  });

  test('a source keeps its text with the articles, and the hash of the original', async () => {
    const added = await call(['add', 'source', join(DOCUMENTS, 'page.html'), '--data', dir]);
    expect(added).toMatchObject({ code: 0, err: '' });
    withScenario();
    const [source] = loadPack(dir).sources;
    const text = readFileSync(join(dir, 'articles/page.txt'), 'utf8');
    expect(source).toMatchObject({
      id: 'page',
      file: 'page.txt',
      sha256: sha256(text),
      author: ['Ada Lang', 'Bo Weiss'],
      accessed: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      original: { sha256: sha256(read('page.html')), extractor: EXTRACTORS.html },
    });
    const again = await call(['add', 'source', join(DOCUMENTS, 'page.html'), '--data', dir]);
    expect(again.out).toContain('it is the source page');
    expect(loadPack(dir).sources).toHaveLength(1);
  });

  test('what is missing, and what was guessed, is told', async () => {
    const { out } = await call(['add', 'source', join(DOCUMENTS, 'letter.docx'), '--data', dir]);
    expect(out).toContain('Guessed: language (de).');
    expect(out).toContain('It does not tell: title, author, container-title, issued, URL.');
  });

  test('a text that is there already is not written over', async () => {
    await call(['add', 'source', join(DOCUMENTS, 'letter.txt'), '--data', dir]);
    writeFileSync(join(dir, 'letter.txt'), 'Another text, of the same name.');
    const other = await call(['add', 'source', join(dir, 'letter.txt'), '--data', dir]);
    expect(other).toMatchObject({ code: 0 });
    expect(other.out).toContain('letter-2.txt');
  });

  test('standard input is a source, too', () => {
    const { code, out } = shell(`rungs add source - --data ${dir} < ${DOCUMENTS}/page.html`);
    expect([code, out.includes('council-turns-lamps-down')]).toEqual([0, true]);
  });

  test('a scenario and a person are asked for; then the pack is valid', async () => {
    expect(withScenario()).toMatchObject({ code: 0 });
    const person = shell(
      `printf '%s\\n' yes politician Councillor 'Town of Seestadt' '' | rungs add person Mara Osei --data ${dir}`,
    );
    expect(person).toMatchObject({ code: 0 });
    const { scenarios, people } = loadPack(dir);
    expect(scenarios).toMatchObject([{ id: 'new-lamps', rung: 1, status: 'Not reported' }]);
    expect(people).toMatchObject([{ id: 'mara-osei', kind: 'politician' }]);
    expect((await call(['check', dir])).code).toBe(0);
  });

  test('what cannot be added is told', async () => {
    expect(await call(['add', 'sauce', 'x', '--data', dir])).toMatchObject({
      code: 2,
      err: expect.stringContaining('did you mean source?'),
    });
    expect((await call(['add', 'source', 'none.html', '--data', dir])).err).toContain(
      'cannot read',
    );
  });
});
