/** One of the places in sight: the rows of its page in its columns. */
import { Box } from 'ink';
import type { PanePart } from './frame/pane.ts';
import { Rows } from './row.tsx';

export function Pane({ columns, rows }: PanePart) {
  return (
    <Box width={columns} flexShrink={0}>
      <Rows rows={rows} />
    </Box>
  );
}
