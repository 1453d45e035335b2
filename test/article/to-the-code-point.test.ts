/** Quoted words on their way out of the program: nothing of them is lost. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { surroundings } from '../../src/article/surroundings.ts';
import { openText } from '../../src/article/text.ts';
import { verify } from '../../src/article/verify.ts';
import { runCite } from '../../src/commands/cite.ts';
import { runExport } from '../../src/commands/export.ts';
import { runShow } from '../../src/commands/show.ts';
import { loadPack } from '../../src/pack/load.ts';
import type { PackData } from '../../src/pack/schema.ts';
import { sha256 } from '../../src/pack/sha256.ts';
import { answer } from '../support/request.ts';

/** Joiners, decomposed letters, a soft hyphen, a mark of direction, an emoji of three people. */
const WORDS = {
  persian: 'می\u200Cخواهیم بمانیم',
  decomposed: 'die Brücke'.normalize('NFD'),
  hyphen: 'Donau\u00ADdampf',
  direction: '\u200Fשלום',
  emoji: 'wir 👨‍👩‍👧 alle',
};
const TEXT = Object.values(WORDS)
  .map((exact) => `Vor «${exact}» nach.`)
  .join('\n');

/** All texts in a value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

let dir: string;
let pack: PackData;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'rungs-point-'));
  for (const folder of ['data', 'scenarios', 'articles']) mkdirSync(join(dir, folder));
  const write = (path: string, value: unknown) => writeFileSync(join(dir, path), stringify(value));
  write('data/pack.yaml', { id: 'p', title: 'P', description: 'Made up.', asOf: '2024' });
  const source = { id: 's', file: 's.txt', sha256: sha256(TEXT), type: 'webpage', language: 'fa' };
  write('data/sources.yaml', [{ ...source, marks: '«»' }]);
  write('data/people.yaml', [{ id: 'a', name: 'A', kind: 'expert' }]);
  const statements = Object.entries(WORDS).map(([id, exact]) => {
    const start = [...TEXT.slice(0, TEXT.indexOf(exact))].length;
    const end = start + [...exact].length;
    const span = { start: start - 1, end: end + 1, sha256: sha256(`«${exact}»`) };
    const rest = { source: 's', speaker: 'a', date: '2024', form: 'direct', summary: 'Words.' };
    return { id, ...rest, quotes: [{ exact, start, end }], span };
  });
  write('data/statements.yaml', statements);
  const scenario = { id: 'x', rung: 1, title: 'X', titleDe: 'X', proposition: 'X', actor: 'X' };
  write('scenarios/x.yaml', { ...scenario, status: 'x', asOf: '2024' });
  writeFileSync(join(dir, 'articles/s.txt'), TEXT);
  pack = loadPack(dir);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('they verify', () => {
  expect(verify(pack, join(dir, 'articles')).failures).toEqual([]);
});

describe.each(Object.entries(WORDS))('%s', (id, exact) => {
  test('is whole in a citation', async () => {
    const { text } = await answer(runCite, { pack, args: [id] });
    expect(text).toContain(`«${exact}»`);
  });

  test('and in every export', async () => {
    for (const form of ['json', 'csv', 'webannotation']) {
      const { text } = await answer(runExport, { pack, args: [form] });
      // Some characters are escaped in JSON.
      const read = form === 'csv' ? text : strings(JSON.parse(text)).join('\n');
      expect(read, form).toContain(exact);
    }
  });

  test('and as JSON', async () => {
    const { text } = await answer(runShow, { pack, args: [id], json: true });
    expect(strings(JSON.parse(text))).toContain(exact);
  });
});

test('what acts on a terminal is made harmless in them, and then they do not verify', () => {
  const hostile = `«\u001B[2J» ${TEXT}`;
  writeFileSync(join(dir, 'articles/s.txt'), hostile);
  const quotes = [{ exact: '\u001B[2J', start: 1, end: 5 }];
  const [first] = pack.statements;
  writeFileSync(
    join(dir, 'data/statements.yaml'),
    stringify([{ ...first, quotes, span: { ...first!.span, start: 0 } }]),
  );
  const { statements, ...rest } = loadPack(dir);
  expect(statements[0]?.quotes[0]?.exact).toBe('␛[2J');
  const { failures } = verify({ statements, ...rest }, join(dir, 'articles'));
  expect(failures.map(({ what }) => what)).toContain('quote-altered');
});

test('what is shown around a passage begins and ends with a word', () => {
  const words = Array.from({ length: 200 }, (_, index) => `Straßenbahn${index}`).join(' ');
  const text = openText(words);
  for (let start = 1000; start < 1040; start += 1) {
    const shown = text.slice(surroundings(text, { start, end: start + 10 }));
    expect(` ${words} `).toContain(` ${shown} `);
  }
});
