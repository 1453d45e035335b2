/** An article as somebody reads it: its own words, the passages that statements hold lit up. */
import { type AnchoredParagraph, anchorsIn, type Stretch } from '../article/anchors.ts';
import type { Article } from '../article/article.ts';
import { sideOf } from '../pack/library.ts';
import type { Source, Statement } from '../pack/schema.ts';
import { clean } from '../terminal/text.ts';
import {
  aside,
  type Block,
  type Blocks,
  block,
  blockTo,
  heading,
  type Part,
  plural,
  prose,
  SPACE,
  strong,
  type Telling,
  type Words,
} from './document.ts';
import { outletLabel, signOf } from './labels.ts';
import { NO_COPIES } from './passage.ts';
import { speakerLine } from './statement.ts';

/** The whole text, where the reader has it at hand; or how to bring it. */
export function articlePage(source: Source, telling: Telling): Blocks {
  const { library, copies } = telling;
  const head = (...parts: Part[]) =>
    block(
      'summary',
      heading('page', outletLabel(source), { aside: 'article', id: source.id }),
      ...(source.title ? [prose(aside(source.title))] : []),
      SPACE,
      ...parts,
      SPACE,
    );
  const copy = copies?.(source);
  if (!copy) return [head(prose(aside(NO_COPIES)))];
  if ('problem' in copy) return [head(prose({ means: 'warning', text: copy.problem }))];
  const paragraphs = anchorsIn(copy.text, library.statementsIn(source.id));
  const begins = paragraphs.flatMap((paragraph) => paragraph.begins);
  const numbers = new Map(begins.map(({ id }, index) => [id, index + 1]));
  const unused = paragraphs.reduce((sum, paragraph) => sum + paragraph.unused.length, 0);
  const counts = [
    plural(begins.length, 'passage is in a statement', 'passages are in statements'),
    plural(unused, 'quotation is in none', 'quotations are in none'),
  ];
  return [
    head(prose(aside(`${counts.join('; ')}. What is lit up is in a statement; Enter opens it.`))),
    ...paragraphs.flatMap((paragraph, index): Block[] => [
      block(`paragraph:${index + 1}`, prose(textOf(paragraph, copy.text, numbers))),
      ...paragraph.begins.map((one) => ({
        ...label(one, numbers.get(one.id) as number, telling),
        standing: clean(copy.text.slice(one.span)).replace(/\s+/g, ' ').trim(),
      })),
      block(`paragraph:${index + 1}/end`, ...unusedNote(paragraph, copy.text), SPACE),
    ]),
  ];
}

/** The words of a paragraph, with the number of each passage where that begins. */
function textOf(
  { pieces, begins }: AnchoredParagraph,
  article: Article,
  numbers: ReadonlyMap<string, number>,
): Words {
  return pieces.map((piece): Words => {
    const starting = begins.filter(({ span }) => span.start === piece.start);
    const marks = starting.map(({ id }) => `[${numbers.get(id)}] `).join('');
    return [marks === '' ? '' : aside(marks), lit(piece, clean(article.slice(piece)))];
  });
}

function lit({ statements, isUnused }: Stretch, text: string): Words {
  if (statements.length > 0) return { means: 'marked', text };
  return isUnused ? { means: 'warning', text } : text;
}

/** Who speaks in a passage, and on which side of what. */
function label(statement: Statement, number: number, { library }: Telling): Block {
  const sides = new Map(
    statement.stances.map((stance): [string, Words] => {
      const { title } = library.scenario(stance.scenario);
      const side = sideOf(stance);
      return [`${side} ${title}`, { means: side, text: [signOf(side, library), ' ', title] }];
    }),
  );
  const standing = [...sides.values()].flatMap((text): Words[] => ['  ', text]);
  return blockTo({ view: 'statement', id: statement.id }, [
    prose([strong(speakerLine(statement, library)), ...standing], {
      lead: aside(`[${number}] `),
      isInset: true,
    }),
  ]);
}

/** What is quoted and stands in no statement of the pack. */
function unusedNote({ unused }: AnchoredParagraph, article: Article): Part[] {
  return unused.map((place) =>
    prose(
      { means: 'warning', text: `quoted, in no statement: ${clean(article.slice(place))}` },
      {
        isInset: true,
        lines: 1,
      },
    ),
  );
}
