import { Box, Text, useApp } from 'ink';
import { memo, useEffect } from 'react';
import type { State, World } from '../explorer/state.ts';
import type { Explorer } from '../explorer/update.ts';
import { frame } from './frame.ts';
import { spokenLines } from './spoken.ts';

/** One row: a single styled text that fits, so that Ink neither wraps nor clips it. */
const Row = memo(function Row({ text }: { text: string }) {
  return <Text wrap="truncate">{text === '' ? ' ' : text}</Text>;
});

/** Hands the terminal to somebody else while the callback runs. */
export type Suspend = (meanwhile: () => Promise<void>) => Promise<void>;

export type ScreenProps = {
  state: State;
  explorer: Explorer;
  world: World;
  /** Told once how Ink gives the terminal back for a while. */
  onMount?: (suspend: Suspend) => void;
};

/** The explorer's state, drawn. */
export function Screen({ state, explorer, world, onMount }: ScreenProps) {
  const { suspendTerminal } = useApp();
  useEffect(() => onMount?.(suspendTerminal), [onMount, suspendTerminal]);
  const rows = frame(state, explorer, world);
  return (
    <Box flexDirection="column" width={state.size.columns} height={state.size.rows}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <Row key={index} text={row} />
      ))}
    </Box>
  );
}

/** The explorer's state, said. */
export function Spoken({ state, explorer, world, onMount }: ScreenProps) {
  const { suspendTerminal } = useApp();
  useEffect(() => onMount?.(suspendTerminal), [onMount, suspendTerminal]);
  return (
    <Box flexDirection="column">
      {spokenLines(state, explorer, world).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in what is said
        <Text key={index}>{line}</Text>
      ))}
    </Box>
  );
}
