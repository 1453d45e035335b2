/** The tray: what was put aside, to be ordered and taken along. */
import { plural } from '../../document/document.ts';
import { type TrayItem, trayPage } from '../../document/tray.ts';
import { type Context, recordAt } from '../context.ts';
import { copied } from '../copied.ts';
import { fieldWith } from '../field.ts';
import { opened } from '../overlays/open.ts';
import { briefingText, movedInTray, takenOut } from '../tray.ts';
import { to } from '../updates.ts';
import { type View, type ViewAction, wordAlone, wordTitle } from './view.ts';

type TrayPlace = { view: 'tray' };
const TRAY: TrayPlace = { view: 'tray' };

const HINT = 'b puts aside what is selected, from any view; i does so with a remark.';
const FILE = 'briefing.md';

export const tray: View<TrayPlace, { tray: readonly TrayItem[] }> = {
  title: wordTitle,
  address: wordAlone(TRAY),
  reads: (_place, { tray }) => ({ tray }),
  content: ({ tray }, _columns, telling) => ({ blocks: trayPage(tray, HINT, telling) }),
  panes: () => 2,
  unfiltered: 'The tray holds what you chose; no filter narrows it.',
  footer: () => [
    'down',
    'open',
    'back',
    'remark',
    'later',
    'remove',
    'undo',
    'write-tray',
    'copy-tray',
    'copy',
    'help',
    'quit',
  ],
  actions: {
    later: moved(1),
    earlier: moved(-1),
    remove: {
      blocked: whyEmpty,
      run(context) {
        const record = recordAt(context);
        return to(record ? takenOut(context.anchored(), record) : context.state);
      },
    },
    'write-tray': {
      blocked: (context) =>
        context.world.canWrite ? whyEmpty(context) : 'No files are written here.',
      run: ({ state }) => to(opened(state, 'file', { field: fieldWith(FILE) })),
    },
    'copy-tray': {
      blocked: whyEmpty,
      run: (context) => copied(context, briefingText(context)),
    },
  },
  spoken: (_place, { tray }) => [`${plural(tray.length, 'record')} put aside.`],
  overview: TRAY,
};

function whyEmpty({ state }: Context): string | undefined {
  return state.tray.length > 0 ? undefined : 'The tray is empty.';
}

function moved(by: 1 | -1): ViewAction<TrayPlace> {
  return {
    blocked: whyEmpty,
    run(context) {
      const record = recordAt(context);
      return to(record ? movedInTray(context.anchored(), record, by) : context.state);
    },
  };
}
