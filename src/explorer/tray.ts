/** The tray: records put aside, in an order and with remarks of the reader's own. */
import { type TrayItem, trayBriefing } from '../document/tray.ts';
import type { Named } from '../pack/naming.ts';
import { markdownPage } from '../render/markdown.ts';
import type { Context } from './context.ts';
import type { State } from './state.ts';
import { undoable } from './undo.ts';

const isSame = (one: Named, other: Named): boolean =>
  one.kind === other.kind && one.id === other.id;

/** What is in the tray of a record. */
export const inTray = ({ tray }: State, record: Named): TrayItem | undefined =>
  tray.find((one) => isSame(one, record));

/** The state with a record at the end of the tray. */
export function putAside(state: State, { kind, id }: Named): State {
  return { ...state, tray: [...state.tray, { kind, id }] };
}

/** The state with a record taken out of the tray. */
export function takenOut(state: State, record: Named): State {
  const tray = state.tray.filter((one) => !isSame(one, record));
  return undoable(state, { ...state, tray }, 'out of the tray');
}

/** The state with a remark on a record that is in the tray, or is put there; an empty one is none. */
export function withRemark(state: State, record: Named, remark: string): State {
  const { tray } = inTray(state, record) ? state : putAside(state, record);
  const { kind, id } = record;
  const item: TrayItem = remark === '' ? { kind, id } : { kind, id, remark };
  const after = { ...state, tray: tray.map((one) => (isSame(one, record) ? item : one)) };
  const before = inTray(state, record)?.remark;
  return before === undefined || before === remark ? after : undoable(state, after, 'the remark');
}

/** The state with a record one place up or down in the tray. */
export function movedInTray(state: State, record: Named, by: 1 | -1): State {
  const index = state.tray.findIndex((one) => isSame(one, record));
  const other = index + by;
  const [item, neighbour] = [state.tray[index], state.tray[other]];
  if (!item || !neighbour) return state;
  return { ...state, tray: state.tray.with(index, neighbour).with(other, item) };
}

/** The tray as a briefing in Markdown. */
export function briefingText(context: Context): string {
  return markdownPage(trayBriefing(context.state.tray, context.telling()));
}
