/** Help or the palette, over the panes. */
import { Box } from 'ink';
import type { OverlayPart } from './frame/overlay.ts';
import { Row, Rows } from './row.tsx';

export function Overlay({ above, title, rows }: OverlayPart) {
  return (
    <Box flexDirection="column">
      <Row text={above} />
      <Box marginBottom={1}>
        <Row text={title} />
      </Box>
      <Rows rows={rows} />
    </Box>
  );
}
