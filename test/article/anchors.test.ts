/** Articles cut where passages begin and end. */
import { describe, expect, it } from 'vitest';
import { anchorsIn } from '../../src/article/anchors.ts';
import { openArticle } from '../../src/article/article.ts';
import type { Statement } from '../../src/pack/schema.ts';
import { HARBOUR } from '../support/harbour-pack.ts';

const TEXT = 'A «first» and a «second» word.\n\nNext 😀 «third» line.';

const statement = (id: string, words: string): Statement => {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  const span = { start, end: start + [...words].length, sha256: '' };
  return { ...(HARBOUR.statements[0] as Statement), id, span };
};

const read = (...statements: Statement[]) => {
  const article = openArticle(TEXT, { language: 'de', marks: '«»' });
  return anchorsIn(article, statements).map(({ pieces, begins, unused }) => ({
    pieces: pieces.map((piece) => [
      article.slice(piece),
      piece.isUnused ? 'unused' : piece.statements.map(({ id }) => id).join('+'),
    ]),
    begins: begins.map(({ id }) => id),
    unused: unused.map((place) => article.slice(place)),
  }));
};

describe('the paragraphs of an article', () => {
  it('are cut at passages, and tell the quotations that stand in none', () => {
    expect(read(statement('a', 'A «first»'))).toEqual([
      {
        pieces: [
          ['A «first»', 'a'],
          [' and a «', ''],
          ['second', 'unused'],
          ['» word.', ''],
        ],
        begins: ['a'],
        unused: ['second'],
      },
      {
        pieces: [
          ['Next 😀 «', ''],
          ['third', 'unused'],
          ['» line.', ''],
        ],
        begins: [],
        unused: ['third'],
      },
    ]);
  });

  it('name both statements where passages overlap', () => {
    const [first] = read(statement('b', '«first» and'), statement('a', 'A «first»'));
    expect(first?.pieces.slice(0, 3)).toEqual([
      ['A ', 'a'],
      ['«first»', 'a+b'],
      [' and', 'b'],
    ]);
    expect(first?.begins).toEqual(['a', 'b']);
  });

  it('go on in a passage that began in the paragraph before, which is named once', () => {
    const [first, second] = read(statement('long', TEXT.slice(TEXT.indexOf('word'), -6)));
    expect(first?.begins).toEqual(['long']);
    expect(second).toMatchObject({ begins: [], unused: [] });
    expect(second?.pieces[0]).toEqual(['Next 😀 «third»', 'long']);
  });

  it('hold every word of the text, once', () => {
    const words = read(statement('a', 'first» and'), statement('b', 'and a «sec'))
      .map(({ pieces }) => pieces.map(([text]) => text).join(''))
      .join('\n\n');
    expect(words).toBe(TEXT);
  });
});
