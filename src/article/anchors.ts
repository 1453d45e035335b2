/** An article with the passages that a pack holds of it: paragraph by paragraph, to be read. */
import type { Statement } from '../pack/schema.ts';
import type { Article } from './article.ts';
import type { TextRange } from './text.ts';

/** A stretch of a paragraph: in these statements; or in none, and then perhaps quoted all the same. */
export type Stretch = TextRange & { statements: readonly Statement[]; isUnused: boolean };

export type AnchoredParagraph = {
  pieces: readonly Stretch[];
  /** The statements whose passage begins in it, in the order of the text. */
  begins: readonly Statement[];
  /** What is quoted in it and stands in no statement. */
  unused: readonly TextRange[];
};

/**
 * The paragraphs of an article, each cut where passages begin and end.
 *
 * @param statements those of this article; their spans are places in it
 */
export function anchorsIn(article: Article, statements: readonly Statement[]): AnchoredParagraph[] {
  const inOrder = statements.toSorted((a, b) => a.span.start - b.span.start);
  return article.paragraphs.map((paragraph) => {
    const held = inOrder.filter(({ span }) => overlap(span, paragraph));
    const unused = article
      .quotesIn(paragraph)
      .filter((quote) => held.every(({ span }) => !overlap(span, quote)));
    const ends = [...held.map(({ span }) => span), ...unused].flatMap(({ start, end }) => [
      start,
      end,
    ]);
    const cuts = [paragraph.start, ...ends, paragraph.end]
      .filter((at) => at >= paragraph.start && at <= paragraph.end)
      .toSorted((a, b) => a - b);
    return {
      pieces: cuts.slice(1).flatMap((end, index): Stretch[] => {
        const start = cuts[index] as number;
        if (start === end) return [];
        return [
          {
            start,
            end,
            statements: held.filter(({ span }) => overlap(span, { start, end })),
            isUnused: unused.some((quote) => overlap(quote, { start, end })),
          },
        ];
      }),
      begins: held.filter(({ span }) => span.start >= paragraph.start),
      unused,
    };
  });
}

/** Whether two places share a character. */
export const overlap = (a: TextRange, b: TextRange): boolean => a.start < b.end && b.start < a.end;
