/** An invented pack of two articles on a quay, one in German and one in English, and memos on it. */
import { openArticle } from '../../src/article/article.ts';
import { readMemo } from '../../src/article/memo.ts';
import { type Proof, prove } from '../../src/article/prove.ts';
import type { PackData, Person, Statement } from '../../src/pack/schema.ts';
import { sha256 } from '../../src/pack/sha256.ts';
import { HARBOUR } from './harbour-pack.ts';

export const ARTICLES = {
  blatt: [
    'Streit am Kai',
    '„Wir werden den Kai nicht schließen, und wir werden auch niemanden einladen“, sagte Ada Lang am Montag. „Das kostet 40 Millionen – jedes Jahr“, fügte sie hinzu.',
    'Bo Weiss widersprach: „Der Kai ist längst geschlossen, nur weiß es keiner.“ Er nannte den Plan „verrückt“.',
    'Cem Otto sagte: „Ein Kai ist kein Spielzeug.“ Der Rat werde neu wählen lassen, hieß es.',
  ].join('\n\n'),
  news: [
    'A row over the quay',
    '“We will not close the quay, and we won’t invite anyone,” Jane Okafor told the council. “It costs 40 million a year.”',
    'Sam Reed disagreed. “The plan is dangerous and it is not legal,” he said. “I never said ‘never again’ to anybody.”',
    '“The quay must stay open,” Okafor said. “The quay must stay open,” Reed repeated.',
    '“Nobody asked the fishermen, and nobody paid them,” said Reed. “A new crane would help,” a fisherman said.',
  ].join('\n\n'),
};

/** A statement on the words of a quote, at the place where they stand for the nth time. */
function statement(
  source: keyof typeof ARTICLES,
  speaker: string,
  exact: string,
  { nth = 0, ...rest }: Partial<Statement> & { nth?: number } = {},
): Statement {
  const text = ARTICLES[source];
  const before = text
    .split(exact)
    .slice(0, nth + 1)
    .join(exact);
  const start = [...before].length;
  const end = start + [...exact].length;
  return {
    id: `${speaker}-${start}`,
    source,
    speaker,
    relayedBy: [],
    date: '2024',
    form: 'direct',
    quotes: [{ exact, start, end }],
    span: { start, end, sha256: sha256(exact) },
    summary: exact,
    stances: [],
    ...rest,
  };
}

const person = (id: string, name: string, kind: Person['kind'] = 'official'): Person => ({
  id,
  name,
  aliases: [],
  kind,
  roles: [],
});

export const QUAY: PackData = {
  ...HARBOUR,
  pack: { ...HARBOUR.pack, mentioned: [] },
  sources: [
    { ...source('blatt'), language: 'de' },
    { ...source('news'), language: 'en' },
  ],
  people: [
    ...[person('lang', 'Ada Lang'), person('weiss', 'Bo Weiss'), person('otto', 'Cem Otto')],
    ...[person('okafor', 'Jane Okafor'), person('reed', 'Sam Reed')],
    person('hafenblatt', 'Hafenblatt', 'outlet'),
  ],
  statements: [
    statement(
      'blatt',
      'lang',
      'Wir werden den Kai nicht schließen, und wir werden auch niemanden einladen',
      { translation: 'We shall not close the quay, and we shall not invite anybody either' },
    ),
    statement('blatt', 'lang', 'Das kostet 40 Millionen – jedes Jahr'),
    statement('blatt', 'weiss', 'Der Kai ist längst geschlossen, nur weiß es keiner.'),
    statement('blatt', 'weiss', 'verrückt'),
    statement('blatt', 'otto', 'Ein Kai ist kein Spielzeug.'),
    statement('news', 'okafor', 'We will not close the quay, and we won’t invite anyone,'),
    statement('news', 'okafor', 'It costs 40 million a year.'),
    statement('news', 'reed', 'The plan is dangerous and it is not legal,'),
    statement('news', 'reed', 'I never said ‘never again’ to anybody.'),
    statement('news', 'okafor', 'The quay must stay open,'),
    statement('news', 'reed', 'The quay must stay open,', { nth: 1 }),
    statement('news', 'reed', 'Nobody asked the fishermen, and nobody paid them,'),
  ],
  figures: [],
  events: [],
  relations: [],
};

function source(id: keyof typeof ARTICLES) {
  return { id, file: `${id}.txt`, sha256: sha256(ARTICLES[id]), type: 'webpage' as const };
}

const COPIES = QUAY.sources.map((one) => ({
  source: one,
  article: openArticle(ARTICLES[one.id as keyof typeof ARTICLES], one),
}));

/** What becomes of each quotation of a memo in Markdown. */
export const proofsOf = (memo: string): Proof[] => prove(readMemo(memo, true), QUAY, COPIES);

/**
 * Each quotation in a word: its verdict, `+` where it is proven, `!` where somebody else said it,
 * `?` where nobody can tell to whom it is given; then to whom.
 */
export const verdictsOf = (memo: string): string =>
  proofsOf(memo)
    .map(({ verdict, isProven, isMisattributed, isUnclearWho, attributedTo }) => {
      const signs = [isProven && '+', isMisattributed && '!', isUnclearWho && '?'];
      return `${verdict}${signs.filter(Boolean).join('')} ${attributedTo.join('/')}`.trim();
    })
    .join(' | ');
