import { describe, expect, it } from 'vitest';
import {
  channelLabel,
  quotedText,
  roleLabel,
  sourceLabel,
  stanceLabel,
} from '../../src/document/labels.ts';
import type { Person, Source } from '../../src/pack/schema.ts';
import { makeWorld } from '../support/world.ts';

const { library } = makeWorld();
const jonsen = library.statement('jonsen-landing');

describe('roleLabel', () => {
  const person = (...roles: Person['roles']): Person => ({
    id: 'p',
    name: 'P',
    aliases: [],
    kind: 'politician',
    roles,
  });
  const changed = person(
    { role: 'Mayor', asOf: '2020' },
    { role: 'Minister', affiliation: 'Northmark', asOf: '2024-10' },
  );

  it('is the role at the time of the statement', () => {
    expect(roleLabel(changed, '2022-05-01')).toBe('Mayor');
    expect(roleLabel(changed, '2024-10-24')).toBe('Minister, Northmark');
    expect(roleLabel(changed, '[..2024-11]')).toBe('Minister, Northmark');
    expect(roleLabel(changed)).toBe('Minister, Northmark');
  });

  it('names all roles of that time, and those that are not dated', () => {
    const both = person({ role: 'Professor' }, { role: 'Head', affiliation: 'Institute' });
    expect(roleLabel(both, '2024')).toBe('Professor; Head, Institute');
  });

  it('is empty where none is known', () => {
    expect(roleLabel(person(), '2024')).toBe('');
  });
});

describe('channelLabel', () => {
  const label = (rest: object) => channelLabel({ ...jonsen, relayedBy: [], ...rest }, library);
  it.each([
    [{ medium: 'X' }, 'on X'],
    [{ medium: 'a telephone call' }, 'a telephone call'],
    [{ medium: 'in a speech' }, 'in a speech'],
    [{ medium: 'X', to: 'the Nordagentur' }, 'on X, to the Nordagentur'],
    [
      { medium: undefined, relayedBy: ['agency', 'outlet-kurier'] },
      'relayed by Nordagentur, Küstenkurier',
    ],
    [{ medium: undefined }, ''],
  ])('of %j is %j', (rest, expected) => {
    expect(label(rest)).toBe(expected);
  });
});

describe('quotedText', () => {
  const quotes = ['eins', 'zwei'].map((exact) => ({ exact, start: 0, end: 4 }));
  const source = (marks?: string): Source => {
    const { marks: _, ...rest } = library.source('kurier');
    return marks === undefined ? rest : { ...rest, marks };
  };

  it('sets fragments apart, in the marks of the source, or else of its language', () => {
    expect(quotedText({ ...jonsen, quotes }, source('»«'))).toBe('»eins« … »zwei«');
    expect(quotedText({ ...jonsen, quotes }, source())).toBe('«eins» … «zwei»');
    expect(quotedText({ ...jonsen, quotes: [] }, source())).toBe('');
  });
});

it('a source without outlet and date is said to be so', () => {
  expect(sourceLabel(library.source('blatt'))).toBe('outlet not named, undated');
  expect(sourceLabel(library.source('bote'))).toBe('Morgenbote, 28 Oct 2024');
});

it.each([
  [{ axis: 'normative', value: 'opposes' }, 'should it? opposes it'],
  [{ axis: 'predictive', value: 'excluded' }, 'will it? rules it out'],
  [{ axis: 'predictive', value: 'none' }, 'takes no position'],
  [{ axis: 'none', value: 'none' }, 'takes no position'],
] as const)('the stance %j is told as %j', (stance, label) => {
  expect(stanceLabel({ scenario: 'landing', why: '', ...stance })).toBe(label);
});
