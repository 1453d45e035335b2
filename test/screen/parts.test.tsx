/** Each component by itself, as Ink lays it out. */
import { Box } from 'ink';
import { render } from 'ink-testing-library';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { Divider } from '../../src/screen/divider.tsx';
import { Footer } from '../../src/screen/footer.tsx';
import { Header } from '../../src/screen/header.tsx';
import { Notice } from '../../src/screen/notice.tsx';
import { Overlay } from '../../src/screen/overlay.tsx';
import { Pane } from '../../src/screen/pane.tsx';
import { Row, Rows } from '../../src/screen/row.tsx';
import { Spoken } from '../../src/screen/spoken.tsx';

/** The rows of something in a box of 20 columns, without blanks at their ends. */
function rowsOf(node: ReactNode): string[] {
  const { lastFrame, unmount } = render(<Box width={20}>{node}</Box>);
  const rows = (lastFrame() ?? '').split('\n').map((row) => row.trimEnd());
  unmount();
  return rows;
}

it('a row keeps its blanks in front, and is there when it is empty', () => {
  expect(rowsOf(<Rows rows={['one', '', '  two']} />)).toEqual(['one', '', '  two']);
});

it('a row that does not fit is cut, not wrapped', () => {
  expect(rowsOf(<Row text={'x'.repeat(30)} />)).toEqual([`${'x'.repeat(19)}…`]);
});

it('the header has the way at the left and the facts a cell from the right edge', () => {
  expect(
    rowsOf(
      <Box width={20} flexDirection="column">
        <Header way=" rungs  Here" facts="EN" />
      </Box>,
    ),
  ).toEqual([' rungs  Here     EN']);
});

it('a header without facts has the way alone', () => {
  expect(
    rowsOf(
      <Box width={20} flexDirection="column">
        <Header way=" rungs  Here" facts="" />
      </Box>,
    ),
  ).toEqual([' rungs  Here']);
});

it('panes stand beside each other with the divider between them in one column', () => {
  const panes = (
    <>
      <Pane columns={6} rows={['abc', '漢字']} />
      <Divider line="│" rows={3} />
      <Pane columns={11} rows={['', '  beside']} />
    </>
  );
  expect(rowsOf(panes)).toEqual(['abc    │', '漢字   │   beside', '       │']);
});

it('an overlay has a blank row below the line that one types in', () => {
  expect(rowsOf(<Overlay above="" title="  Help  a_" rows={['one', 'two']} />)).toEqual([
    '',
    '  Help  a_',
    '',
    'one',
    'two',
  ]);
});

it('a notice is its rows, and nothing where nothing was done', () => {
  expect(rowsOf(<Notice rows={['────', '  Copied']} />)).toEqual(['────', '  Copied']);
  expect(rowsOf(<Notice rows={[]} />)).toEqual(['']);
});

it('the footer has two cells between its keys', () => {
  expect(rowsOf(<Footer items={['q quit', '? help']} />)).toEqual([' q quit  ? help']);
});

it('what is spoken is one line below the other', () => {
  expect(rowsOf(<Spoken lines={['Ladder, 1 of 3', 'Rung 3']} />)).toEqual([
    'Ladder, 1 of 3',
    'Rung 3',
  ]);
});
