/** `rungs list`: records of a kind, one a line. */
import { LISTED } from '../cli/choices.ts';
import { CommandError } from '../cli/error.ts';
import { createLibrary, type Library } from '../pack/library.ts';
import type { NamedKind } from '../pack/naming.ts';
import { nearestHint } from '../pack/nearest.ts';
import { dateLabel } from '../view/dates.ts';
import { amountLabel } from '../view/figure.ts';
import { KIND_LABELS, outletLabel, shownQuotes, sourceLabel } from '../view/labels.ts';
import { ladderHead, ladderOrder, rungBlock } from '../view/ladder.ts';
import { cell, type Look, lit, plural } from '../view/look.ts';
import { speakerLine } from '../view/statement.ts';
import { tallyText } from './answer.ts';
import { type Answer, jsonText, lookOf, type Request } from './command.ts';
import { markdownItem } from './markdown.ts';
import { recordJson } from './records.ts';

type Kinds = (typeof LISTED)[number];

const KINDS = {
  scenarios: 'scenario',
  statements: 'statement',
  people: 'person',
  sources: 'source',
  figures: 'figure',
  events: 'event',
} as const satisfies Record<Kinds, NamedKind>;

/** Lists all records of the kinds asked for, one a line. */
export async function runList(request: Request): Promise<Answer> {
  const { args, options } = request;
  const asked = args.length > 0 ? args.map(kindsOf) : ['scenarios' as const];
  const library = createLibrary((await request.pack()).data);
  const lists = asked.map((kinds) => ({
    kinds,
    ids: idsOf(kinds, library).slice(0, options.limit),
  }));
  const named = lists.flatMap(({ kinds, ids }) => ids.map((id) => ({ kind: KINDS[kinds], id })));
  if (options.json) return { text: jsonText(named.map((one) => recordJson(one, library))) };
  if (options.format === 'markdown') {
    const items = named.map((one) => markdownItem(one, library, options.lang));
    return { text: items.join('\n') };
  }
  const look = lookOf(request, library);
  const lines = lists.flatMap(({ kinds, ids }) => listText(kinds, ids, look, request));
  return { text: lines.join('\n') };
}

function kindsOf(text: string): Kinds {
  const wanted = text.toLowerCase();
  const found = LISTED.find((kinds) => kinds === wanted || KINDS[kinds] === wanted);
  if (found) return found;
  throw new CommandError(`cannot list "${text}"; ${nearestHint(wanted, LISTED)}`, 2);
}

function idsOf(kinds: Kinds, { data }: Library): string[] {
  const records = kinds === 'scenarios' ? ladderOrder(data.scenarios) : data[kinds];
  return records.map(({ id }) => id);
}

/** Columns between two fields. */
const GAP = 2;

function listText(
  kinds: Kinds,
  ids: readonly string[],
  look: Look,
  { columns, isFitted }: Request,
): string[] {
  const idCells = Math.max(...ids.map((id) => id.length), 0) + GAP;
  const { theme, library } = look;
  if (kinds === 'scenarios' && isFitted && columns >= idCells + LADDER_LEAST) {
    const room = columns - idCells;
    const pad = ' '.repeat(idCells);
    const rungs = ids.flatMap((id) => {
      const line = rungBlock(library.scenario(id), false, look).lines(room);
      return line.map((text) => theme.dim(cell(id, idCells, look)) + text);
    });
    return [...ladderHead(room, look).map((text) => pad + text), ...rungs];
  }
  return ids.map((id) => {
    const text = rowText(kinds, id, look).replaceAll('\n', ' ');
    const shown = isFitted ? cell(text, columns - idCells, look).trimEnd() : text;
    return theme.dim(id.padEnd(idCells)) + lit(shown, look);
  });
}

/** Fewer cells leave no room for a title and the counts of a rung. */
const LADDER_LEAST = 42;

function rowText(kinds: Kinds, id: string, look: Look): string {
  const { library, language } = look;
  switch (kinds) {
    case 'scenarios': {
      const scenario = library.scenario(id);
      const rung = String(scenario.rung).padStart(2);
      return `${rung}  ${scenario.title} (${tallyText(scenario, library)})`;
    }
    case 'statements': {
      const statement = library.statement(id);
      const source = library.source(statement.source);
      const quote = shownQuotes(statement, source);
      const words = language === 'de' && quote !== '' ? quote : statement.summary;
      return `${speakerLine(statement, look)} (${outletLabel(source)}, ${dateLabel(statement.date)}): ${words}`;
    }
    case 'people': {
      const { name, kind } = library.person(id);
      const count = library.statementsOf(id).length;
      return `${name}, ${KIND_LABELS[kind]}: ${plural(count, 'statement')}`;
    }
    case 'sources': {
      const source = library.source(id);
      const count = library.statementsIn(id).length;
      return `${sourceLabel(source)}: ${plural(count, 'statement')}`;
    }
    case 'figures': {
      const figure = library.figure(id);
      const by = `${library.person(figure.by).name}, ${dateLabel(figure.asOf)}`;
      return `${amountLabel(figure)}: ${figure.counted} (${by})`;
    }
    case 'events': {
      const event = library.event(id);
      return `${dateLabel(event.date)}: ${event.title}`;
    }
  }
}
