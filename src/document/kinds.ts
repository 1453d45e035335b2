/** The kinds of record, one entry each: how they are listed, told, found and turned into JSON. */
import { ladderOrder } from '../findings/ladder.ts';
import type { Library } from '../pack/library.ts';
import type { Named, NamedKind } from '../pack/naming.ts';
import { dateLabel } from './dates.ts';
import {
  type Blocks,
  item,
  type Language,
  type Part,
  type Target,
  type Telling,
  whereSaid,
} from './document.ts';
import { eventAnswer, eventLine, eventPage, eventText } from './event.ts';
import {
  amountLabel,
  figureAnswer,
  figureBy,
  figureLine,
  figurePage,
  figureText,
} from './figure.ts';
import {
  eventJson,
  figureJson,
  personJson,
  type RecordJson,
  scenarioJson,
  sourceJson,
  statementJson,
} from './json.ts';

import { kindLabel, outletLabel, roleLabel, shownQuotes, sourceLabel } from './labels.ts';
import { personAnswer, personLine, personPage, personText } from './person.ts';
import { scenarioAnswer, scenarioLine, scenarioPage, scenarioText } from './scenario.ts';
import { sourceAnswer, sourceLine, sourcePage, sourceText } from './source.ts';
import {
  citation,
  speakerLine,
  statementAnswer,
  statementLine,
  statementPage,
} from './statement.ts';

/** A record in the results of a search; its texts are those that may have been searched for. */
type HitWords = { title?: string; note: string; texts: string[] };

type KindOfRecord = {
  /** What several of them are called. */
  plural: string;
  /** The ids of all, in the order in which they are listed. */
  ids(library: Library): string[];
  /** Where Enter leads from a mention of it. */
  target(id: string, library: Library): Target;
  /** What `rungs --at` opens to show it. */
  address(id: string): string;
  /** Everything about it. */
  page(id: string, telling: Telling): Blocks;
  /** What answers a question for it. */
  answer(id: string, telling: Telling): Part[];
  /** In a list, one line each. */
  line(id: string, telling: Telling): string;
  /** In one string, to be pasted. */
  text(id: string, library: Library, language: Language): string;
  hit(id: string, telling: Telling): HitWords;
  json(id: string, library: Library): RecordJson;
};

const idsIn = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id);

export const KINDS_OF_RECORD: Record<NamedKind, KindOfRecord> = {
  scenario: {
    plural: 'scenarios',
    ids: ({ data }) => idsIn(ladderOrder(data.scenarios)),
    target: (id) => ({ view: 'scenario', id }),
    address: (id) => id,
    page: (id, telling) => scenarioPage(telling.library.scenario(id), telling),
    answer: (id, telling) => scenarioAnswer(telling.library.scenario(id), telling),
    line: (id, telling) => scenarioLine(telling.library.scenario(id), telling),
    text: (id, library) => scenarioText(library.scenario(id), library),
    hit(id, { library }) {
      const { title, rung, proposition, titles = {}, status } = library.scenario(id);
      return {
        title,
        note: `rung ${rung}`,
        texts: [proposition, ...Object.values(titles), status],
      };
    },
    json: (id, library) => scenarioJson(library.scenario(id), library),
  },
  statement: {
    plural: 'statements',
    ids: ({ data }) => idsIn(data.statements),
    target: (id) => ({ view: 'statement', id }),
    address: (id) => id,
    page: (id, telling) => statementPage(telling.library.statement(id), telling),
    answer: (id, telling) => statementAnswer(telling.library.statement(id), telling),
    line: (id, telling) => statementLine(telling.library.statement(id), telling),
    text: (id, library, language) => citation(library.statement(id), library, language),
    hit(id, { library, language }) {
      const statement = library.statement(id);
      const source = library.source(statement.source);
      const words = [shownQuotes(statement, source), statement.translation ?? ''];
      if (language === 'translation') words.reverse();
      return {
        title: speakerLine(statement, library),
        note: `${outletLabel(source)}, ${dateLabel(statement.date)}`,
        texts: [...words, statement.summary].filter((text) => text !== ''),
      };
    },
    json: (id, library) => statementJson(library.statement(id), library),
  },
  person: {
    plural: 'people',
    ids: ({ data }) => idsIn(data.people),
    target: (id) => ({ view: 'person', id }),
    address: (id) => id,
    page: (id, telling) => personPage(telling.library.person(id), telling),
    answer: (id, telling) => personAnswer(telling.library.person(id), telling),
    line: (id, telling) => personLine(telling.library.person(id), telling),
    text: (id, library) => personText(library.person(id), library),
    hit(id, { library }) {
      const person = library.person(id);
      const { name, kind, aliases } = person;
      const spellings = aliases.length > 0 ? [`also spelled ${aliases.join(', ')}`] : [];
      const note = kindLabel(kind, library);
      return { title: name, note, texts: [roleLabel(person) || note, ...spellings] };
    },
    json: (id, library) => personJson(library.person(id), library),
  },
  source: {
    plural: 'sources',
    ids: ({ data }) => idsIn(data.sources),
    target: (id) => ({ view: 'source', id }),
    address: (id) => id,
    page: (id, telling) => sourcePage(telling.library.source(id), telling),
    answer: (id, telling) => sourceAnswer(telling.library.source(id), telling),
    line: (id, telling) => sourceLine(telling.library.source(id), telling),
    text: (id, library) => sourceText(library.source(id)),
    hit(id, { library }) {
      const source = library.source(id);
      const { file, title, note } = source;
      return { title: sourceLabel(source), note: file, texts: [title ?? note ?? file] };
    },
    json: (id, library) => sourceJson(library.source(id), library),
  },
  figure: {
    plural: 'figures',
    ids: ({ data }) => idsIn(data.figures),
    target: (id, library) => whereSaid(library.figure(id)),
    address: () => 'figures',
    page: (id, telling) => figurePage(telling.library.figure(id), telling),
    answer: (id, telling) => figureAnswer(telling.library.figure(id), telling),
    line: (id, telling) => figureLine(telling.library.figure(id), telling),
    text: (id, library) => figureText(library.figure(id), library),
    hit(id, { library }) {
      const figure = library.figure(id);
      const note = figureBy(figure, library);
      return { title: amountLabel(figure), note, texts: [figure.counted] };
    },
    json: (id, library) => figureJson(library.figure(id), library),
  },
  event: {
    plural: 'events',
    ids: ({ data }) => idsIn(data.events),
    target: (id, library) => whereSaid(library.event(id)),
    address: () => 'timeline',
    page: (id, telling) => eventPage(telling.library.event(id), telling),
    answer: (id, telling) => eventAnswer(telling.library.event(id), telling),
    line: (id, { library }) => eventLine(library.event(id)),
    text: (id, library) => eventText(library.event(id), library),
    hit(id, { library }) {
      const { date, place, note } = library.event(id);
      const texts = [[place, note].filter(Boolean).join('; ')].filter((text) => text !== '');
      return { note: dateLabel(date), texts };
    },
    json: (id, library) => eventJson(library.event(id), library),
  },
};

/** What is said of a record in one string, as an item of a list. */
export function recordItem({ kind, id }: Named, library: Library, language: Language): Part {
  return item(KINDS_OF_RECORD[kind].text(id, library, language), { id });
}

/** A record for scripts: what it is, where the explorer shows it, and everything it shows. */
export function recordJson({ kind, id: name }: Named, library: Library) {
  const { json, address } = KINDS_OF_RECORD[kind];
  const { type, id, title, ...rest } = json(name, library);
  return { type, id, title, address: address(id), ...rest };
}
