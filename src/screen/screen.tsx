/** The whole screen: header, the places in sight or what lies over them, notice, footer. */
import { Box } from 'ink';
import { Fragment } from 'react';
import { Divider } from './divider.tsx';
import { Footer } from './footer.tsx';
import type { ScreenParts, TooSmallScreen } from './frame/frame.ts';
import { Header } from './header.tsx';
import { Notice } from './notice.tsx';
import { Overlay } from './overlay.tsx';
import { Pane } from './pane.tsx';
import { Rows } from './row.tsx';

export function Screen({ frame }: { frame: ScreenParts | TooSmallScreen }) {
  const { columns, rows } = frame.size;
  return (
    <Box flexDirection="column" width={columns} height={rows} flexShrink={0}>
      {'tooSmall' in frame ? <Rows rows={frame.tooSmall} /> : <Parts {...frame} />}
    </Box>
  );
}

function Parts({ header, panes, divider, bodyRows, overlay, notice, footer }: ScreenParts) {
  return (
    <>
      <Header {...header} />
      <Box height={bodyRows} flexShrink={0}>
        {overlay && <Overlay {...overlay} />}
        {panes.map((pane, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a pane is its place on the screen
          <Fragment key={index}>
            {index > 0 && <Divider line={divider} rows={bodyRows} />}
            <Pane {...pane} />
          </Fragment>
        ))}
      </Box>
      <Notice rows={notice} />
      <Footer items={footer} />
    </>
  );
}
