import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verify } from '../../src/article/verify.ts';
import { runFix } from '../../src/commands/verify-fix.ts';
import { loadPack } from '../../src/pack/load.ts';
import { answer } from '../support/request.ts';

let data: string;
let articles: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'rungs-fix-'));
  articles = join(data, 'articles');
  cpSync('test/fixtures/pack', data, { recursive: true });
  cpSync('test/fixtures/sources', articles, { recursive: true });
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

function rewrite(file: string, change: (text: string) => string): void {
  const path = join(articles, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}
async function fix(options: object = {}) {
  const { text, code } = await answer(runFix, { data, json: true, ...options });
  return { ...JSON.parse(text), code };
}
const failures = () => verify(loadPack(data), articles).failures;
const yaml = () =>
  readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')] as const);
/** All but numbers and hashes. */
const frame = () => yaml().map(([name, text]) => [name, text.replace(/[0-9a-f]{64}|\d+/g, 'N')]);

test('a line on top of every article: all is found again, only numbers and hashes change', async () => {
  const before = frame();
  for (const file of ['seeblick.txt', 'uferpost.txt']) rewrite(file, (text) => `Neu 😀.\n${text}`);
  expect(failures().length).toBeGreaterThan(10);
  const { left, moved, failed, code } = await fix();
  expect({ left, failed, code }).toEqual({ left: [], failed: 0, code: 0 });
  expect(moved.map(({ shift }: { shift: number }) => shift)).toEqual(moved.map(() => 7));
  expect(failures()).toEqual([]);
  expect(frame()).toEqual(before);
  expect((await fix()).moved).toEqual([]);
});

test('a line in the middle moves what stands behind it', async () => {
  rewrite('seeblick.txt', (text) => {
    const middle = text.indexOf('\n', text.length / 2);
    return `${text.slice(0, middle)}\nEin Nachtrag.${text.slice(middle)}`;
  });
  const { code, moved } = await fix();
  const count = loadPack(data).statements.filter(({ source }) => source === 'seeblick').length;
  expect(code).toBe(0);
  expect(moved.length).toBeLessThan(count + 5);
  expect(failures()).toEqual([]);
});

describe('what has no sure place is left', () => {
  test('a quote of which a word was changed, with what comes nearest', async () => {
    rewrite('seeblick.txt', (text) => `Neu.\n${text.replace('auch im Winter', 'auch im Sommer')}`);
    const { left, code } = await fix();
    expect(code).toBe(1);
    expect(left).toMatchObject([
      {
        record: 'soederstroem-winter',
        reason: '“Die Fähre muss auch im Winter fahren” stands nowhere',
        nearest: {
          text: 'Die Fähre muss auch im Sommer fahren',
          differences: [{ given: 'Winter', found: 'Sommer' }],
        },
      },
    ]);
    const kept = loadPack(data).statements.find(({ id }) => id === 'soederstroem-winter');
    expect(kept?.quotes[0]?.start).toBe(25);
    expect(failures().every(({ record }) => record === 'soederstroem-winter')).toBe(true);
  });

  test('a passage around it that was changed', async () => {
    const { span } = loadPack(data).statements.find(({ id }) => id === 'soederstroem-winter')!;
    rewrite('seeblick.txt', (text) => {
      const passage = [...text].slice(span.start, span.end).join('');
      return `Neu.\n${text.replace(passage, passage.replace('sagt', 'sagte nie'))}`;
    });
    const { left } = await fix();
    expect(left[0]?.reason).toContain('the passage around them has changed');
  });

  test('a passage that stands there twice, and nothing tells which', async () => {
    rewrite('seeblick.txt', (text) => `${text}\n\n${text}`);
    rewrite('seeblick.txt', (text) => `Neu.\n${text}`);
    const { left } = await fix();
    expect(new Set(left.map(({ reason }: { reason: string }) => reason))).toEqual(
      new Set(['its passage stands there several times']),
    );
  });

  test('all of an article that is another one, with the hash of the source', async () => {
    const before = yaml();
    writeFileSync(join(articles, 'seeblick.txt'), 'Etwas ganz anderes.');
    const { sources, code } = await fix();
    expect([sources[0]?.sha256, code]).toEqual([undefined, 1]);
    expect(yaml()).toEqual(before);
  });
});

test('of two equal places the one between its neighbours is taken', async () => {
  const text = readFileSync(join(articles, 'seeblick.txt'), 'utf8');
  const { span } = loadPack(data).statements.find(({ id }) => id === 'soederstroem-winter')!;
  const passage = [...text].slice(span.start, span.end).join('');
  rewrite('seeblick.txt', () => `Neu: xx\n${text}\n\nNoch einmal: ${passage}`);
  const { left, code } = await fix();
  expect([left, code]).toEqual([[], 0]);
  expect(failures()).toEqual([]);
});

test('a dry run says the same and writes nothing', async () => {
  const before = yaml();
  rewrite('seeblick.txt', (text) => `Neu.\n${text}`);
  const { moved, files } = await fix({ dryRun: true });
  expect([moved.length > 0, files]).toEqual([true, []]);
  expect(yaml()).toEqual(before);
});

test('in words', async () => {
  rewrite('seeblick.txt', (text) => `Neu.\n${text.replace('auch im Winter', 'auch im Sommer')}`);
  const { text, code } = await answer(runFix, { data });
  expect(code).toBe(1);
  expect(text).toMatch(/seeblick \(seeblick\.txt\): \d+ passages moved by \+5, 1 left/);
  expect(text).toContain('LEFT soederstroem-winter in seeblick: “Die Fähre');
  expect(text).toContain('given “Winter”, there “Sommer”');
});

describe('whatever became of an article, nothing is silent', () => {
  /** What the records say before, to the code point: of the old article. */
  const passages = (texts: ReadonlyMap<string, string>) => {
    const { statements, sources } = loadPack(data);
    return new Map(
      statements.map(({ id, source, span, quotes }) => {
        const { file } = sources.find((one) => one.id === source) as { file: string };
        const points = [...(texts.get(file) as string)];
        const at = ({ start, end }: { start: number; end: number }) =>
          points.slice(start, end).join('');
        return [id, JSON.stringify([at(span), ...quotes.map(at)])];
      }),
    );
  };
  const texts = () =>
    new Map(
      readdirSync(articles).map((name) => [name, readFileSync(join(articles, name), 'utf8')]),
    );
  const passageOf = (id: string) => {
    const { span, source } = loadPack(data).statements.find((one) => one.id === id)!;
    const file = source === 'seeblick' ? 'seeblick.txt' : 'uferpost.txt';
    const passage = [...readFileSync(join(articles, file), 'utf8')].slice(span.start, span.end);
    return passage.join('');
  };

  test.each<[string, (text: string) => string, left: number | 'all']>([
    ['paragraphs swapped', (text) => text.split('\n').reverse().join('\n'), 0],
    [
      'a sentence put into a passage',
      (text) =>
        text.replace(passageOf('soederstroem-winter'), (all) => all.replace(' ', ' Nun ja. ')),
      1,
    ],
    ['a word changed in a passage', (text) => text.replaceAll('Fähre', 'Faehre'), 1],
    ['a passage twice', (text) => `${passageOf('soederstroem-winter')}\n${text}`, 0],
    ['other quotation marks', (text) => text.replace(/[«»„“]/g, '"'), 1],
    ['no quotation marks', (text) => text.replace(/[«»„“]/g, ''), 1],
    ['marks that are singles', (text) => text.replaceAll('«', '‹').replaceAll('»', '›'), 1],
    ['CRLF', (text) => text.replaceAll('\n', '\r\n'), 0],
    ['a BOM', (text) => `\uFEFF${text}`, 0],
    ['NFD', (text) => `Neu.\n${text.normalize('NFD')}`, 1],
    ['other spaces', (text) => text.replaceAll(' ', '\u00A0'), 'all'],
    ['an end that is missing', (text) => text.slice(0, text.length / 2), 1],
    ['emptied', () => '', 'all'],
  ])('%s', async (_, change, atLeast) => {
    const before = passages(texts());
    const shape = frame();
    const written = yaml();
    rewrite('seeblick.txt', change);
    const { left, failed, code } = await fix();
    const lost = new Set(left.map(({ record }: { record: string }) => record));
    expect(frame()).toEqual(shape);
    // What is not listed stands where the pack says, to the code point.
    const after = passages(texts());
    const { statements } = loadPack(data);
    for (const { id } of statements) {
      if (!lost.has(id)) expect(after.get(id), id).toBe(before.get(id));
    }
    for (const { record } of failures()) if (record) expect([...lost]).toContain(record);
    expect(code).toBe(left.length > 0 || failed > 0 ? 1 : 0);
    const own = statements.filter(({ source }) => source === 'seeblick').length;
    expect(left.length).toBeGreaterThanOrEqual(atLeast === 'all' ? own : atLeast);
    if (atLeast === 'all') expect(yaml()).toEqual(written);
  });

  test('a file that is renamed', async () => {
    const written = yaml();
    writeFileSync(join(articles, 'other.txt'), readFileSync(join(articles, 'seeblick.txt')));
    rmSync(join(articles, 'seeblick.txt'));
    const { left, code } = await fix();
    expect(code).toBe(1);
    expect(left[0].reason).toContain('seeblick.txt: ');
    expect(yaml()).toEqual(written);
  });
});
