/** `rungs import`: statements from a file into a pack. */
import { draftJsonSchema } from '../author/draft.ts';
import type { DraftOutcome } from '../author/draft-desk.ts';
import { placeDrafts } from '../author/place-drafts.ts';
import { type Given, readDrafts, UnreadableDrafts } from '../author/read-drafts.ts';
import { isReference, referenceChange, takeReferences } from '../author/references.ts';
import { problemsWith } from '../author/statement.ts';
import { withNewRecords } from '../author/write.ts';
import { CommandError } from '../cli/error.ts';
import { plural } from '../document/document.ts';
import { createLibrary } from '../pack/library.ts';
import { loadPack } from '../pack/load.ts';
import { readPack } from '../pack/read.ts';
import { clean } from '../terminal/text.ts';
import { type Answer, jsonText, type Request } from './command.ts';
import { readInput, textOf } from './input.ts';
import { nearestLines } from './nearest-text.ts';
import { articlesFolder, packFolder, planned } from './pack-folder.ts';

/** Brings in all of a file that can come in, and says of the rest why it cannot. */
export function runImport({ args, options }: Request): Answer {
  if (options.schema) return { text: jsonText(draftJsonSchema()) };
  const [file] = args;
  if (file === undefined) throw new CommandError('import needs a file: rungs import FILE', 2);
  const dir = packFolder(options);
  const articles = articlesFolder(options, dir);
  const given = readGiven(file);
  if (given.length > 0 && given.every(isReference)) {
    return importReferences({ file, dir, articles, given }, options);
  }
  const isDry = options.dryRun === true;
  const { outcomes, files } = planned(dir, isDry, (texts) => {
    const library = createLibrary(loadPack(dir));
    const raw = readPack(dir);
    const { outcomes, added } = placeDrafts(given, library, articles, (records) =>
      problemsWith(raw, records),
    );
    const { change, result } = withNewRecords(dir, texts, added);
    return { change, result: { outcomes, files: isDry ? [] : result.files } };
  });
  const code = outcomes.some(isOpen) ? 1 : 0;
  if (options.json) return { text: jsonText(reportOf(outcomes, files)), code };
  return { text: reportText(outcomes, { file, dir, files, isDry, what: 'statement' }), code };
}

type Items = { file: string; dir: string; articles: string; given: readonly Given[] };

/** Takes up what a reference manager tells of the sources. */
function importReferences(
  { file, dir, articles, given }: Items,
  { dryRun: isDry = false, json }: Request['options'],
): Answer {
  const { outcomes, files } = planned(dir, isDry, (texts) => {
    const library = createLibrary(loadPack(dir, { mayLackScenarios: true }));
    const { outcomes, taken } = takeReferences(given, library, articles);
    const { change, files } = referenceChange(dir, taken, texts);
    return { change, result: { outcomes, files: isDry ? [] : files } };
  });
  const code = outcomes.some(isOpen) ? 1 : 0;
  if (json) return { text: jsonText(reportOf(outcomes, files)), code };
  return { text: reportText(outcomes, { file, dir, files, isDry, what: 'source' }), code };
}

const isOpen = ({ state }: DraftOutcome): boolean => state === 'refused' || state === 'ambiguous';

function readGiven(file: string): Given[] {
  const text = textOf(readInput(file), file);
  try {
    return readDrafts(text);
  } catch (error) {
    if (!(error instanceof UnreadableDrafts)) throw error;
    throw new CommandError(`${file}:${error.line}:${error.column}: ${error.message}`, 2);
  }
}

const STATES = ['added', 'refused', 'ambiguous', 'known'] as const;

function reportOf(outcomes: readonly DraftOutcome[], files: readonly string[]) {
  const of = (state: DraftOutcome['state']) =>
    outcomes.filter((one) => one.state === state).map(({ state: _, ...rest }) => rest);
  const lists = Object.fromEntries(STATES.map((state) => [state, of(state)]));
  return { ...lists, mended: outcomes.filter(({ mended }) => mended).map(({ id }) => id), files };
}

type Told = {
  file: string;
  dir: string;
  files: readonly string[];
  isDry: boolean;
  what: 'statement' | 'source';
};

function reportText(
  outcomes: readonly DraftOutcome[],
  { file, dir, files, isDry, what }: Told,
): string {
  const lines = outcomes.flatMap((outcome) => {
    if (outcome.state === 'added' && !outcome.mended) return [];
    const at = outcome.line === undefined ? file : `${file}:${outcome.line}`;
    return [`${at}: ${sentence(outcome)}`, ...details(outcome).map((line) => `  ${line}`)];
  });
  const counts = STATES.map((state) => {
    const count = outcomes.filter((one) => one.state === state).length;
    return `${count} ${state}`;
  });
  const mended = outcomes.filter((one) => one.mended).length;
  lines.push(`${plural(outcomes.length, what)}: ${counts.join(', ')} (${mended} mended)`);
  if (isDry) lines.push('Nothing was written.');
  else if (files.length > 0) {
    const review = what === 'statement' ? ' They are unreviewed until accepted.' : '';
    lines.push(`Written: ${files.join(', ')} in ${dir}.${review}`);
  }
  return clean(lines.join('\n'));
}

function sentence({ state, id, problem, mended }: DraftOutcome): string {
  if (state === 'known') return `known: it is ${id}`;
  if (state === 'added') return `mended, ${id}: ${mended?.join('; ')}`;
  return `${state}: ${problem}`;
}

function details({ nearest, places = [] }: DraftOutcome): string[] {
  return [
    ...(nearest ? nearestLines(nearest) : []),
    ...places.map(({ line, column, text }) => `line ${line}, column ${column}: …${text}…`),
  ];
}
