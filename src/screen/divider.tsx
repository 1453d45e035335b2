/** The line between two panes, with air on both sides. */
import { Box } from 'ink';
import { memo } from 'react';
import { DIVIDER } from '../explorer/panes.ts';
import { Rows } from './row.tsx';

/** @param line what stands in each row; one cell wide */
export const Divider = memo(function Divider({ line, rows }: { line: string; rows: number }) {
  return (
    <Box width={DIVIDER} flexShrink={0} justifyContent="center">
      <Rows rows={new Array<string>(rows).fill(line)} />
    </Box>
  );
});
