/** Styled text that fits into one row, so that Ink neither wraps nor cuts it. */
import { Box, Text } from 'ink';
import { memo } from 'react';

export const Row = memo(function Row({ text }: { text: string }) {
  return <Text wrap="truncate">{text === '' ? ' ' : text}</Text>;
});

/** Rows below each other. */
export function Rows({ rows }: { rows: readonly string[] }) {
  return (
    <Box flexDirection="column">
      {rows.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <Row key={index} text={text} />
      ))}
    </Box>
  );
}
