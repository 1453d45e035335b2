/** The reader of articles: passages lead to statements, and statements to their passages. */
import { describe, expect, it } from 'vitest';
import { openCopies } from '../../src/article/copies.ts';
import { loadPack } from '../../src/pack/load.ts';
import { drive, makeWorld } from '../support/world.ts';

const data = loadPack('test/fixtures/pack');
const world = makeWorld(data, { copies: openCopies('test/fixtures/sources') });
const toStatement = (id: string, size = '80x24', of = world) => {
  const driver = drive(size, [], of);
  return driver.press('/').type(id).press('enter');
};

describe('an article', () => {
  it('opens from a statement at its passage, which is selected', () => {
    const reader = toStatement('mueller-cost').press('A');
    expect(reader.place).toEqual({ view: 'article', id: 'seeblick' });
    expect(reader.selected).toMatch(/\[2\] .*Jean-Luc Müller/);
    expect(reader.screen).toContain('[2] Das sei «kaum zu bezahlen», entgegnete');
  });

  it('leads from a passage to its statement, and back to the same passage', () => {
    const reader = toStatement('mueller-cost').press('A', 'j');
    const { selected } = reader;
    expect(selected).toMatch(/\[3\] .*Town of Seestadt/);
    expect(reader.press('enter').place).toEqual({ view: 'statement', id: 'town-bridge' });
    expect(reader.press('escape').selected).toBe(selected);
  });

  it('tells whose words a passage holds, and on which side of what', () => {
    const { screen } = toStatement('mueller-cost', '80x24').press('A');
    expect(screen).toMatch(/\[1\] Änne Söderström {2}▲ Ferry in winter/);
    expect(screen).toMatch(/\[2\] Jean-Luc Müller {2}▼ Ferry in winter {2}↓ Ferry in winter/);
    expect(screen).toContain('4 passages are in statements; 0 quotations are in none');
  });

  it('goes back by the same key', () => {
    expect(toStatement('mueller-cost').press('A', 'A').place.view).toBe('statement');
  });

  it('opens from the page of its source', () => {
    const page = drive('80x24', ['/'], world).type('seeblick kind:source').press('enter');
    expect(page.place).toEqual({ view: 'source', id: 'seeblick' });
    expect(page.press('g', 'A').place).toEqual({ view: 'article', id: 'seeblick' });
  });

  it('tells how to bring it where it is not at hand', () => {
    const { screen } = toStatement('mueller-cost', '80x24', makeWorld(data)).press('A');
    expect(screen).toMatch(/--sources DIR/);
  });

  it('says why where nothing leads to one', () => {
    expect(drive('80x24', ['A'], world).screen).toContain(
      'Statements and sources lead to an article.',
    );
  });
});
