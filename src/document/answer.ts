/** The answer to a question: first who, which side and the words, then what else there is on it. */
import { compareWords } from '../article/near.ts';
import { type Library, sideOf } from '../pack/library.ts';
import type { Stance, Statement } from '../pack/schema.ts';
import type { Hit, SearchResult } from '../search/engine.ts';
import { highlight } from '../search/highlight.ts';
import {
  nearSide,
  PACK_SIDES,
  type ReadAs,
  SIDE_STANCES,
  type SideAsked,
} from '../search/reading.ts';
import { dateLabel } from './dates.ts';
import {
  aside,
  type Language,
  oneLine,
  ours,
  type Part,
  plainText,
  plural,
  prose,
  quoted,
  sign,
  strong,
  type Telling,
  type Words,
} from './document.ts';
import { amountLabel, figureOrigin } from './figure.ts';
import { KINDS_OF_RECORD } from './kinds.ts';
import {
  channelLabel,
  differenceLabel,
  outletLabel,
  roleLabel,
  SIDE_ORDER,
  STANCE_VERBS,
  shownQuotes,
  sideVerb,
  sideWord,
  signOf,
  sourceLabel,
  stanceLabel,
} from './labels.ts';
import { OUR_WORDS, ourTranslation, speakerLine } from './statement.ts';

/** "is for it": what those do of whom is asked. */
const doing = (side: SideAsked, library: Library): string => sideVerb(PACK_SIDES[side], library);

/** "read as: against · NATO ground troops"; nothing for words that are no question. */
export function readingNote({ reading }: Pick<SearchResult, 'reading'>): string | undefined {
  if (!reading || reading.chips.length === 0) return undefined;
  return `read as: ${reading.chips.map(chipLabel).join(' · ')}`;
}

/** A chip in words. */
export function chipLabel({ about, label }: ReadAs['chips'][number]): string {
  if (about !== 'date') return label;
  const [first = '', last] = label.split('..');
  return dateLabel(last === undefined ? first : `${first || '..'}/${last || '..'}`);
}

/** How many answers there are, where that is asked. */
export function countNotes({ reading, answering = 0, hits }: SearchResult, library: Library) {
  const [hit] = hits;
  const [scenario] = reading?.scenarios ?? [];
  if (!reading?.isCounted || !hit || hit.type === 'figure') return [];
  if (reading.side && scenario !== undefined) {
    return [`${library.scenario(scenario).title}: ${tallyWords(scenario, library)}`];
  }
  if (answering === 0) return [];
  const names = reading.people.map((id) => library.person(id).name).join(' or ');
  const count = plural(answering, hit.type, KINDS_OF_RECORD[hit.type].plural);
  return [names === '' ? `${count}.` : `${count} with words or a view of ${names}.`];
}

/**
 * That nobody answers a question as it was read, and what comes nearest. Who was asked for and when
 * is part of it: others may well say so, or the same at another time.
 */
export function nobodyNotes({ reading, answering }: SearchResult, library: Library): string[] {
  if (!reading || answering !== 0) return [];
  const { side, scenarios, people, chips } = reading;
  const read = (about: ReadAs['chips'][number]['about']) =>
    chips.filter((chip) => chip.about === about).map(chipLabel);
  const title = scenarios.map((id) => library.scenario(id).title)[0];
  const [date] = read('date');
  const on = `${title === undefined ? '' : `: ${title}`}${date === undefined ? '' : ` (${date})`}`;
  const kinds = read('kind');
  const nobody = kinds.length === 0 ? 'Nobody' : `None of the ${kinds.join(' or ')}`;
  if (people.length > 0) {
    const names = people.map((id) => library.person(id).name).join(' or ');
    if (reading.wants === 'relayed') {
      return [`Nobody is told to have passed on words of ${names}: the article itself has them.`];
    }
    return [
      `Nothing in these sources says that ${names} ${side ? doing(side, library) : 'speaks of it'}${on}.`,
    ];
  }
  if (reading.wants === 'changed') {
    return [`${nobody} in these sources is told to have been on both sides${on}.`];
  }
  if (!side) return ['Nothing in these sources answers that.'];
  const near = scenarios
    .flatMap((id) => library.scenario(id).nearest)
    .filter((one) => one.side === nearSide(side));
  return [
    `${nobody} in these sources ${doing(side, library)}${on}.`,
    ...near.map(({ text, statement }) => `Nearest: ${text} (${statement}).`),
  ];
}

/** A passage found instead of a phrase that stands nowhere so. */
type NearPassage = ReturnType<typeof compareWords> & {
  asked: string;
  passage: string;
  /** Whether it is of a quote itself; else it is of our translation or told in our words. */
  isQuote: boolean;
};

/** A phrase that stands nowhere so, and the passage that was found instead, what differs marked. */
export function nearNote(result: SearchResult, library: Library): Words[] {
  const [hit] = result.hits;
  if (!hit) return [];
  return nearPassages(result, hit, library).map(
    ({ passage, changed, differences, isQuote }): Words => [
      `Not word for word in these sources; nearest${isQuote ? '' : ', in our words'}: “`,
      marked(passage, changed),
      `” (${differences.map(differenceLabel).join('; ')})`,
    ],
  );
}

/** Stretches of a text between signs, and lit up where that can be done. */
function marked(text: string, stretches: readonly (readonly [number, number])[]): Words {
  const words: Words[] = [];
  let at = 0;
  for (const [start, end] of stretches) {
    const differing = { means: 'marked', text: text.slice(start, end) } as const;
    words.push(text.slice(at, start), sign('differs'), differing, sign('differs'));
    at = end;
  }
  return [...words, text.slice(at)];
}

/** The passages of a hit as they stand in it, found again by their folded words. */
export function nearPassages(
  { how, similar }: Pick<SearchResult, 'how' | 'similar'>,
  { type, id }: Hit,
  library: Library,
): NearPassage[] {
  if (how !== 'near' || type !== 'statement') return [];
  const { quotes, translation = '', summary } = library.statement(id);
  const texts = [...quotes.map(({ exact }) => exact), translation, summary];
  return similar.flatMap(({ asked, used }) => {
    for (const [at, text] of texts.entries()) {
      const [place] = highlight(text, used);
      if (!place) continue;
      const passage = text.slice(...place);
      const isQuote = at < quotes.length;
      return [{ asked, passage, isQuote, ...compareWords(asked, passage) }];
    }
    return [];
  });
}

/**
 * The first answer: who and the words, where and in what role, why. Several ways to tell it, all of it
 * first, then with less and less of what `rungs show` tells as well; the words are never cut.
 */
export function firstAnswers(hit: Hit, reading: ReadAs | undefined, telling: Telling): Part[][] {
  const { library } = telling;
  const more = aside(`rungs show ${hit.id}`);
  switch (hit.type) {
    case 'statement': {
      const statement = library.statement(hit.id);
      const stance = stanceMeant(statement, reading);
      const person = library.person(statement.speaker);
      const role = person.kind === 'outlet' ? '' : roleLabel(person, statement.date);
      const relays = reading?.wants === 'relayed' ? channelLabel(statement, library) : '';
      const told = (language: Language, lines: number): Part[] => [
        prose([
          who(statement, stance, library),
          ': ',
          ...spokenWords(statement, { ...telling, language }),
        ]),
        prose(
          aside([
            ...(relays === '' ? [] : [relays, ' · ']),
            placeOf(statement, library),
            ' · ',
            more,
            ...(role === '' ? [] : [' · ', role]),
          ]),
          { lines },
        ),
      ];
      const why = stance
        ? [prose(aside(`read off: ${stance.why}`), { lines: 2 })]
        : stancesParts(statement, library);
      const context = statement.context
        ? [prose(aside(`refers to: ${statement.context}`), { lines: 1 })]
        : [];
      const { language } = telling;
      return [
        [...told(language, 2), ...why, ...context],
        [...told(language, 2), ...why],
        told(language, 2),
        told(language, 1),
        ...(language === 'both' ? [told('original', 2)] : []),
      ];
    }
    case 'scenario': {
      const { title, rung, proposition, status, brakes, drivers } = library.scenario(hit.id);
      const factors = reading?.why === 'against' ? brakes : drivers;
      const lead = reading?.why === 'against' ? 'What holds it back' : 'What pushes it';
      const grounds = factors.map(({ text }) => text).join('; ');
      const told = (lines?: number): Part[] => [
        prose([strong(title), aside([` (scenario, rung ${rung} · `, more, '): ']), proposition]),
        prose(
          reading?.why
            ? `${lead}: ${grounds || 'nothing in these sources'}.`
            : `So far: ${status}. ${tallyWords(hit.id, library)}`,
          lines === undefined ? {} : { lines },
        ),
      ];
      return [told(), told(3)];
    }
    default:
      return [[prose([strong(shortLine(hit, reading, telling)), aside(' · '), more])]];
  }
}

/** Where a statement stands on what, where nobody asked for a side. */
function stancesParts({ stances }: Statement, library: Library): Part[] {
  return stances
    .filter(({ value }) => value !== 'none')
    .map((stance) => {
      const condition = stance.condition ? `, ${stance.condition}` : '';
      const side = sideOf(stance);
      const { title } = library.scenario(stance.scenario);
      const text: Words = { means: side, text: `${title}: ${stanceLabel(stance)}${condition}` };
      return prose(text, { lead: [signOf(side, library), ' '] });
    });
}

/** How many statements stand where, in one sentence; sides that nobody takes are left out. */
function tallyWords(id: string, library: Library): string {
  const tally = library.tally(id);
  const taken = SIDE_ORDER.filter((side) => side !== 'none' && tally[side] > 0);
  if (taken.length === 0) return 'Nobody in these sources takes a side.';
  const told = taken.map((side) => `${tally[side]} ${sideWord(side, library)}`);
  return `Statements: ${told.join(', ')}.`;
}

/** The stance that a question asks for; of several the first that is on the side. */
function stanceMeant({ stances }: Statement, reading: ReadAs | undefined): Stance | undefined {
  if (!reading) return undefined;
  const { scenarios, side } = reading;
  const on = stances.filter(
    ({ scenario, value }) =>
      value !== 'none' && (scenarios.length === 0 || scenarios.includes(scenario)),
  );
  const wanted: readonly string[] = side ? SIDE_STANCES[side] : [];
  const meant = on.find(({ value }) => wanted.includes(value));
  return meant ?? (scenarios.length > 0 ? on[0] : undefined);
}

/** "Wolfgang Richter is against it", with the condition where there is one. */
function who(statement: Statement, stance: Stance | undefined, library: Library): Words {
  const name = strong(speakerLine(statement, library));
  if (!stance) return name;
  const condition = stance.condition ? `, ${stance.condition}` : '';
  const verb = STANCE_VERBS[stance.value];
  // Nobody knows whether they are one or many: "voices, unnamed, for it".
  const isUnnamed = library.person(statement.speaker).kind === 'anonymous';
  const text = isUnnamed ? verb.replace(/^is /, '') : verb;
  return [name, isUnnamed ? ', ' : ' ', { means: sideOf(stance), text: text + condition }];
}

/** The quote and our translation of it, or what is told. */
function spokenWords(
  statement: Statement,
  { library, language }: Pick<Telling, 'library' | 'language'>,
): Words[] {
  const { quotes, translation, summary, form, source } = statement;
  if (quotes.length === 0) return [ours(summary), aside(` (${OUR_WORDS})`)];
  const quote = quoted(shownQuotes(statement, library.source(source)));
  const told = form === 'mixed' ? [' ', ours(summary), aside(` (${OUR_WORDS})`)] : [];
  const note = aside(` (${ourTranslation(statement, library)})`);
  const english = translation ? [ours(`“${translation}”`), note] : [];
  if (language === 'translation' && translation) return [...english, ...told];
  if (language === 'original') return [quote, ...told];
  return [quote, ...(translation ? [' ', ...english] : []), ...told];
}

const placeOf = ({ source, date }: Statement, library: Library): string =>
  `${outletLabel(library.source(source))}, ${dateLabel(date)}`;

/** A hit in one line, whole: to be read aloud or pasted. */
export function shortLine(hit: Hit, reading: ReadAs | undefined, telling: Telling): string {
  const { library } = telling;
  switch (hit.type) {
    case 'statement': {
      const statement = library.statement(hit.id);
      const stance = stanceMeant(statement, reading);
      const why = stance ? ` (${stance.why})` : '';
      const words = [
        who(statement, stance, library),
        why,
        ': ',
        ...spokenWords(statement, telling),
      ];
      return oneLine(`${plainText(words)} (${placeOf(statement, library)})`);
    }
    case 'figure': {
      const figure = library.figure(hit.id);
      const { counted, where, source } = figure;
      const outlet = outletLabel(library.source(source));
      const place = where && !counted.includes(where) ? `, ${where}` : '';
      const origin = `${figureOrigin(figure, library)}; ${outlet}`;
      return oneLine(`${amountLabel(figure)}: ${counted}${place} (${origin})`);
    }
    case 'event': {
      const { date, title, place, source } = library.event(hit.id);
      const from = [place, sourceLabel(library.source(source))].filter(Boolean).join('; ');
      return oneLine(`${dateLabel(date)}: ${title} (${from})`);
    }
    case 'person': {
      const person = library.person(hit.id);
      const count = plural(library.statementsOf(hit.id).length, 'statement');
      return oneLine([person.name, roleLabel(person), count].filter(Boolean).join(', '));
    }
    case 'scenario': {
      const { title, rung, status } = library.scenario(hit.id);
      return oneLine(`${title} (rung ${rung}): ${status}. ${tallyWords(hit.id, library)}`);
    }
    case 'source':
      return oneLine(KINDS_OF_RECORD.source.line(hit.id, telling));
  }
}

/** What else there is, a line each with the id to read on by, cut where it does not fit. */
export function otherAnswer(hit: Hit, reading: ReadAs | undefined, telling: Telling): Part {
  return prose([aside(`${hit.id}: `), shortLine(hit, reading, telling)], { lines: 1 });
}
