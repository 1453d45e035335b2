/** What is bundled with Ink to draw the same frames in two ways. */
import { Box, renderToString, Text } from 'ink';
import type { ScreenParts, TooSmallScreen } from '../../../src/screen/frame/frame.ts';
import { Screen } from '../../../src/screen/screen.tsx';

export { yogaIsReady } from '../../../src/screen/libraries/yoga.ts';

/** A text at a place of a screen, which may lie over another or reach out of it. */
export type Placed = { x: number; y: number; text: string };

/** The explorer's screen as Ink's output. */
export function drawnScreen(frame: ScreenParts | TooSmallScreen): string {
  return renderToString(<Screen frame={frame} />, { columns: frame.size.columns });
}

/** Texts at their places as Ink's output. */
export function drawnTexts(texts: readonly Placed[], columns: number, rows: number): string {
  const screen = (
    <Box width={columns} height={rows}>
      {texts.map(({ x, y, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the texts stay as they are
        <Box key={index} position="absolute" marginLeft={x} marginTop={y}>
          <Text wrap="truncate">{text}</Text>
        </Box>
      ))}
    </Box>
  );
  return renderToString(screen, { columns });
}
