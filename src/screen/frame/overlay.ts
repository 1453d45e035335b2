/** Help or the palette, over the panes: a line to filter by, and the list. */
import { OVERLAYS } from '../../explorer/overlays/table.ts';
import { GUTTER } from '../../explorer/panes.ts';
import type { State, World } from '../../explorer/state.ts';
import type { Explorer } from '../../explorer/update.ts';
import { width } from '../../terminal/text.ts';
import { fieldLine } from './field.ts';
import { NOTHING, windowWithEnds } from './pane.ts';

/** `above` tells what is beyond the beginning of the rows; `title` is the line one types in. */
export type OverlayPart = { above: string; title: string; rows: readonly string[] };

/**
 * What lies over the panes in this state, if anything does.
 *
 * @param most rows for it
 */
export function overlay(
  state: State,
  explorer: Explorer,
  world: World,
  most: number,
): OverlayPart | undefined {
  const { theme } = world;
  const open = state.overlay;
  const shown = explorer.overlay(state);
  if (!open || !shown) return undefined;
  const { layout, height } = shown;
  const isMenu = layout.block(0)?.isEntry === true;
  const standing = isMenu ? shown.standing : { ...shown.standing, selected: NOTHING };
  const { name: short, hint } = OVERLAYS[open.kind];
  const isWide = state.size.columns >= 72;
  const name = hint !== undefined && isWide ? `${short}: ${hint}` : short;
  const columns = state.size.columns - GUTTER;
  const [above = '', ...rows] = windowWithEnds(layout, standing, height, columns, true, world);
  const field = fieldLine(open.field, columns - width(name) - 4, true, world);
  return { above, title: `  ${theme.accent(name)}  ${field}`, rows: rows.slice(0, most - 3) };
}
