/**
 * What is on the screen, part by part, as styled text that fits. It is written as rows before Ink is
 * loaded (`rows.ts`) and drawn by the components of this folder's parent from then on.
 */
import { isTooSmall, panes, SMALLEST } from '../../explorer/panes.ts';
import type { State, World } from '../../explorer/state.ts';
import type { Explorer } from '../../explorer/update.ts';
import { wrap } from '../../terminal/text.ts';
import { footerItems } from './footer.ts';
import { type HeaderPart, header } from './header.ts';
import { noticeRows } from './notice.ts';
import { type OverlayPart, overlay } from './overlay.ts';
import { type PanePart, pane } from './pane.ts';

/** The parts of a screen from top to bottom. */
export type ScreenParts = {
  size: State['size'];
  header: HeaderPart;
  /** Rows between the header and the notice. */
  bodyRows: number;
  /** The places in sight, side by side; none where an overlay lies over them. */
  panes: readonly PanePart[];
  /** What stands between two panes, in each row. */
  divider: string;
  overlay?: OverlayPart;
  /** Rows that tell what was just done; none where nothing was. */
  notice: readonly string[];
  /** The keys that work here. */
  footer: readonly string[];
};

/** All there is on a screen on which nothing readable has room. */
export type TooSmallScreen = { size: State['size']; tooSmall: readonly string[] };

/** What a state looks like. */
export function frameOf(
  state: State,
  explorer: Explorer,
  world: World,
): ScreenParts | TooSmallScreen {
  const { size } = state;
  if (isTooSmall(state)) return { size, tooSmall: tooSmallRows(state) };
  const { theme } = world;
  const notice = noticeRows(state, world);
  const bodyRows = size.rows - 2 - notice.length;
  const rest = {
    size,
    header: header(state, world),
    bodyRows,
    divider: theme.dim(theme.glyph.vertical),
    notice,
    footer: footerItems(state, explorer, world),
  };
  const over = overlay(state, explorer, world, bodyRows);
  if (over) return { ...rest, panes: [], overlay: over };
  const inSight = panes(state, explorer.pages);
  return { ...rest, panes: inSight.map((one) => pane(one, state, explorer, world, bodyRows)) };
}

function tooSmallRows({ size }: State): string[] {
  const text = `too small: ${SMALLEST.columns}×${SMALLEST.rows} or more, please; q quits`;
  return wrap(text, Math.max(1, size.columns)).slice(0, size.rows);
}
