/** Documents in words: what is drawn is told, and nothing of how it is drawn. */
import { describe, expect, it } from 'vitest';
import {
  aside,
  chart,
  fact,
  heading,
  item,
  ours,
  type Part,
  prose,
  SPACE,
  sideSign,
} from '../../src/document/document.ts';
import { markdownParts } from '../../src/render/markdown.ts';
import { spokenLines } from '../../src/render/spoken.ts';

const PARTS: Part[] = [
  heading('page', 'A page', { aside: 'rung 1 of 2', id: 'one' }),
  SPACE,
  heading('group', 'Against', { side: 'opposes', notes: ['2'] }),
  heading('entry', 'Somebody', { aside: 'direct', lead: [sideSign('opposes'), ' '] }),
  prose('„Nein, *nie*.“'),
  prose(ours('“No, never.”'), { note: 'our translation' }),
  fact('Said', aside('24 Oct 2024')),
  item('one thing'),
  item('another', { number: 2, more: 'a reason' }),
  chart({ draws: 'scale', most: 3 }, prose('from nothing to three')),
  { kind: 'legend', of: 'matrix', text: 'what signs mean' },
  { kind: 'cut', lines: 1, parts: [prose('not'), prose('cut')] },
  { kind: 'table', head: ['a', 'b'], rows: [[['1'], ['2', '3']]], numeric: [1] },
  { kind: 'rule' },
];

describe('a document', () => {
  it('is spoken a line for each thing', () => {
    expect(spokenLines(PARTS, [])).toEqual([
      'A page, rung 1 of 2',
      'Against (2)',
      'against: Somebody, direct',
      '„Nein, *nie*.“',
      '“No, never.” - our translation',
      'Said: 24 Oct 2024',
      'one thing',
      '2: another',
      'a reason',
      'from nothing to three',
      'not',
      'cut',
      'a, 1',
      'b, 2, 3',
    ]);
  });

  it('is Markdown with its headings, lists and tables, and its words as words', () => {
    expect(markdownParts(PARTS)).toBe(
      [
        '## A page',
        '*rung 1 of 2* `one`',
        '#### Against (2)',
        '**against: Somebody** (direct)',
        '„Nein, \\*nie\\*.“',
        '“No, never.” (our translation)',
        '- Said: 24 Oct 2024\n- one thing\n- 2: another (a reason)',
        'from nothing to three',
        'not',
        'cut',
        '| a | b |\n| --- | --: |\n| 1 | 2<br>3 |',
      ].join('\n\n'),
    );
  });

  it('says the text that holds most of what was searched for', () => {
    const texts = ['one', 'the harbour'];
    const found: Part = { kind: 'snippet', of: 'statement', title: 'Ann', note: 'Kurier', texts };
    expect(spokenLines([found], ['harbour'])).toEqual(['statement, Ann, Kurier', 'the harbour']);
  });
});
