/** The one table of what can lie over the pages. */
import { file } from './file.ts';
import { filter } from './filter.ts';
import { find } from './find.ts';
import { help } from './help.ts';
import type { Overlay, OverlayView } from './overlay.ts';
import { overwrite } from './overwrite.ts';
import { palette } from './palette.ts';
import { remark } from './remark.ts';

export const OVERLAYS: Readonly<Record<Overlay['kind'], OverlayView>> = {
  help,
  palette,
  find,
  filter,
  remark,
  file,
  overwrite,
};
