/** Filters: any view narrowed to a kind of person, a side, an outlet or a date. */
import { describe, expect, it } from 'vitest';
import { filterOptions, filterQuery } from '../../src/explorer/filter.ts';
import { fromSaved, toSaved } from '../../src/explorer/saved.ts';
import { createLibrary } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';
import { SPOKEN_SIZE, spokenScreen } from '../../src/screen/spoken.ts';
import { drive, makeWorld, typed } from '../support/world.ts';

const { library } = makeWorld();

describe('a filter', () => {
  it('offers kinds, sides, outlets and dates in the words of the pages', () => {
    const kinds = new Set(filterOptions(library).map(({ of }) => of));
    expect([...kinds]).toEqual(['kind', 'side', 'outlet', 'date']);
    expect(drive('100x40', ['F', typed('küst')]).screen).toContain('Küstenkurier');
  });

  it('offers only kinds and sides that somebody in the pack has', () => {
    const { data } = library;
    const people = data.people.filter(({ kind }) => kind === 'politician');
    const statements = data.statements.map((one) => ({
      ...one,
      stances: one.stances.filter(({ value }) => value === 'favours'),
    }));
    const few = createLibrary({ ...data, people, statements });
    const ids = filterOptions(few).map(({ id }) => id);
    expect(ids.filter((id) => /^(kind|stance)/.test(id))).toEqual([
      'kind:politician',
      'stance:favours',
    ]);
  });

  it('narrows a scenario to a side, says so, and is taken away and brought back', () => {
    const d = drive('100x60', ['9', 'enter']);
    const whole = d.screen;
    d.press('F', typed('side against'), 'enter');
    expect(d.state.filters).toEqual(['stance:opposes']);
    expect(d.screen).toContain('only [side: against]');
    expect(d.screen).toContain('“nobody” and numbers are of these alone');
    expect(d.screen).not.toContain('Let us land');
    expect(whole).toContain('Let us land');
    expect(d.press('-').screen).toBe(whole);
    expect(d.press('u').state.filters).toEqual(['stance:opposes']);
  });

  it('is kept from view to view, and narrows each of them', () => {
    const d = drive('100x60', ['F', typed('outlet küst'), 'enter']);
    for (const key of ['m', 't', 'f', 'p', 'a']) {
      expect(d.press(key).screen).toContain('only [outlet: Küstenkurier]');
    }
  });

  it.each([
    ['f', 'No figure is left under the filter.'],
    ['t', 'No event is left under the filter.'],
    ['p', 'No person who speaks is left under the filter.'],
    ['a', 'No relation between scenarios is left under the filter.'],
  ])('that leaves nothing at %s is told as the reason, with what takes it away', (key, said) => {
    const d = drive('100x60', ['F', typed('2031'), 'enter', key]);
    expect(d.screen).toContain(said);
    expect(d.screen).toContain('- takes the last one away');
    expect(d.screen).not.toContain('in these sources');
    const spoken = spokenScreen({ ...d.state, size: SPOKEN_SIZE }, d.explorer).join(' ');
    expect(spoken).toContain(said);
    expect(spoken).toContain('- takes the last one away');
    expect(d.press('-').screen).not.toContain('under the filter');
  });

  it('narrows nothing of what waits: where - rejects, it takes no filter away', () => {
    const d = drive('100x60', ['F', typed('2031'), 'enter', 'w']);
    expect(d.screen).toContain('All that waits is shown; no filter narrows it.');
    expect(d.screen).not.toContain('takes the last one away');
  });

  it('that leaves nothing of a person, a comparison or a cell is told as the reason', () => {
    const keys = ['F', typed('2031'), 'enter'] as const;
    const d = drive('160x60', [...keys, 'space', 'j', 'space', 'c']);
    expect(d.screen).toMatch(/no supporting statement under the/);
    const ladder = drive('100x60', [...keys]);
    expect(ladder.screen).toContain('Empty: nobody under the filter.');
    expect(ladder.press('-').screen).toContain('Empty: nobody in these sources.');
    const person = drive('100x60', ['p', 'enter', ...keys]);
    expect(person.place.view).toBe('person');
    expect(person.screen).toContain('Says nothing under the filter.');
  });

  it('says why where it narrows nothing', () => {
    const d = drive('100x40', ['F', typed('side against'), 'enter', 'B']);
    expect(d.screen).toContain('no filter narrows it');
    expect(drive('100x40', ['B', 'F']).screen).toContain('no filter narrows it');
  });

  it('still opens a statement that it hides, and tells the others of that person', () => {
    const d = drive('100x60', ['9', 'enter', 'j', 'enter', 'F', typed('side against'), 'enter']);
    expect(d.place).toMatchObject({ view: 'statement' });
    expect(d.screen).toContain('only [side: against]');
  });

  it('is a query: one kind of value is enough, each kind must hold', () => {
    expect(filterQuery(['kind:expert', 'kind:official', 'date:2024-10-24'])).toBe(
      'kind:expert,official date:2024-10-24',
    );
  });

  it('is kept between sessions, without what the pack does not have', () => {
    const { state } = drive('100x40', ['F', typed('side against'), 'enter']);
    const saved = { ...toSaved(state), filters: [...state.filters, 'source:gone', 'x'] };
    expect(fromSaved(saved, library).filters).toEqual(['stance:opposes']);
  });
});

describe('the note below a page', () => {
  const shipped = makeWorld(loadPack('.'));

  it('is of what the filters leave, as the page is', () => {
    const d = drive('120x60', ['F', typed('20 min'), 'enter', 'a'], shipped);
    // 20 Minuten quotes none of those who speak of the higher rungs.
    const screens = Array.from({ length: 22 }, () => d.press('j').screen);
    expect(screens.join('')).toContain('Russia arms North Korea');
    expect(screens.join('')).not.toMatch(/Richter|Turner/);
  });

  it('says of a statement what that does not say, not what its speaker does not', () => {
    const { screen } = drive('120x30', ['m', 'v'], shipped);
    expect(screen).toContain("says nothing on Seoul's countermeasures in this statement");
  });
});
