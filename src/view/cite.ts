/** A statement in one string that can be pasted: the words and where they come from. */
import type { Library, Side } from '../pack/library.ts';
import type { Scenario, Statement } from '../pack/schema.ts';
import { asOfLabel, dateLabel } from './dates.ts';
import {
  AXIS_QUESTIONS,
  channelLabel,
  outletLabel,
  quotedText,
  roleLabel,
  rungLabel,
  SIDE_ORDER,
  SIDES,
  sourceLabel,
} from './labels.ts';
import type { Language } from './look.ts';

/**
 * Quote, our translation, speaker and role, channel, date, source; and what the quote refers to,
 * without which it would mislead. What is not quoted is marked as told.
 */
export function citation(statement: Statement, library: Library, language: Language): string {
  const { quotes, summary, context, form } = statement;
  const source = library.source(statement.source);
  const speaker = library.person(statement.speaker);
  const words = [citedWords(statement, library, language)];
  if (context) words.push(`[${context}]`);
  if (quotes.length > 0 && form === 'mixed') words.push(`[${summary}]`);

  const role = roleLabel(speaker, statement.date);
  const holder = statement.holder
    ? `giving the view of ${library.person(statement.holder).name}`
    : '';
  const attribution = [
    role === '' ? speaker.name : `${speaker.name} (${role})`,
    holder,
    channelLabel(statement, library),
    dateLabel(statement.date),
  ];
  return oneLine(
    `${words.join(' ')} — ${attribution.filter(Boolean).join(', ')}. In: ${sourceLabel(source)}.`,
  );
}

/** For reading aloud and for a message: the words, who, where, when; no notes. */
export function shortCitation(statement: Statement, library: Library, language: Language): string {
  const { speaker, source, date } = statement;
  const outlet = outletLabel(library.source(source));
  const from = [library.person(speaker).name, outlet, dateLabel(date)].join(', ');
  return oneLine(`${citedWords(statement, library, language)} — ${from}`);
}

/** The quote, our translation, or both; what is not quoted is marked as told. */
function citedWords(statement: Statement, library: Library, language: Language): string {
  const { quotes, translation, summary, form } = statement;
  if (quotes.length === 0) return `${summary} (told in our words, ${form})`;
  const quote = quotedText(statement, library.source(statement.source));
  if (language === 'de' || !translation) return quote;
  return language === 'both'
    ? `${quote} (“${translation}”, our translation)`
    : `“${translation}” (our translation)`;
}

/** A scenario in one string: what it is, how far it has got, and who stands where. */
export function scenarioText(scenario: Scenario, library: Library): string {
  const tally = library.tally(scenario.id);
  const counts = SIDE_ORDER.map((side) => `${SIDES[side].title.toLowerCase()} ${tally[side]}`);
  return oneLine(
    [
      `${scenario.title} (${rungLabel(scenario, library)}): ${scenario.proposition}`,
      `So far: ${scenario.status} (${asOfLabel(scenario.asOf)}).`,
      `Statements: ${counts.join(', ')}.`,
    ].join(' '),
  );
}

/** A copy is pasted into anything, a shell too: a line feed would end the line there. */
export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

/**
 * Text that stays text in Markdown (CommonMark 0.31 and GitHub's additions), in one line and at its
 * beginning: no markup, entity, list, heading, link, mention or formula. What means something only
 * in its place is escaped only there.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~#$]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/@(?=[\p{L}\d])/gu, '\\@')
    .replace(/:(?=\/\/|[\w+-]+:)|(?<=mailto|xmpp):/gi, '\\:')
    .replace(/www(?=\.)/gi, '$&\\')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(?:[-+=]|:(?=-))/, '\\$&');
}

/** Scenarios side by side as a Markdown table, every statement with its citation. */
export function comparisonTable(
  scenarios: readonly Scenario[],
  library: Library,
  language: Language,
): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const escaped = (cells: readonly string[]) => row(cells.map(escapeMarkdown));
  const sideRow = (side: Side) => {
    const { axis, title, nobody } = SIDES[side];
    const question = axis === 'none' ? '' : `${AXIS_QUESTIONS[axis]} `;
    return row([
      question + title,
      ...scenarios.map(({ id }) => {
        const found = library
          .onSide(id, side)
          .map(({ statement }) => escapeMarkdown(citation(statement, library, language)));
        return found.join('<br>') || nobody;
      }),
    ]);
  };
  return [
    escaped(['', ...scenarios.map(({ title }) => title)]),
    row(['---', ...scenarios.map(() => '---')]),
    escaped(['So far', ...scenarios.map(({ status, asOf }) => `${status} (${asOfLabel(asOf)})`)]),
    ...SIDE_ORDER.map(sideRow),
  ].join('\n');
}
