/** A statement's page: positions first, hashes apart. */
import { describe, expect, it } from 'vitest';
import type { Telling } from '../../src/document/document.ts';
import { personPage } from '../../src/document/person.ts';
import { proofPage, statementPage } from '../../src/document/statement.ts';
import { createLibrary } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';
import { plainPage } from '../../src/render/plain.ts';
import { makeTheme } from '../../src/terminal/theme.ts';
import { NOW } from '../support/world.ts';

const data = loadPack('.');
const library = createLibrary(data);
const telling: Telling = { library, language: 'both', now: NOW };
const look = { theme: makeTheme(0), terms: [] };
const page = (id: string, from = telling) =>
  plainPage(statementPage(from.library.statement(id), from), 76, look);

describe('the page of a statement', () => {
  it('tells each position and its condition before the words', () => {
    const text = page('turner-direct-action');
    const position = text.indexOf('▲ Direct US action: should it? favours it, if ');
    expect(position).toBeGreaterThan(0);
    expect(position).toBeLessThan(text.indexOf('"Sollten'));
    expect(text.indexOf('takes no position')).toBeGreaterThan(text.indexOf('"Sollten'));
  });

  it('says at once that no position is taken, where none is', () => {
    const text = page('terhas-uncertainty');
    expect(text.indexOf('takes no position')).toBeLessThan(text.indexOf('«Jedes Mal'));
  });

  it('leaves hashes and offsets to a page of their own', () => {
    expect(page('turner-direct-action')).not.toMatch(/[0-9a-f]{40}|\d–\d/);
    const proof = plainPage(
      proofPage(library.statement('turner-direct-action'), telling),
      90,
      look,
    );
    expect(proof).toContain(library.statement('turner-direct-action').span.sha256.slice(0, 40));
    expect(proof).toMatch(/quoted: \d+–\d+/);
  });

  it('says of what nobody has accepted that it is unreviewed', () => {
    const statements = data.statements.map((one) => ({ ...one, unreviewed: true as const }));
    const unread = { ...telling, library: createLibrary({ ...data, statements }) };
    expect(page('turner-direct-action', unread)).toContain('unreviewed: brought in');
    expect(page('turner-direct-action')).not.toContain('unreviewed');
  });
});

it('the page of a person shows what they say in their words', () => {
  const text = plainPage(personPage(library.person('selenskyj'), telling), 76, look);
  expect(text).toContain('«Wir werden über Waffen reden.»');
  expect(text).toContain('our translation');
});
