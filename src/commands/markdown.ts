/** Records as Markdown, for chats, notes and issues. */
import { authorOf, type Library } from '../pack/library.ts';
import type { Named } from '../pack/naming.ts';
import type { Factor, Scenario, Statement } from '../pack/schema.ts';
import { citation, escapeMarkdown, scenarioText } from '../view/cite.ts';
import { dateLabel } from '../view/dates.ts';
import { amountLabel, figureOrigin } from '../view/figure.ts';
import {
  AXIS_QUESTIONS,
  KIND_LABELS,
  roleLabel,
  SIDE_ORDER,
  SIDES,
  sourceLabel,
  stanceLabel,
} from '../view/labels.ts';
import { type Language, plural } from '../view/look.ts';

/** One record in one list item, with its id. */
export function markdownItem(named: Named, library: Library, language: Language): string {
  return `- ${escapeMarkdown(recordText(named, library, language))} \`${named.id}\``;
}

/** A record in one line of text. */
export function recordText({ kind, id }: Named, library: Library, language: Language): string {
  switch (kind) {
    case 'statement':
      return citation(library.statement(id), library, language);
    case 'scenario':
      return scenarioText(library.scenario(id), library);
    case 'person': {
      const person = library.person(id);
      const role = roleLabel(person) || KIND_LABELS[person.kind];
      return `${person.name}, ${role}: ${plural(library.statementsOf(id).length, 'statement')}`;
    }
    case 'source': {
      const source = library.source(id);
      const title = source.title ? `: ${source.title}` : '';
      return `${sourceLabel(source)}${title}`;
    }
    case 'figure': {
      const figure = library.figure(id);
      const { counted, where, source } = figure;
      const place = where ? ` (${where})` : '';
      const from = `${figureOrigin(figure, library)}. In: ${sourceLabel(library.source(source))}.`;
      return `${amountLabel(figure)}: ${counted}${place} — ${from}`;
    }
    case 'event': {
      const { title, date, place, source } = library.event(id);
      const where = place ? `, ${place}` : '';
      return `${title} (${dateLabel(date)}${where}). In: ${sourceLabel(library.source(source))}.`;
    }
  }
}

/** Everything about a record, as a page. */
export function markdownPage(named: Named, library: Library, language: Language): string {
  const item = (statement: Statement) =>
    markdownItem({ kind: 'statement', id: statement.id }, library, language);
  switch (named.kind) {
    case 'scenario':
      return scenarioPage(library.scenario(named.id), library, item);
    case 'statement':
      return statementPage(library.statement(named.id), library, language);
    case 'person':
    case 'source': {
      const { id } = named;
      const statements =
        named.kind === 'person' ? library.statementsOf(id) : library.statementsIn(id);
      const title = escapeMarkdown(recordText(named, library, language));
      return [`## ${title}`, ...section('', statements.map(item))].join('\n\n');
    }
    default:
      return markdownItem(named, library, language);
  }
}

function scenarioPage(
  scenario: Scenario,
  library: Library,
  item: (statement: Statement) => string,
): string {
  const { id, title, titleDe, proposition, actor, status, asOf, drivers, brakes } = scenario;
  const factors = (list: readonly Factor[]) =>
    list.map((factor) => {
      const author = authorOf(library, factor);
      return `- ${escapeMarkdown(author ? `${factor.text} (${author.name})` : factor.text)}`;
    });
  const sides = SIDE_ORDER.flatMap((side) => {
    const found = library.onSide(id, side).map(({ statement }) => item(statement));
    const { axis, title: name, nobody } = SIDES[side];
    const question = axis === 'none' ? '' : `${AXIS_QUESTIONS[axis]} `;
    return section(question + name, found.length > 0 ? found : [`- ${nobody}`]);
  });
  return [
    `## ${escapeMarkdown(title)}`,
    `*${escapeMarkdown(titleDe)}*`,
    escapeMarkdown(proposition),
    `- Who would: ${escapeMarkdown(actor)}\n- So far: ${escapeMarkdown(status)} (as of ${dateLabel(asOf)})`,
    ...sides,
    ...section('What pushes', factors(drivers)),
    ...section('What holds back', factors(brakes)),
    ...section('What could follow', factors(scenario.consequences)),
    ...section('What would change this', factors(scenario.indicators)),
    ...section(
      'What the articles do not say',
      scenario.silent.map((text) => `- ${escapeMarkdown(text)}`),
    ),
  ].join('\n\n');
}

function statementPage(statement: Statement, library: Library, language: Language): string {
  const stances = statement.stances.map((stance) => {
    const condition = stance.condition ? `, ${stance.condition}` : '';
    const text = `${library.scenario(stance.scenario).title}: ${stanceLabel(stance)}${condition} (${stance.why})`;
    return `- ${escapeMarkdown(text)}`;
  });
  return [
    `> ${escapeMarkdown(citation(statement, library, language))}`,
    escapeMarkdown(statement.summary),
    ...section('Where it stands', stances),
    `\`${statement.id}\``,
  ].join('\n\n');
}

/** A heading and a list below it; nothing where the list is empty. */
function section(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  return [...(title ? [`### ${title}`] : []), items.join('\n')];
}
