/** What an overlay is: a line one types in, and a list below it, over the pages. One file each. */

import { aside, type Block, block, prose } from '../../document/document.ts';
import type { Named } from '../../pack/naming.ts';
import type { Key } from '../../terminal/input.ts';
import type { Context } from '../context.ts';
import type { Cursor } from '../cursor.ts';
import type { Field } from '../field.ts';
import type { ActionId } from '../keymap.ts';
import type { Update } from '../state.ts';

/** An overlay that is open: plain data. */
export type Overlay = {
  kind: 'help' | 'palette' | 'find' | 'filter' | 'remark' | 'file' | 'overwrite';
  field: Field;
  cursor: Cursor;
  /** The record that is spoken of. */
  about?: Named;
  /** The file that is spoken of. */
  path?: string;
};

export type OverlayView = {
  /** Stands before the line. */
  name: string;
  /** What can be typed, where there is room to say so. */
  hint?: string;
  footer: readonly ActionId[];
  /** @param below what it lies over */
  blocks(open: Overlay, below: Context): readonly Block[];
  /** What Enter leads to; it only closes where absent. */
  chosen?(choice: Choice): Update;
};

type Choice = {
  open: Overlay;
  /** The key of the entry that is selected. */
  entry: string;
  /** What it lies over: the state with it closed. */
  below: Context;
  /** The state with it still open. */
  above: Context;
  key: Key;
};

/** The list where nothing is left of it. */
export const nothingFor = (typed: string, of: string): Block =>
  block('nothing', prose(aside(`No ${of} for “${typed}”. Backspace takes letters back.`)));
