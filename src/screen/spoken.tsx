/** The explorer for screen readers: lines that are read out. */
import { Box, Text } from 'ink';

export function Spoken({ lines }: { lines: readonly string[] }) {
  return (
    <Box flexDirection="column">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in what is said
        <Text key={index}>{line}</Text>
      ))}
    </Box>
  );
}
