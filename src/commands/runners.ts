/** Which function runs which command: the one place where the table and the commands meet. */
import type { CommandName } from '../cli/table.ts';
import { runCite } from './cite.ts';
import type { Runner } from './command.ts';
import { runCompare } from './compare.ts';
import { runCompletion } from './completion.ts';
import { runFigures } from './figures.ts';
import { runHelp } from './help.ts';
import { runList } from './list.ts';
import { runMatrix } from './matrix.ts';
import { runPeople } from './people.ts';
import { runRelations } from './relations.ts';
import { runSearch } from './search.ts';
import { runShow } from './show.ts';
import { runTimeline } from './timeline.ts';

/** What takes long to load is imported when it is called. */
export const RUNNERS: Readonly<Record<CommandName, Runner>> = {
  '': async (request) => (await import('./explore.ts')).runExplore(request),
  search: runSearch,
  show: runShow,
  compare: runCompare,
  cite: runCite,
  list: runList,
  matrix: runMatrix,
  figures: runFigures,
  timeline: runTimeline,
  people: runPeople,
  relations: runRelations,
  export: async (request) => (await import('./export.ts')).runExport(request),
  init: async (request) => (await import('./init.ts')).runInit(request),
  add: async (request) => (await import('./add.ts')).runAdd(request),
  import: async (request) => (await import('./import.ts')).runImport(request),
  rename: async (request) => (await import('./rename.ts')).runRename(request),
  merge: async (request) => (await import('./merge.ts')).runMerge(request),
  remove: async (request) => (await import('./remove.ts')).runRemove(request),
  accept: async (request) => (await import('./accept.ts')).runAccept(request),
  move: async (request) => (await import('./move.ts')).runMove(request),
  check: async (request) => (await import('./check.ts')).runCheck(request),
  migrate: async (request) => (await import('./migrate.ts')).runMigrate(request),
  verify: async (request) =>
    request.options.fix
      ? (await import('./verify-fix.ts')).runFix(request)
      : (await import('./verify.ts')).runVerify(request),
  prove: async (request) => (await import('./prove.ts')).runProve(request),
  play: async (request) => (await import('./play.ts')).runPlay(request),
  config: async (request) => (await import('./config.ts')).runConfig(request),
  completion: runCompletion,
  help: runHelp,
};
