import {
  ArgdownApplication,
  DataPlugin,
  type IArgdownResponse,
  ModelPlugin,
  ParserPlugin,
} from '@argdown/core';
import { describe, expect, test } from 'vitest';
import { argdown } from '../../src/export/argdown.ts';
import { createLibrary, sidesOf } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';
import type { PackData } from '../../src/pack/schema.ts';
import { HARBOUR } from '../support/harbour-pack.ts';

/** The document as Argdown's own parser understands it. */
function opened(input: string): IArgdownResponse {
  const app = new ArgdownApplication();
  app.addPlugin(new ParserPlugin(), 'parse-input');
  app.addPlugin(new DataPlugin(), 'build-model');
  app.addPlugin(new ModelPlugin(), 'build-model');
  return app.run({ input, process: ['parse-input', 'build-model'], throwExceptions: true });
}

const shipped = loadPack('.');

describe.each([
  ['the shipped pack', shipped],
  ['a made-up pack', HARBOUR],
] as const)('%s in Argdown', (_, data: PackData) => {
  const library = createLibrary(data);
  const { text } = argdown(library);
  const model = opened(text);

  test('is accepted by the parser', () => {
    expect(model.lexerErrors).toEqual([]);
    expect(model.parserErrors).toEqual([]);
  });

  test('holds every statement that is for or against', () => {
    for (const statement of data.statements) {
      const taken = new Set(['favours', 'opposes', 'expects', 'doubts']);
      if (!sidesOf(statement.stances).some((side) => taken.has(side))) continue;
      const title = `${library.person(statement.speaker).name} (${statement.id})`;
      const member = model.statements?.[title]?.members.find(({ data }) => data?.id);
      expect(member?.data).toMatchObject({ id: statement.id, date: statement.date });
    }
  });

  test('has as many supporting and attacking relations as the pack', () => {
    const relations = { support: new Set<string>(), attack: new Set<string>() };
    for (const { id } of data.scenarios) {
      for (const { statement, stances } of library.bearingOn(id)) {
        for (const side of sidesOf(stances)) {
          const end = `${statement.id} ${id} ${side}`;
          if (side === 'favours' || side === 'expects') relations.support.add(end);
          if (side === 'opposes' || side === 'doubts') relations.attack.add(end);
        }
      }
    }
    for (const { from, to, kind } of data.relations) {
      if (kind === 'makes-likelier') relations.support.add(`${from} ${to}`);
      else if (kind !== 'precondition-of') relations.attack.add(`${from} ${to}`);
    }
    const found = (type: string) => model.relations?.filter((one) => one.relationType === type);
    expect(found('support')).toHaveLength(relations.support.size);
    expect(found('attack')).toHaveLength(relations.attack.size);
  });
});

test('keeps the two questions apart', () => {
  const { text } = argdown(createLibrary(shipped));
  const { statements = {} } = opened(text);
  const claims = Object.values(statements).filter(({ title }) => title?.includes('it? (taurus)'));
  expect(claims.map(({ title, tags }) => [title, tags])).toEqual([
    ['Taurus from Germany: should it? (taurus)', ['normative']],
    ['Taurus from Germany: will it? (taurus)', ['predictive']],
  ]);
});

const NASTY = [
  'a [b] <c>: #d @[e] *f* _g_ __h__ {i: j} // k',
  '/* never closed',
  '<!-- never closed',
  '- not an attack',
  '+ no support',
  '(1) no premise',
  '----',
  '# no heading',
  'line one\n\nline two\n  - three',
  'a \\ b \\[ c',
  'ends in a backslash \\',
  '.~. :negation: ====',
  '=== a === b ===',
  '> no quote | no table',
];

test.each(NASTY)('text stays text: %j', (summary) => {
  const [first] = HARBOUR.statements.filter(({ quotes }) => quotes.length === 0);
  const statement = { ...first!, summary };
  const [scenario, ...others] = HARBOUR.scenarios;
  const data = {
    ...HARBOUR,
    pack: { ...HARBOUR.pack, title: summary, description: summary },
    scenarios: [{ ...scenario!, title: summary, proposition: summary }, ...others],
    statements: HARBOUR.statements.map((one) => (one === first ? statement : one)),
  };
  const { text } = argdown(createLibrary(data));
  const model = opened(text);
  expect(model.parserErrors).toEqual([]);
  const title = `${createLibrary(data).person(statement.speaker).name} (${statement.id})`;
  const shown = model.statements?.[title]?.members[0]?.text;
  expect(shown).toContain(summary.replace(/\s+/g, ' ').trim());
});

test('tells with each statement why it is on its side, and on what condition', () => {
  const { text } = argdown(createLibrary(shipped));
  const { statements = {} } = opened(text);
  const turner = Object.values(statements).find(({ title }) => title?.includes('turner-direct'));
  const said = turner?.members.map((member) => member.text ?? '').join(' ');
  expect(said).toContain('on condition: if North Korean troops invade');
  expect(said).toContain('the action itself he does not demand');
});
