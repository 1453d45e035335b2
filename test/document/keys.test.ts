/** Keys of blocks: names by which a selection is found again. */
import { describe, expect, it } from 'vitest';
import { comparePage } from '../../src/document/compare.ts';
import { allBlocks, isRun, type Telling } from '../../src/document/document.ts';
import { figuresPage } from '../../src/document/figure.ts';
import { KINDS_OF_RECORD } from '../../src/document/kinds.ts';
import { ladderPage } from '../../src/document/ladder.ts';
import { matrixPage, peoplePage } from '../../src/document/matrix.ts';
import { relationsPage } from '../../src/document/relations.ts';
import { timelinePage } from '../../src/document/timeline.ts';
import { MATRIX_ROWS, MATRIX_SORTS } from '../../src/findings/matrix.ts';
import { createLibrary } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';
import { NAMED_KINDS } from '../../src/pack/naming.ts';
import { compareLayout } from '../../src/render/columns.ts';
import { makeWorld, NOW } from '../support/world.ts';

const { library } = makeWorld();
const telling: Telling = { library, language: 'both', now: NOW };
/** Here somebody says on one scenario both what should be and what will be. */
const other = createLibrary(loadPack('test/fixtures/pack'));
const columns = { first: 0, fit: 5, focus: 1 };
const scenarios = library.data.scenarios.slice(0, 3);

const pages = {
  ladder: ladderPage(telling),
  figures: figuresPage(telling),
  people: peoplePage(telling).blocks,
  relations: relationsPage(telling).blocks,
  timeline: timelinePage('events and statements', telling).blocks,
  ...Object.fromEntries(
    MATRIX_ROWS.flatMap((rows) =>
      MATRIX_SORTS.map((sort) => [
        `matrix of ${rows} by ${sort}`,
        matrixPage({ rows, sort }, columns, telling).blocks,
      ]),
    ),
  ),
  ...Object.fromEntries(
    [40, 80, 120, 200].map((width) => [
      `comparison at ${width}`,
      comparePage(scenarios, compareLayout(3, width), { column: 0 }, telling).blocks,
    ]),
  ),
  ...Object.fromEntries(
    [library, other].flatMap((from) =>
      NAMED_KINDS.flatMap((kind) =>
        KINDS_OF_RECORD[kind]
          .ids(from)
          .map((id) => [
            `${kind} ${id}`,
            KINDS_OF_RECORD[kind].page(id, { ...telling, library: from }),
          ]),
      ),
    ),
  ),
};

describe.each(Object.entries(pages))('the page of %s', (_, blocks) => {
  it('has no two blocks of the same key', () => {
    const keys = allBlocks(blocks).map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('knows the keys of its runs without making their blocks', () => {
    for (const run of blocks.filter(isRun)) {
      for (let index = 0; index < run.count; index += 1) {
        expect(run.key(index)).toBe(run.block(index).key);
        expect(run.indexOf(run.key(index))).toBe(index);
      }
      expect(run.indexOf('no such key')).toBeUndefined();
    }
  });
});

it('a row of a comparison or a matrix has the same key whatever column is in focus', () => {
  const keys = (column: number) =>
    [
      comparePage(scenarios, compareLayout(3, 120), { column }, telling).blocks,
      matrixPage({ rows: 'speakers', sort: 'kind' }, { ...columns, focus: column }, telling).blocks,
    ].map((blocks) => allBlocks(blocks).map(({ key }) => key));
  expect(keys(2)).toEqual(keys(0));
});
