/** What was just done, above the footer until the next key. */
import { Box } from 'ink';
import { Rows } from './row.tsx';

export function Notice({ rows }: { rows: readonly string[] }) {
  return (
    <Box flexShrink={0}>
      <Rows rows={rows} />
    </Box>
  );
}
