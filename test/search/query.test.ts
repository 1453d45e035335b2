import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AXES, FORMS, KINDS, NORMATIVE, PREDICTIVE } from '../../src/pack/values.ts';
import { filterChoices } from '../../src/search/filter.ts';
import { FILTERS, MAX_CLAUSES, parseQuery } from '../../src/search/query.ts';
import { fixture } from './fixture.ts';

const choices = filterChoices({ data: fixture });
const parse = (text: string) => parseQuery(text, choices);
const clauses = (text: string) =>
  parse(text).clauses.map(
    ({ negated, phrase, open, text }) =>
      `${negated ? '!' : ''}${phrase ? `"${text}${open ? '' : '"'}` : text}`,
  );
const filter = (text: string) =>
  parse(text).filters.map(({ key, negated, ids }) => ({ key, negated, ids }));

describe('words and phrases', () => {
  it.each([
    ['Kim  Yo-jong', ['kim', 'yo', 'jong']],
    ['"Waffen reden" jetzt', ['"waffen reden"', 'jetzt']],
    ['„Waffen reden“', ['"waffen reden"']],
    ['"Waffen re', ['"waffen re']],
    ['!nato -korea kim-jong', ['!nato', '!korea', 'kim', 'jong']],
    ['-yo-jong !"a b"', ['!"yo jong"', '!"a b"']],
    ['12:30 10.000', ['12', '30', '10000']],
    ['http://example.org/a', ['http', 'example', 'org', 'a']],
    ['Blick: Waffen', ['blick', 'waffen']],
  ])('reads %j', (text, expected) => {
    expect(clauses(text)).toEqual(expected);
    expect(parse(text).problems).toEqual([]);
  });

  it.each([
    '',
    ' ',
    '!',
    '-',
    "'",
    '"',
    '""',
    '|',
    '^',
    '=',
    '!"',
    'speaker:',
    '!speaker:"',
    'kind:,',
  ])('asks for nothing with half-typed %j', (text) => {
    const { clauses, filters, problems } = parse(text);
    expect([clauses, problems]).toEqual([[], []]);
    expect(filters.flatMap(({ ids }) => ids)).toEqual([]);
  });

  it('knows where every part stands', () => {
    const text = 'a "b c" !form:direct,mixed d';
    const { clauses, filters } = parse(text);
    expect([...clauses, ...filters].map(({ start, end }) => text.slice(start, end))).toEqual([
      'a',
      '"b c"',
      'd',
      '!form:direct,mixed',
    ]);
  });

  it('says so when there are too many words', () => {
    const { clauses, problems } = parse('word '.repeat(1000));
    expect(clauses).toHaveLength(MAX_CLAUSES);
    expect(problems.map(({ about }) => about)).toEqual(['length']);
  });

  it('never throws, and offsets lie inside', () => {
    const part = fc.constantFrom(
      '"',
      '!',
      '-',
      ':',
      ',',
      ' ',
      'speaker:',
      'form:',
      'kim',
      'ö',
      '«',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const { clauses, filters, problems } = parse(typed);
        for (const { start, end } of [...clauses, ...filters, ...problems]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(typed.length);
        }
      }),
    );
  });
});

describe('filters', () => {
  it.each([
    ['speaker:selen', 'speaker', ['selenskyj']],
    ['speaker:zelensky', 'speaker', ['selenskyj']],
    ['speaker:rüdiger', 'speaker', ['frank']],
    ['Speaker:KIM-YO-JONG', 'speaker', ['kim-yo-jong']],
    ['speaker:"kim yo"', 'speaker', ['kim-yo-jong']],
    ['speaker:"kim yo', 'speaker', ['kim-yo-jong']],
    ['speaker:ballbach,frank', 'speaker', ['ballbach', 'frank']],
    ['scenario:weapons', 'scenario', ['seoul-weapons']],
    ['source:morning', 'source', ['paper']],
    ['kind:s', 'kind', ['scenario', 'statement', 'source']],
    ['stance:likely', 'stance', ['likely']],
    ['axis:pred', 'axis', ['predictive']],
    ['form:direct,mix', 'form', ['direct', 'mixed']],
  ])('reads %j', (text, key, ids) => {
    expect(filter(text)).toEqual([{ key, negated: false, ids }]);
  });

  it('can be negated', () => {
    expect(filter('!form:direct -kind:event')).toEqual([
      { key: 'form', negated: true, ids: ['direct'] },
      { key: 'kind', negated: true, ids: ['event'] },
    ]);
  });

  it.each([
    [
      'spekaer:kim',
      'no filter "spekaer:"; did you mean speaker:? there are speaker: voice: scenario:',
    ],
    ['form:dirct', 'no form "dirct"; did you mean direct? there are authorial, direct, indirect'],
    ['speaker:selenskii', 'no speaker "selenskii"; did you mean selenskyj? there are ballbach,'],
    [
      'stance:maybe',
      'there are certain, excluded, favours, likely, none, opposes, possible, unlikely',
    ],
  ])('says what is wrong with %j', (text, message) => {
    const { problems } = parse(`a ${text} b`);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]).toMatchObject({ start: 2, end: 2 + text.length });
  });

  it('take every value that the schema knows', () => {
    const values = (key: string) =>
      FILTERS.flatMap((spec) => (spec.key === key && 'values' in spec ? [...spec.values] : []));
    expect(values('axis')).toEqual([...AXES]);
    expect(values('form')).toEqual([...FORMS]);
    expect(new Set(values('stance'))).toEqual(new Set([...NORMATIVE, ...PREDICTIVE]));
    expect(values('kind')).toEqual(expect.arrayContaining([...KINDS]));
  });

  it('have examples that hold', () => {
    for (const { key, example } of FILTERS) expect(parse(example).filters[0]?.key).toBe(key);
  });
});
