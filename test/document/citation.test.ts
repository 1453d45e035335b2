import { describe, expect, it } from 'vitest';
import { comparisonTable } from '../../src/document/compare.ts';
import { scenarioText } from '../../src/document/scenario.ts';
import { citation, templateCitation } from '../../src/document/statement.ts';
import type { Scenario } from '../../src/pack/schema.ts';
import { markdownParts } from '../../src/render/markdown.ts';
import { makeWorld } from '../support/world.ts';

const { library } = makeWorld();
const cite = (id: string, language: 'both' | 'original' | 'translation' = 'both') =>
  citation(library.statement(id), library, language);

describe('a template for copying', () => {
  const copy = (template: string, id: string) =>
    templateCitation(template, library.statement(id), library, 'both');

  it('has its fields filled in, in one line', () => {
    expect(
      copy('{quote} ({speaker}, {outlet}, {date}) [{id}]\n{translation}', 'jonsen-blockade'),
    ).toBe(
      '„Eine Blockade? Nein.“ (Åse Jönsen, Morgenbote, 20–24 Oct 2024) [jonsen-blockade] ' +
        '“A blockade? No.” (our translation)',
    );
    expect(copy('{constructor} {citation}', 'weiss-alone')).toBe(
      `{constructor} ${cite('weiss-alone')}`,
    );
  });

  it('never passes off as a quote what is told', () => {
    expect(copy('{quote}', 'insider-landing')).toBe(
      'A landing is being prepared, he says. (told in our words)',
    );
  });
});

describe('citation', () => {
  it('is the quote in the marks of its source, our translation, and where it comes from', () => {
    expect(cite('jonsen-blockade')).toBe(
      '„Eine Blockade? Nein.“ (“A blockade? No.”, our translation) — Åse Jönsen (Foreign ' +
        'minister, Government of Northmark), 20–24 Oct 2024. In: Morgenbote, 28 Oct 2024.',
    );
  });

  it('never leaves out what the quote refers to', () => {
    for (const language of ['both', 'original', 'translation'] as const) {
      expect(cite('jonsen-landing', language)).toContain('[Said of troops at the harbour.]');
    }
  });

  it('speaks one language where one is shown', () => {
    expect(cite('weiss-alone', 'original')).toMatch(/^«Der Winter wird lang\.» — /);
    expect(cite('weiss-alone', 'translation')).toMatch(
      /^“The winter will be long\.” \(our translation\) — Ulrich Weiß/,
    );
  });

  it('gives the German words where there is no translation', () => {
    expect(cite('office-observers', 'translation')).toMatch(
      /^«Wir erwarten Gäste\.» — Harbour office/,
    );
  });

  it('says of what is not quoted that it is told, and in which form', () => {
    expect(cite('insider-landing')).toBe(
      'A landing is being prepared, he says. (told in our words, reported) — a diplomat, ' +
        'to the Nordagentur, undated. In: outlet not named, undated.',
    );
  });

  it('puts fragments into the sentence they were taken from', () => {
    expect(cite('admiral-ready', 'original')).toBe(
      '„jederzeit bereit“ [The navy could land at any time.] — Per Holm (Admiral, Navy of ' +
        'Northmark), relayed by Nordagentur, Oct 2024. In: Morgenbote, 28 Oct 2024.',
    );
  });

  it('says whose view it is where that is not the speaker', () => {
    expect(cite('office-observers')).toContain('giving the view of Åse Jönsen');
  });

  it('is one line, of any statement', () => {
    for (const { id } of library.data.statements) expect(cite(id)).not.toContain('\n');
  });
});

it('a scenario is told with how far it has got and how many stand where', () => {
  expect(scenarioText(library.scenario('landing'), library)).toBe(
    'Troops land at the harbour (rung 9 of 13): Northmark lands troops at the harbour, whatever ' +
      'their task. So far: Discussed, nothing decided (as of Nov 2024). In these ' +
      'sources: voices for 1, against 1; expected 2, possible 1, doubted 1; 6 statements with a ' +
      'stance, 1 without.',
  );
});

describe('comparisonTable', () => {
  const tableOf = (scenarios: Scenario[]) =>
    markdownParts([comparisonTable(scenarios, library, 'original')]).split('\n');
  const table = (...ids: string[]) => tableOf(ids.map((id) => library.scenario(id)));

  it('has a column for each scenario in every row', () => {
    const rows = table('landing', 'blockade', 'patrols');
    expect(rows[0]).toBe(
      '|  | Troops land at the harbour | A blockade | Patrols outside the harbour |',
    );
    expect(rows.map((row) => row.split(' | ').length)).toEqual(rows.map(() => 4));
  });

  it('cites every statement and says gaps out loud', () => {
    const against = table('blockade', 'patrols').find((row) =>
      row.startsWith('| Should it? Against'),
    );
    expect(against).toContain('„Eine Blockade? Nein.“ — Åse Jönsen');
    expect(against).toContain('| no opposing statement in these sources |');
  });

  it('keeps a bar in a text from making a column', () => {
    const scenario = { ...library.scenario('aid'), title: 'a | b\nc' };
    expect(tableOf([scenario])[0]).toBe('|  | a \\| b c |');
  });
});
