/** A record as the answer to a question: the words, who said them, and where to read on. */
import { type Library, sideOf } from '../pack/library.ts';
import type { Named } from '../pack/naming.ts';
import type { Scenario, Statement } from '../pack/schema.ts';
import { dateLabel } from '../view/dates.ts';
import { amountLabel, figureOrigin } from '../view/figure.ts';
import {
  KIND_LABELS,
  roleLabel,
  sideGlyph,
  sidePaint,
  sourceLabel,
  stanceLabel,
} from '../view/labels.ts';
import { type Look, plural, prose, spread } from '../view/look.ts';
import { statementBlock } from '../view/statement.ts';

/** The lines of a record in a list of answers; the last one says how to read on. */
export function answerLines(named: Named, columns: number, look: Look): string[] {
  const more = prose(`rungs show ${named.id}`, columns, look, { paint: look.theme.dim });
  return [...linesOf(named, columns, look), ...more];
}

function linesOf({ kind, id }: Named, columns: number, look: Look): string[] {
  const { library } = look;
  switch (kind) {
    case 'statement':
      return statementLines(library.statement(id), columns, look);
    case 'scenario': {
      const scenario = library.scenario(id);
      return [
        ...head(scenario.title, `scenario, rung ${scenario.rung}`, columns, look),
        ...prose(scenario.proposition, columns, look),
        ...prose(`So far: ${scenario.status}`, columns, look),
        ...prose(`Statements: ${tallyText(scenario, library)}`, columns, look),
      ];
    }
    case 'person': {
      const person = library.person(id);
      const count = plural(library.statementsOf(id).length, 'statement');
      const spellings = person.aliases.join(', ');
      return [
        ...head(person.name, `person, ${KIND_LABELS[person.kind]}`, columns, look),
        ...prose([roleLabel(person), count].filter(Boolean).join('; '), columns, look),
        ...(spellings ? prose(`also spelled ${spellings}`, columns, look) : []),
      ];
    }
    case 'source': {
      const source = library.source(id);
      const count = plural(library.statementsIn(id).length, 'statement');
      return [
        ...head(sourceLabel(source), 'source', columns, look),
        ...prose([source.title, count].filter(Boolean).join('; '), columns, look),
      ];
    }
    case 'figure': {
      const figure = library.figure(id);
      const where = figure.where ? ` (${figure.where})` : '';
      const origin = `${figureOrigin(figure, library)}; ${sourceLabel(library.source(figure.source))}`;
      return [
        ...head(amountLabel(figure), 'figure', columns, look),
        ...prose(figure.counted + where, columns, look),
        ...prose(origin, columns, look, { paint: look.theme.dim }),
      ];
    }
    case 'event': {
      const event = library.event(id);
      const place = [event.place, sourceLabel(library.source(event.source))].filter(Boolean);
      return [
        ...head(event.title, 'event', columns, look),
        ...prose(`${dateLabel(event.date)}; ${place.join('; ')}`, columns, look),
      ];
    }
  }
}

function head(title: string, note: string, columns: number, look: Look): string[] {
  return [spread(title, note, columns, look, look.theme.strong, look.theme.dim)];
}

/** Who, where and when; the words; what they refer to; where they stand on what. */
function statementLines(statement: Statement, columns: number, look: Look): string[] {
  const { library, theme } = look;
  const lines = statementBlock(statement, [], look).lines(columns).slice(0, -1);
  if (statement.context) {
    lines.push(...prose(statement.context, columns, look, { lead: 'refers to: ' }));
  }
  for (const stance of statement.stances) {
    const side = sideOf(stance);
    const condition = stance.condition ? `, ${stance.condition}` : '';
    const { title } = library.scenario(stance.scenario);
    const text = `${title}: ${stanceLabel(stance)}${condition}`;
    const lead = `${sideGlyph(side, theme)} `;
    lines.push(...prose(text, columns, look, { lead, paint: sidePaint(side, theme) }));
  }
  return lines;
}

/** How many statements stand on which side: both sides of a question, also where nobody is. */
export function tallyText({ id }: Scenario, library: Library): string {
  const { favours, opposes, expects, possible, doubts, none } = library.tally(id);
  return `for ${favours}, against ${opposes}; expected ${expects}, possible ${possible}, doubted ${doubts}; no stance ${none}`;
}
