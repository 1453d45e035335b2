import { createLibrary } from './pack/library.ts';
import { openPack } from './pack/open.ts';
import { createSearch } from './search/engine.ts';
import { colorLevel, isAscii, makeTheme } from './terminal/theme.ts';

const { data, records } = await openPack(process.env.RUNGS_DATA);
const { openExplorer } = await import('./screen/open.tsx');
const { exited } = openExplorer(
  {
    library: createLibrary(data),
    search: createSearch(records),
    theme: makeTheme(colorLevel(process.env, true), isAscii(process.env)),
    now: () => new Date(),
    canCopy: true,
  },
  { input: process.stdin, output: process.stdout },
);
process.exitCode = await exited;
