/** The words in which records are spoken of, the same in every view and command. */
import { shownPair } from '../article/marks.ts';
import type { Difference } from '../article/near.ts';
import { isSameLanguage, primary } from '../languages/languages.ts';
import type { Library, Side } from '../pack/library.ts';
import type { Person, Relation, Scenario, Source, Stance, Statement } from '../pack/schema.ts';
import type { KINDS } from '../pack/values.ts';
import { clean } from '../terminal/text.ts';
import { dateLabel } from './dates.ts';
import { LANGUAGES, type Language, sideSign, type Words } from './document.ts';

export const SIDES: Record<
  Side,
  {
    axis: 'normative' | 'predictive' | 'none';
    title: string;
    /** Before where nobody is found on it, as `among` tells. */
    nobody: string;
    tone: Tone;
  }
> = {
  favours: {
    axis: 'normative',
    title: 'For',
    nobody: 'no supporting statement',
    tone: 'yes',
  },
  opposes: {
    axis: 'normative',
    title: 'Against',
    nobody: 'no opposing statement',
    tone: 'no',
  },
  expects: {
    axis: 'predictive',
    title: 'Expected',
    nobody: 'expected by nobody',
    tone: 'yes',
  },
  possible: {
    axis: 'predictive',
    title: 'Possible',
    nobody: 'held possible by nobody',
    tone: 'open',
  },
  doubts: {
    axis: 'predictive',
    title: 'Doubted',
    nobody: 'doubted by nobody',
    tone: 'no',
  },
  none: {
    axis: 'none',
    title: 'Bears on it, without a stance',
    nobody: 'nothing else',
    tone: 'none',
  },
};

/** The sides in the order in which they are told. */
export const SIDE_ORDER: readonly Side[] = [
  'favours',
  'opposes',
  'expects',
  'possible',
  'doubts',
  'none',
];

type TakenSide = Exclude<Side, 'none'>;

const SIDE_VERBS: Record<TakenSide, string> = {
  favours: 'is for it',
  opposes: 'is against it',
  expects: 'expects it',
  possible: 'holds it possible',
  doubts: 'doubts it',
};

type Tone = 'yes' | 'no' | 'open' | 'none';

export const AXIS_QUESTIONS = { normative: 'Should it?', predictive: 'Will it?' } as const;

const STANCE_WORDS: Record<Stance['value'], string> = {
  favours: 'favours it',
  opposes: 'opposes it',
  certain: 'says it will happen',
  likely: 'thinks it likely',
  possible: 'thinks it possible',
  unlikely: 'thinks it unlikely',
  excluded: 'rules it out',
  none: 'takes no position',
};

/** What somebody does who takes a stance: "is against it". */
export const STANCE_VERBS: Record<Stance['value'], string> = {
  favours: 'is for it',
  opposes: 'is against it',
  certain: 'says it will happen',
  likely: 'thinks it likely',
  possible: 'thinks it possible',
  unlikely: 'thinks it unlikely',
  excluded: 'rules it out',
  none: 'takes no position',
};

/** "should it? favours it", "will it? thinks it unlikely", "takes no position". */
export function stanceLabel({ axis, value }: Stance): string {
  if (axis === 'none' || value === 'none') return STANCE_WORDS.none;
  return `${AXIS_QUESTIONS[axis].toLowerCase()} ${STANCE_WORDS[value]}`;
}

export const FORM_LABELS: Record<Statement['form'], string> = {
  direct: 'direct',
  mixed: 'mixed',
  indirect: 'told, indirect',
  reported: 'told, reported',
  authorial: 'told, own voice',
};

const KIND_LABELS: ReadonlyMap<string, string> = new Map<(typeof KINDS)[number], string>([
  ['expert', 'expert'],
  ['official', 'official'],
  ['politician', 'politician'],
  ['military', 'military'],
  ['outlet', 'outlet'],
  ['anonymous', 'not named'],
]);

/** The word for a kind of person: the pack's own, where it has one. */
export function kindLabel(kind: Person['kind'], { data }: Pick<Library, 'data'>): string {
  const own = new Map(Object.entries(data.pack.kinds ?? {}));
  return own.get(kind) ?? KIND_LABELS.get(kind) ?? kind;
}

/** "DE", "EN/FR", "ORIG" for more: the languages of the sources in short. */
function originals({ data }: Pick<Library, 'data'>): string {
  const tags = [...new Set(data.sources.map((source) => primary(source.language).toUpperCase()))];
  return tags.length > 2 ? 'ORIG' : tags.join('/');
}

/** "DE+EN", "DE": which languages are shown; nothing where there is but one. */
export function languageMark(language: Language, library: Pick<Library, 'data'>): string {
  const { pack, sources } = library.data;
  if (sources.every((source) => isSameLanguage(source.language, pack.language))) return '';
  const own = primary(pack.language).toUpperCase();
  const marks = {
    both: `${originals(library)}+${own}`,
    original: originals(library),
    translation: own,
  };
  return marks[language];
}

/** What somebody asks for who names a language: that of the pack is of translations. */
export function languageAsked(
  asked: string,
  { data }: Pick<Library, 'data'>,
): Language | undefined {
  const named = LANGUAGES.find((one) => one === asked);
  if (named) return named;
  if (isSameLanguage(asked, data.pack.language)) return 'translation';
  const isOriginal = data.sources.some((source) => isSameLanguage(source.language, asked));
  return isOriginal ? 'original' : undefined;
}

/** The heading of a side: the pack's own word, where it has one. */
export function sideTitle(side: Side, library: Pick<Library, 'data'>): string {
  return ownWord(side, library) ?? SIDES[side].title;
}

const ownWord = (side: Side, { data }: Pick<Library, 'data'>): string | undefined =>
  data.pack.sides?.[side];

/** A side in a running text and in heads: "for", "expected". */
export const sideWord = (side: Side, library: Pick<Library, 'data'>): string =>
  ownWord(side, library) ?? (side === 'none' ? 'no stance' : SIDES[side].title.toLowerCase());

/** What somebody does who is on a side: "is for it". */
export function sideVerb(side: TakenSide, library: Pick<Library, 'data'>): string {
  const own = ownWord(side, library);
  return own === undefined ? SIDE_VERBS[side] : `is under “${own}”`;
}

/** "is for it or against it". */
export function eitherVerb(...verbs: readonly string[]): string {
  const short = verbs.map((verb, at) =>
    verbs[at - 1]?.startsWith('is ') ? verb.replace(/^is /, '') : verb,
  );
  const [last = '', ...before] = short.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} or ${last}`;
}

/** Where nobody is found on a side, before `among`: "no supporting statement". */
export const sideNobody = (side: Side, library: Pick<Library, 'data'>): string =>
  side === 'none' || ownWord(side, library) === undefined
    ? SIDES[side].nobody
    : `nobody ${sideVerb(side, library)}`;

/** The sign of a side, with the pack's own word for it. */
export function signOf(side: Side, library: Pick<Library, 'data'>): Words {
  const [sign, word] = [sideSign(side), ownWord(side, library)];
  return word === undefined || side === 'none' ? sign : { sign: side, word };
}

/** What the order of the rungs means, in a sentence. */
export function ladderNote({ data }: Pick<Library, 'data'>): string {
  const meaning = data.pack.ladder ?? '1 is the least direct involvement';
  return `The order of the rungs is our judgement: ${meaning.replace(/\.$/, '')}.`;
}

/**
 * The role in which a person spoke: the roles known for the latest time that is not after `date`,
 * or all where no time is known.
 */
export function roleLabel(person: Person, date = ''): string {
  const dated = person.roles.filter(({ asOf }) => asOf !== undefined);
  const until = date.replace(/^\[\.\./, '').slice(0, 7);
  const before = dated.filter(({ asOf = '' }) => until === '' || asOf.slice(0, 7) <= until);
  const latest = before
    .map(({ asOf = '' }) => asOf)
    .sort()
    .at(-1);
  const roles = person.roles.filter(
    ({ asOf }) => asOf === undefined || latest === undefined || asOf === latest,
  );
  const texts = roles.map(({ role, affiliation }) =>
    affiliation ? `${role}, ${affiliation}` : role,
  );
  return [...new Set(texts)].join('; ');
}

/** Where there is none of something: in the sources, or in what a filter leaves of them. */
export function among({ isNarrowed }: Library): string {
  return isNarrowed ? 'under the filter' : 'in these sources';
}

/** Instead of a page that has none of what it lists. @param what "figure", "event or statement" */
export function noneText(what: string, library: Library): string {
  return `No ${what} ${library.isNarrowed ? 'is left ' : ''}${among(library)}.`;
}

/** The outlet, or what can be said where the source names none. */
export function outletLabel(source: Source): string {
  return source['container-title'] ?? 'outlet not named';
}

/** The quoted words in the marks of their source, fragments set apart: to the code point. */
export function quotedText(statement: Statement, source: Source): string {
  const [open, close] = shownPair(source);
  return statement.quotes.map(({ exact }) => `${open}${exact}${close}`).join(' … ');
}

/** The quoted words in a form that every terminal shows alike. */
export function shownQuotes(statement: Statement, source: Source): string {
  return clean(quotedText(statement, source));
}

/** "on X, relayed by Yonhap", or nothing. */
export function channelLabel(statement: Statement, library: Library): string {
  const relays = statement.relayedBy.map((id) => library.person(id).name);
  const parts = [
    statement.medium && `on ${statement.medium}`.replace(/^on (an? |the |in |at |by |on )/, '$1'),
    statement.to && `to ${statement.to}`,
    relays.length > 0 && `relayed by ${relays.join(', ')}`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** "Jane Roe, John Doe": who wrote a source, where it says so. */
export function authorLabel({ author = [] }: Source): string {
  return author
    .map((one) =>
      typeof one === 'string' ? one : [one.given, one.family].filter(Boolean).join(' '),
    )
    .join(', ');
}

/** Where a source can be found: by whom, in what, from whom, of when, and at which address, read when. */
export function sourceReference(source: Source): string {
  const { URL: address, accessed, archived } = source;
  const read = accessed ? ` (read on ${dateLabel(accessed)})` : '';
  const where = [address && `${address}${read}`, archived && `kept at ${archived}`];
  const publisher = source.publisher === outletLabel(source) ? '' : source.publisher;
  const place = [outletLabel(source), publisher, issuedLabel(source)];
  return [authorLabel(source), ...place, ...where].filter(Boolean).join(', ');
}

/** "Blick, Nov 2024": where it stands. */
export function sourceLabel(source: Source): string {
  return `${outletLabel(source)}, ${issuedLabel(source)}`;
}

const issuedLabel = ({ issued }: Source): string => (issued ? dateLabel(issued) : 'undated');

export const RELATION_WORDS: Record<Relation['kind'], [from: string, to: string]> = {
  'makes-likelier': ['would make likelier', 'would become likelier through'],
  'makes-less-likely': ['would make less likely', 'would become less likely through'],
  'precondition-of': ['is a precondition of', 'has as a precondition'],
  excludes: ['excludes', 'is excluded by'],
};

/** Signs of the kinds of relation where the arrow sets out. */
export const RELATION_SIGNS: Record<Relation['kind'], string> = {
  'makes-likelier': '+',
  'makes-less-likely': '-',
  'precondition-of': '!',
  excludes: 'x',
};

/** "rung 9 of 12". */
export function rungLabel({ rung }: Scenario, { topRung }: Library): string {
  return `rung ${rung} of ${topRung}`;
}

/** Words given, and what stands in their place in the passage that is nearest. */
export const differenceLabel = ({ given, found }: Difference): string =>
  `given ${given ? `“${given}”` : 'nothing'}, there ${found ? `“${found}”` : 'nothing'}`;
