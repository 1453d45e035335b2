/** Asks where in an article a statement stands, and which of its words are quoted. */

import { anchorsIn, overlap } from '../article/anchors.ts';
import type { Article, Quoted } from '../article/article.ts';
import type { TextRange } from '../article/text.ts';
import type { Statement } from '../pack/schema.ts';
import { clean, wrap } from '../terminal/text.ts';
import { askChoice, askText, refuse } from './prompt.ts';
import type { Walk } from './walk.ts';

/** The paragraphs with their numbers, and below each what the pack holds of it already. */
export function showArticle(
  { prompt, columns }: Walk,
  article: Article,
  statements: readonly Statement[],
): void {
  const cells = String(article.paragraphs.length).length + 2;
  const indent = ' '.repeat(cells);
  const anchored = anchorsIn(article, statements);
  const shown = article.paragraphs.map((place, index) => {
    const lines = wrap(clean(article.slice(place)), columns - cells);
    const used = (anchored[index]?.begins ?? []).flatMap((statement) =>
      wrap(usedLine(article, statement), columns - cells - 2).map(
        (line, row) => (row === 0 ? '= ' : '  ') + line,
      ),
    );
    return [...lines, ...used]
      .map((line, row) => (row === 0 ? `${index + 1}`.padEnd(cells) : indent) + line)
      .join('\n');
  });
  prompt.say(`\n${shown.join('\n')}\n`);
}

/** Longer passages are told by their first and last words. */
const SHOWN_WORDS = 6;

/** A statement that the pack has, and its passage, as it can be marked. */
function usedLine(article: Article, { id, span }: Statement): string {
  const words = clean(article.slice(span)).split(/\s+/);
  const ends = [words.slice(0, SHOWN_WORDS / 2), words.slice(-SHOWN_WORDS / 2)];
  const passage =
    words.length <= SHOWN_WORDS ? words.join(' ') : ends.map((part) => part.join(' ')).join(' … ');
  return `${id}: ${passage}`;
}

const PASSAGE =
  'Passage: First words … last words (... will do), or the number of a paragraph (3, 2-4)';

/** Asks for words of the article until they stand in it; shows the passage, and who used it. */
export async function askPassage(
  walk: Walk,
  article: Article,
  statements: readonly Statement[],
): Promise<TextRange> {
  const { prompt } = walk;
  for (;;) {
    const mark = await askText(prompt, 'passage', PASSAGE);
    const places = article.passages(mark);
    const place = places.length > 1 ? await askWhich(walk, article, places) : places[0];
    if (!place) {
      refuse(prompt, `"${mark}" does not stand in the article.`);
      continue;
    }
    show(walk, article.slice(place));
    const used = statements.filter(({ span }) => overlap(span, place)).map(({ id }) => id);
    if (used.length > 0) prompt.say(`Used already, by ${used.join(', ')}.`);
    return place;
  }
}

async function askWhich(
  { prompt, columns }: Walk,
  article: Article,
  places: readonly TextRange[],
): Promise<TextRange | undefined> {
  for (const [index, { start, end }] of places.entries()) {
    const around = article.slice({ start: Math.max(0, start - 40), end: end + 40 });
    const lines = wrap(clean(around).replaceAll('\n', ' '), columns - 4);
    prompt.say(`${index + 1}  …${lines.join('\n    ')}…`);
  }
  const numbers = places.map((_, index) => `${index + 1}`);
  return places[Number(await askChoice(prompt, 'whichPassage', 'Which of them?', numbers)) - 1];
}

function show({ prompt, columns }: Walk, text: string): void {
  const lines = wrap(clean(text), columns - 2);
  prompt.say(lines.map((line) => `| ${line}`).join('\n'));
}

/** The words of the speaker: whole quotations of the passage, or words inside one. */
export async function askQuotes(
  walk: Walk,
  article: Article,
  passage: TextRange,
): Promise<TextRange[]> {
  const found = article.quotesIn(passage);
  const quotes = found.filter((place) => article.objection(place) === undefined);
  const { prompt } = walk;
  if (found.length > quotes.length) {
    prompt.say(unsure(found, quotes.length));
  }
  if (quotes.length === 0) {
    if (found.length === 0) {
      prompt.say('Nothing in it stands in quotation marks: it is told, not quoted.');
    }
    return [];
  }
  for (const [index, place] of quotes.entries()) {
    prompt.say(`${index + 1}  ${clean(article.slice(place))}`);
  }
  const answer = await askText(
    prompt,
    'quotes',
    'Words of the speaker: all, none, numbers (1 3), or words inside one of these',
    {
      fallback: 'all',
      problem: (text) =>
        chosenQuotes(text, quotes, article)
          ? undefined
          : `"${text}" does not stand inside the quotation marks of the passage.`,
    },
  );
  return chosenQuotes(answer, quotes, article) ?? [];
}

/** Why some of the quotations are not offered. */
function unsure(found: readonly Quoted[], sure: number): string {
  const count = found.length - sure;
  return `In ${count} of its ${found.length} quotations the marks cannot be told apart, or are cut by the passage: they are not offered.`;
}

function chosenQuotes(
  answer: string,
  quotes: readonly TextRange[],
  article: Article,
): TextRange[] | undefined {
  if (answer === 'all') return [...quotes];
  if (answer === 'none') return [];
  if (/^\d+([ ,]+\d+)*$/.test(answer)) {
    const chosen = answer.split(/[ ,]+/).map((number) => quotes[Number(number) - 1]);
    return chosen.every((place) => place !== undefined) ? [...new Set(chosen)] : undefined;
  }
  const [place] = quotes
    .flatMap((quote) => article.find(answer, quote))
    .filter((one) => article.objection(one) === undefined);
  return place && [place];
}
