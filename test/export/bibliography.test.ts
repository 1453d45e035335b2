/** References as the programs read them that they are for. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { describe, expect, it } from 'vitest';
import { oneLine } from '../../src/document/document.ts';
import { bibtexEntry } from '../../src/export/bibliography.ts';
import { clean } from '../../src/terminal/text.ts';
import { naughtyStrings } from '../support/naughty.ts';
import { makeWorld } from '../support/world.ts';

const { library } = makeWorld();

/** BibTeX counts braces, whatever stands before them. */
function depthOf(text: string): number {
  let depth = 0;
  for (const mark of text) {
    if (mark === '{') depth += 1;
    if (mark === '}') depth -= 1;
    if (depth < 0) return depth;
  }
  return depth;
}

describe('BibTeX', () => {
  const entry = (text: string) =>
    bibtexEntry({
      id: 'one',
      source: { ...library.source('kurier'), title: text, 'container-title': text },
      note: text,
    });
  const readBack = (text: string) =>
    new Cite(`${entry(text)}\n${entry('the next').replace('{one', '{two')}`).data;

  it.each([
    ['left { only'],
    ['right } only'],
    ['}{'],
    ['\\{'],
    ['a & b, 50 % of $3 #4 x_y ~ ^ \\ "quoted"'],
    ['two\nlines'],
    ['@article{x,'],
  ])('%j ends where it ends, and comes back', (text) => {
    expect(depthOf(entry(text))).toBe(0);
    expect(readBack(text)).toMatchObject([
      { id: 'one', title: oneLine(text), note: oneLine(text) },
      { id: 'two', title: 'the next' },
    ]);
  });

  it('is one entry of all that breaks programs', () => {
    for (const naughty of naughtyStrings.map(clean)) {
      expect(depthOf(entry(naughty)), naughty).toBe(0);
    }
  });
});
