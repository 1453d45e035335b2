/** A statement in words: in one string, in a list, as an answer, on a page of its own. */

import { isSameLanguage, languageName, primary } from '../languages/languages.ts';
import { type Library, sideOf } from '../pack/library.ts';
import type { Stance, Statement } from '../pack/schema.ts';
import { dateLabel } from './dates.ts';
import {
  aside,
  type Block,
  type Blocks,
  block,
  blockTo,
  type Fact,
  fact,
  factIf,
  heading,
  item,
  keyTo,
  type Language,
  oneLine,
  ours,
  type Part,
  type Prose,
  prose,
  quoted,
  run,
  SPACE,
  section,
  sign,
  strong,
  type Telling,
  type Words,
} from './document.ts';
import {
  among,
  channelLabel,
  FORM_LABELS,
  kindLabel,
  outletLabel,
  quotedText,
  roleLabel,
  shownQuotes,
  signOf,
  sourceLabel,
  sourceReference,
  stanceLabel,
} from './labels.ts';
import { passageParts } from './passage.ts';

/** What a translation of ours is of: where the source's words may be one, that is said. */
export function ourTranslation(statement: Statement, library: Library): string {
  const { language } = library.source(statement.source);
  return statement.mayBeTranslated
    ? `our translation of the article's ${languageName(primary(language))}`
    : 'our translation';
}

export const OUR_WORDS = 'told in our words';

/**
 * The words of a statement in the language that is shown: the quote, our translation marked as
 * ours, or, where nothing is quoted, our telling marked as that.
 */
export function wordsParts(
  statement: Statement,
  { language, library }: Pick<Telling, 'language' | 'library'>,
  { isInset, isStrong = false }: { isInset?: true; isStrong?: boolean } = {},
): Part[] {
  const { quotes, translation, summary, form } = statement;
  const inset = isInset ? { isInset } : {};
  const labelled = (text: Words, note: string) => prose(ours(text), { note, ...inset });
  if (quotes.length === 0) return [labelled(summary, OUR_WORDS)];
  const quote = quoted(shownQuotes(statement, library.source(statement.source)));
  const parts: Part[] = [];
  const source = library.source(statement.source);
  // Words in the language of the pack are shown whatever is asked for.
  const isOwn = isSameLanguage(source.language, library.data.pack.language);
  const words = prose(isStrong ? strong(quote) : quote, inset);
  if (language !== 'translation' || isOwn) parts.push(words);
  if (language !== 'original' && translation)
    parts.push(labelled(`“${translation}”`, ourTranslation(statement, library)));
  if (language === 'translation' && !translation && !isOwn) {
    parts.push(labelled(quote, 'no translation yet'));
  }
  if (form === 'mixed') parts.push(labelled(summary, OUR_WORDS));
  return parts;
}

/** What is said, in one piece: in the original language the quote where there is one, else our telling. */
export function gistWords(
  statement: Statement,
  { language, library }: Pick<Telling, 'language' | 'library'>,
): Words {
  const { quotes, summary, source } = statement;
  if (language !== 'original' || quotes.length === 0) return ours(summary);
  return quoted(shownQuotes(statement, library.source(source)));
}

/**
 * Why a statement is on a side, and on what condition: to consider a thing is not to want it, and
 * that it is held possible may hang on one word.
 */
export function reasonParts(stances: readonly Stance[], rest: Partial<Prose> = {}): Part[] {
  return stances
    .filter(({ value }) => value !== 'none')
    .flatMap(({ condition, why }) => [
      ...(condition ? [prose(aside(`on condition: ${condition}`), rest)] : []),
      prose(aside(`why: ${why}`), rest),
    ]);
}

/** The same in one string; empty where no position is taken. */
export function reasonText({ value, condition, why }: Stance): string {
  if (value === 'none') return '';
  return [...(condition ? [`on condition: ${condition}`] : []), `why: ${why}`].join('; ');
}

/** Name, and whose view it is where that is somebody else's. */
export function speakerLine(statement: Statement, library: Library): string {
  const speaker = library.person(statement.speaker).name;
  const holder = statement.holder && library.person(statement.holder).name;
  return holder && holder !== speaker ? `${speaker}, for ${holder}` : speaker;
}

/**
 * Quote, our translation, speaker and role, channel, date, source; and what the quote refers to,
 * without which it would mislead. What is not quoted is marked as told. One string, to be pasted.
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
    `${words.join(' ')} — ${attribution.filter(Boolean).join(', ')}. In: ${sourceReference(source)}.`,
  );
}

/** For reading aloud and for a message: the words, who, where, when; no notes. */
export function shortCitation(statement: Statement, library: Library, language: Language): string {
  const { speaker, source, date } = statement;
  const outlet = outletLabel(library.source(source));
  const from = [library.person(speaker).name, outlet, dateLabel(date)].join(', ');
  return oneLine(`${citedWords(statement, library, language)} — ${from}`);
}

/** What a template for copying may name. */
export const COPY_FIELDS = [
  'quote',
  'translation',
  'summary',
  'speaker',
  'role',
  'outlet',
  'title',
  'date',
  'id',
  'citation',
] as const;

/** A statement as a user's template has it; what it has not is left out. One string, to be pasted. */
export function templateCitation(
  template: string,
  statement: Statement,
  library: Library,
  language: Language,
): string {
  const source = library.source(statement.source);
  const speaker = library.person(statement.speaker);
  const fields: Record<(typeof COPY_FIELDS)[number], string> = {
    // What is not quoted is never passed off as a quote.
    quote: quotedText(statement, source) || `${statement.summary} (${OUR_WORDS})`,
    translation: statement.translation
      ? `“${statement.translation}” (${ourTranslation(statement, library)})`
      : '',
    summary: statement.summary,
    speaker: speaker.name,
    role: roleLabel(speaker, statement.date),
    outlet: outletLabel(source),
    title: source.title ?? '',
    date: dateLabel(statement.date),
    id: statement.id,
    citation: citation(statement, library, language),
  };
  return oneLine(
    template.replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(fields, name) ? fields[name as keyof typeof fields] : whole,
    ),
  );
}

/** The quote, our translation, or both; what is not quoted is marked as told. */
function citedWords(statement: Statement, library: Library, language: Language): string {
  const { quotes, translation, summary, form } = statement;
  if (quotes.length === 0) return `${summary} (${OUR_WORDS}, ${form})`;
  const quote = quotedText(statement, library.source(statement.source));
  if (language === 'original' || !translation) return quote;
  const ours = ourTranslation(statement, library);
  return language === 'both'
    ? `${quote} (“${translation}”, ${ours})`
    : `“${translation}” (${ours})`;
}

/** Who, in what role, where and when, and the words. */
function cardParts(statement: Statement, telling: Telling): Part[] {
  const { library } = telling;
  const speaker = library.person(statement.speaker);
  const channel = channelLabel(statement, library);
  const outlet = outletLabel(library.source(statement.source));
  const role = roleLabel(speaker, statement.date) || kindLabel(speaker.kind, library);
  const who: Words = speaker.kind === 'outlet' ? outlet : [role, ' ', sign('bullet'), ' ', outlet];
  return [
    heading('entry', speakerLine(statement, library), {
      aside: [FORM_LABELS[statement.form], channel].filter(Boolean).join(', '),
    }),
    prose(aside(who, ', ', dateLabel(statement.date))),
    ...unreviewedPart(statement),
    ...wordsParts(statement, telling),
  ];
}

/**
 * A statement as it stands in a list.
 *
 * @param stances those whose reasons are told
 */
export function statementBlock(
  statement: Statement,
  stances: readonly Stance[],
  telling: Telling,
): Block {
  const standing = stances.map(stanceLabel).join(', ');
  const parts = [
    ...cardParts(statement, telling),
    ...reasonParts(stances),
    ...retellingParts(statement, stances, telling.library),
    SPACE,
  ];
  const reasons = stances.map(reasonText).filter((text) => text !== '');
  return { ...listedStatement(statement, parts, telling, reasons.join('; ')), standing };
}

/** That it is no voice of its own, where it tells again what somebody else said. */
export function retellingParts(
  { retells }: Statement,
  stances: readonly Stance[],
  library: Library,
): Part[] {
  if (retells === undefined) return [];
  const isListed = stances.some((stance) =>
    library
      .onSide(stance.scenario, sideOf(stance))
      .some(({ statement }) => statement.id === retells),
  );
  const who = speakerLine(library.statement(retells), library);
  const where = isListed ? ', listed here, too: not a voice of its own' : '';
  return [prose({ means: 'warning', text: `retells ${who}${where}` })];
}

/**
 * A statement in a list: told by these parts, or where citations are wanted as one.
 *
 * @param reasons why it is where it is, to stand with the citation
 */
export function listedStatement(
  statement: Statement,
  parts: readonly Part[],
  { library, language, isCited }: Telling,
  reasons = '',
): Block {
  const more = reasons === '' ? {} : { more: reasons };
  const told = isCited ? [item(citation(statement, library, language), more)] : parts;
  return blockTo({ view: 'statement', id: statement.id }, told);
}

/** A statement as the answer to a question: also what it refers to, and where it stands on what. */
export function statementAnswer(statement: Statement, telling: Telling): Part[] {
  const { library } = telling;
  const stances = statement.stances.map((stance) => {
    const condition = stance.condition ? `, ${stance.condition}` : '';
    const { title } = library.scenario(stance.scenario);
    const side = sideOf(stance);
    const text: Words = { means: side, text: `${title}: ${stanceLabel(stance)}${condition}` };
    return prose(text, { lead: { means: side, text: [signOf(side, library), ' '] } });
  });
  const { context } = statement;
  return [
    ...cardParts(statement, telling),
    ...(context ? [prose(context, { lead: 'refers to: ' })] : []),
    ...stances,
  ];
}

const FORM_NOTES: Record<Statement['form'], string> = {
  direct: 'direct: all of it stands in quotation marks',
  mixed: 'mixed: quoted fragments inside a reporting sentence',
  indirect: 'indirect: told by the article, nothing quoted',
  reported: 'reported: the article tells that it was said or done',
  authorial: "authorial: the outlet's own voice",
};

/** Everything about a statement. */
export function statementPage(statement: Statement, telling: Telling): Blocks {
  const { library } = telling;
  const { context, quotes, form, summary, stances } = statement;
  const speaker = library.person(statement.speaker);
  const all = library.statementsOf(speaker.id);
  const others = all.filter((one) => one !== statement);
  const isOtherwiseTold = quotes.length > 0 && form !== 'mixed';
  return [
    block(
      'words',
      heading('page', speakerLine(statement, library), { aside: 'statement', id: statement.id }),
      prose(aside(roleLabel(speaker, statement.date) || kindLabel(speaker.kind, library))),
      ...unreviewedPart(statement),
      ...positionParts(statement, library),
      SPACE,
      ...wordsParts(statement, telling, { isInset: true, isStrong: true }),
      SPACE,
    ),
    ...(context ? [block('context', fact('What it refers to', context), SPACE)] : []),
    ...(isOtherwiseTold ? [block('summary', fact('In short', summary), SPACE)] : []),
    section('Where it stands'),
    ...(stances.length === 0
      ? [block('no-stance', prose(aside('On no scenario of this pack.')), SPACE)]
      : positionsFirst(stances).map((stance, index) =>
          stanceBlock(stance, `stance-${index + 1}`, library),
        )),
    section('Where it comes from'),
    ...originBlocks(statement, library),
    section('In the article'),
    block('passage', ...passageParts(statement, telling), SPACE),
    section(`Others by ${speaker.name}`),
    ...(others.length === 0
      ? [block('no-others', prose(aside(`None ${among(library)}.`)), SPACE)]
      : []),
    run(others, statementKey, (other) => shortStatement(other, telling)),
    ...(speaker.aliases.length > 0
      ? [
          block(
            'spellings',
            SPACE,
            fact('Spellings', [speaker.name, ...speaker.aliases].join(', ')),
          ),
        ]
      : []),
  ];
}

/** What nobody has accepted yet is told to be so wherever it is read. */
function unreviewedPart({ unreviewed }: Statement): Part[] {
  const text = 'unreviewed: brought in, and accepted by nobody yet';
  return unreviewed ? [prose({ means: 'warning', text })] : [];
}

/** The stances that take a position, before those that take none. */
const positionsFirst = (stances: readonly Stance[]): Stance[] =>
  stances.toSorted((a, b) => Number(a.value === 'none') - Number(b.value === 'none'));

/** Each position in a line: what somebody who has no time must know. */
function positionParts({ stances }: Statement, library: Library): Part[] {
  const positions = stances.filter(({ value }) => value !== 'none');
  if (positions.length === 0) return [prose(aside('takes no position'))];
  return positions.map((stance) => {
    const side = sideOf(stance);
    const { condition, scenario } = stance;
    const { title } = library.scenario(scenario);
    const text = [title, ': ', stanceLabel(stance), condition ? `, ${condition}` : ''].join('');
    return prose(
      { means: side, text },
      { lead: { means: side, text: [signOf(side, library), ' '] } },
    );
  });
}

function stanceBlock(stance: Stance, within: string, library: Library): Block {
  const side = sideOf(stance);
  const { condition, cue } = stance;
  return blockTo(
    { view: 'scenario', id: stance.scenario },
    [
      prose(strong(library.scenario(stance.scenario).title)),
      prose(
        { means: side, text: stanceLabel(stance) },
        { lead: { means: side, text: [signOf(side, library), ' '] } },
      ),
      ...(condition ? [prose(condition, { lead: 'on condition: ' })] : []),
      prose(aside(stance.why), { lead: 'why: ' }),
      ...(cue ? [prose(aside(cue), { lead: 'hedge: ' })] : []),
      SPACE,
    ],
    within,
  );
}

/** Speaker, holder, relays; how, when and to whom it was said; the place in the source. */
function originBlocks(statement: Statement, library: Library): Block[] {
  const { id, medium, to, date, dateNote, form } = statement;
  const speaker = library.person(statement.speaker);
  const source = library.source(statement.source);
  const person = (id: string, told: Fact, within: string) =>
    blockTo({ view: 'person', id }, [told], within);
  const holder = statement.holder ? library.person(statement.holder) : undefined;
  const role = holder ? roleLabel(holder, date) : '';
  const view = holder && (role === '' ? holder.name : `${holder.name}, ${role}`);
  return [
    person(
      speaker.id,
      fact('Speaker', `${speaker.name} (${kindLabel(speaker.kind, library)})`),
      'speaker',
    ),
    ...(holder && view ? [person(holder.id, fact('Whose view', view), 'holder')] : []),
    ...statement.relayedBy.map((id) =>
      person(id, fact('Relayed by', library.person(id).name), 'relay'),
    ),
    block(
      'how',
      ...factIf('Medium', medium),
      ...factIf('To whom', to),
      fact('Said', dateNote === undefined ? dateLabel(date) : `${dateLabel(date)} (${dateNote})`),
      fact('Form', FORM_NOTES[form]),
    ),
    blockTo({ view: 'source', id: source.id }, [fact('Source', sourceLabel(source))]),
    blockTo({ view: 'proof', id }, [fact('Checked by', 'the offsets and the hash of its passage')]),
    block('origin/end', SPACE),
  ];
}

/** By what a statement can be checked: where its passage and quotes stand, and the hashes. */
export function proofPage(statement: Statement, { library }: Telling): Blocks {
  const { id, span, source } = statement;
  const { file, sha256 } = library.source(source);
  return [
    block(
      'proof',
      heading('page', speakerLine(statement, library), { aside: 'proof', id }),
      SPACE,
      fact('Passage', passageText(statement)),
      fact('SHA-256', span.sha256),
      fact('File', file),
      fact('Its SHA-256', sha256),
      SPACE,
      prose(aside('"rungs verify --sources DIR" checks them against your copies of the articles.')),
    ),
  ];
}

function passageText({ quotes, span }: Statement): string {
  const offsets = quotes.map(({ start, end }) => `${start}–${end}`).join(', ');
  const quotedAt = quotes.length > 0 ? `; quoted: ${offsets}` : '';
  return `characters ${span.start}–${span.end} of the source text${quotedAt}`;
}

/** Names a statement on a page on which it stands once. */
export const statementKey = ({ id }: Statement): string => keyTo({ view: 'statement', id });

/** A statement in two or three lines: its gist, and where it stands. */
export function shortStatement(statement: Statement, telling: Telling): Block {
  const { library } = telling;
  const outlet = outletLabel(library.source(statement.source));
  const on = new Map(
    statement.stances.map((stance) => {
      const side = sideOf(stance);
      const { title } = library.scenario(stance.scenario);
      return [
        `${side} ${title}`,
        { means: side, text: [signOf(side, library), ` ${title}`] },
      ] as const;
    }),
  );
  const standing = [...on.values()].flatMap((text, index) => (index === 0 ? [text] : ['  ', text]));
  const parts = [
    ...wordsParts(statement, telling),
    ...unreviewedPart(statement),
    prose(aside(`${outlet}, ${dateLabel(statement.date)}`)),
    prose(standing.length > 0 ? standing : aside('on no scenario')),
    SPACE,
  ];
  return listedStatement(statement, parts, telling);
}

/** A statement in a list of names. */
export function statementLine(statement: Statement, { library, language }: Telling): string {
  const source = library.source(statement.source);
  const quote = shownQuotes(statement, source);
  const words = language === 'original' && quote !== '' ? quote : statement.summary;
  return `${speakerLine(statement, library)} (${outletLabel(source)}, ${dateLabel(statement.date)}): ${words}`;
}
