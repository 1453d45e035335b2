/** The last row: the keys that work here and now. */
import { Box } from 'ink';
import { Row } from './row.tsx';

export function Footer({ items }: { items: readonly string[] }) {
  return (
    <Box paddingLeft={1} columnGap={2}>
      {items.map((text) => (
        <Row key={text} text={text} />
      ))}
    </Box>
  );
}
