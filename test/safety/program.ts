/** The explorer with a fault built in, which "y" sets off: the argument says where it is. */
import { KEYMAP } from '../../src/explorer/keymap.ts';
import { createLibrary } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';
import { openExplorer } from '../../src/screen/open.ts';
import { createSearch } from '../../src/search/engine.ts';
import { buildRecords } from '../../src/search/records.ts';
import { makeTheme } from '../../src/terminal/theme.ts';

const [, , place] = process.argv;
const data = loadPack('test/fixtures/pack');
const fault = (): never => {
  throw new Error(`thrown in ${place}`);
};
let isSetOff = false;

const world = {
  library: createLibrary(data),
  keymap: KEYMAP,
  search: createSearch({ data, records: buildRecords(data) }),
  theme: makeTheme(2),
  // Asked at every frame.
  now: () => (isSetOff && place === 'component' ? fault() : new Date()),
  // Asked by the update for "y".
  get clipboard() {
    isSetOff = true;
    if (place === 'update') fault();
    if (place === 'promise') void Promise.resolve().then(fault);
    if (place === 'timer') setTimeout(fault);
    return { programs: [], isInTerminal: true };
  },
};
const terminal = { input: process.stdin, output: process.stdout };
try {
  process.exitCode = await openExplorer(world, terminal).exited;
} catch (error) {
  console.error(`caught: ${(error as Error).message}`);
  process.exitCode = 1;
}
