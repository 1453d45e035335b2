/** Asks where in an article a statement stands, and which of its words are quoted. */
import type { Article, Quoted } from '../article/article.ts';
import type { Place } from '../article/text.ts';
import { clean, wrap } from '../terminal/text.ts';
import { askChoice, askText, askYes, refuse } from './prompt.ts';
import type { Walk } from './walk.ts';

/** The paragraphs with their numbers. */
export function showArticle({ prompt, columns }: Walk, article: Article): void {
  const cells = String(article.paragraphs.length).length + 2;
  const shown = article.paragraphs.map((place, index) =>
    wrap(clean(article.slice(place)), columns - cells)
      .map((line, row) => (row === 0 ? `${index + 1}`.padEnd(cells) : ' '.repeat(cells)) + line)
      .join('\n'),
  );
  prompt.say(`\n${shown.join('\n')}\n`);
}

const PASSAGE =
  'Passage: First words … last words (... will do), or the number of a paragraph (3, 2-4)';

/** Asks for words of the article until they stand in it, and it is confirmed which place is meant. */
export async function askPassage(walk: Walk, article: Article): Promise<Place> {
  const { prompt } = walk;
  for (;;) {
    const mark = await askText(prompt, PASSAGE);
    const places = article.passages(mark);
    const place = places.length > 1 ? await askWhich(walk, article, places) : places[0];
    if (!place) {
      refuse(prompt, `"${mark}" does not stand in the article.`);
      continue;
    }
    show(walk, article.slice(place));
    if (await askYes(prompt, 'Is this the passage?')) return place;
    if (!prompt.isTerminal) refuse(prompt, 'The passage was not confirmed.');
  }
}

async function askWhich(
  { prompt, columns }: Walk,
  article: Article,
  places: readonly Place[],
): Promise<Place | undefined> {
  for (const [index, { start, end }] of places.entries()) {
    const around = article.slice({ start: Math.max(0, start - 40), end: end + 40 });
    const lines = wrap(clean(around).replaceAll('\n', ' '), columns - 4);
    prompt.say(`${index + 1}  …${lines.join('\n    ')}…`);
  }
  const numbers = places.map((_, index) => `${index + 1}`);
  return places[Number(await askChoice(prompt, 'Which of them?', numbers)) - 1];
}

function show({ prompt, columns }: Walk, text: string): void {
  const lines = wrap(clean(text), columns - 2);
  prompt.say(lines.map((line) => `| ${line}`).join('\n'));
}

/** The words of the speaker: whole quotations of the passage, or words inside one. */
export async function askQuotes(walk: Walk, article: Article, passage: Place): Promise<Place[]> {
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
  quotes: readonly Place[],
  article: Article,
): Place[] | undefined {
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
