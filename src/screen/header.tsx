/** The first row: where one is at the left, what the pack is and how old at the right. */
import { Box } from 'ink';
import type { HeaderPart } from './frame/header.ts';
import { Row } from './row.tsx';

export function Header({ way, facts }: HeaderPart) {
  return (
    <Box justifyContent="space-between" paddingRight={1}>
      <Row text={way} />
      {facts !== '' && <Row text={facts} />}
    </Box>
  );
}
