/** Which function runs which command: the one place where the table and the commands meet. */
import type { CommandName } from '../cli/table.ts';
import type { Runner } from './command.ts';

/** Each is imported when it is called: the modules of the others are not even set up. */
export const RUNNERS: Readonly<Record<CommandName, Runner>> = {
  '': async (request) => (await import('./explore.ts')).runExplore(request),
  search: async (request) => (await import('./search.ts')).runSearch(request),
  show: async (request) => (await import('./show.ts')).runShow(request),
  compare: async (request) => (await import('./compare.ts')).runCompare(request),
  cite: async (request) => (await import('./cite.ts')).runCite(request),
  list: async (request) => (await import('./list.ts')).runList(request),
  matrix: async (request) => (await import('./matrix.ts')).runMatrix(request),
  figures: async (request) => (await import('./figures.ts')).runFigures(request),
  timeline: async (request) => (await import('./timeline.ts')).runTimeline(request),
  people: async (request) => (await import('./people.ts')).runPeople(request),
  relations: async (request) => (await import('./relations.ts')).runRelations(request),
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
  completion: async (request) => (await import('./completion.ts')).runCompletion(request),
  help: async (request) => (await import('./help.ts')).runHelp(request),
};
