/** `rungs check`: is a pack valid, what does it hold, and what does it lack? */
import { openCopies } from '../article/copies.ts';
import { undoIfInterrupted } from '../author/change.ts';
import { plural, prose } from '../document/document.ts';
import { packChange, packStamp } from '../pack/changes.ts';
import { byPlace, checkPack } from '../pack/check.ts';
import { type Inventory, inventoryOf } from '../pack/inventory.ts';
import { createLibrary } from '../pack/library.ts';
import { packFolders } from '../pack/load.ts';
import { problemLines } from '../pack/problem.ts';
import { readPack } from '../pack/read.ts';
import { reviewPack, type TextOf } from '../pack/review.ts';
import { partRows } from '../render/terminal.ts';
import { writeAll } from '../system/output.ts';
import { clean } from '../terminal/text.ts';
import { type Answer, jsonText, lookOf, proseColumns, type Request } from './command.ts';
import { orTell } from './pack-folder.ts';

const BAD_PACK = 2;
const INTERRUPTED = 130;
const STDOUT = 1;
const STDERR = 2;

/** Validates a pack and says what it holds and what it lacks; with --watch, after each change. */
export function runCheck(request: Request): Answer | Promise<Answer> {
  return request.options.watch ? watchPack(request) : checkOnce(request);
}

const folderOf = ({ args, options }: Request): string => args[0] ?? options.data ?? '.';

/** Checks a pack whenever one of its files changes, until it is interrupted. */
async function watchPack(request: Request): Promise<Answer> {
  const dirs = packFolders(folderOf(request));
  const interrupt = new AbortController();
  const stop = () => interrupt.abort();
  process.once('SIGINT', stop);
  let before: string | undefined;
  try {
    do {
      // Watched before it is read: what changes meanwhile is not missed.
      const change = packChange(dirs, interrupt.signal);
      const state = packStamp(dirs);
      if (state !== before) {
        const isFirst = before === undefined;
        before = state;
        tell(request, isFirst);
      }
      if (!(await change)) return { text: '', code: INTERRUPTED };
    } while (!interrupt.signal.aborted);
    return { text: '', code: INTERRUPTED };
  } finally {
    interrupt.abort();
    process.off('SIGINT', stop);
  }
}

/** Says how a check went; a mistake made while it is watched ends nothing. */
function tell(request: Request, isFirst: boolean): void {
  try {
    const { text, note } = checkOnce(request);
    writeAll(STDOUT, `${isFirst ? '' : '\n'}${text}\n`);
    const watching = isFirst ? 'checked again after each change; Ctrl-C ends it' : undefined;
    for (const one of [note, watching]) if (one) writeAll(STDERR, `rungs: ${one}\n`);
  } catch (error) {
    if (isFirst || (error as Error).name !== 'CommandError') throw error;
    writeAll(STDERR, `rungs: ${clean((error as Error).message)}\n`);
  }
}

function checkOnce(request: Request): Answer {
  const { options } = request;
  const dir = folderOf(request);
  const undone = packFolders(dir).filter((one) => orTell(one, () => undoIfInterrupted(one)));
  const { data, problems, placed } = checkPack(...packFolders(dir).map((one) => readPack(one)));
  problems.push(...reviewPack(placed, data.pack.language, textsIn(options.sources)));
  problems.sort(byPlace);
  const errors = problems.filter(({ warning }) => !warning).length;
  const inventory = errors === 0 ? inventoryOf(createLibrary(data)) : undefined;
  const code = errors === 0 ? 0 : BAD_PACK;
  const note = undone.length > 0 && { note: 'a change that was interrupted is undone' };
  if (options.json) return { text: jsonText({ dir, problems, ...inventory }), code, ...note };
  const lines = problemLines(problems);
  if (inventory) {
    lines.push(...inventoryLines(inventory, request));
  }
  const warnings = problems.length - errors;
  lines.push(`${plural(errors, 'error')}, ${plural(warnings, 'warning')}`);
  return { text: lines.join('\n'), code, ...note };
}

/** The texts of the sources that are at hand. */
function textsIn(dir: string | undefined): TextOf {
  if (dir === undefined) return () => undefined;
  const copyOf = openCopies(dir);
  return (source) => {
    const copy = copyOf(source);
    return 'text' in copy ? copy.text.units : undefined;
  };
}

const COUNTED: Record<string, string> = { people: 'person' };

const GAPS: Record<keyof Inventory['gaps'], string> = {
  nobodyFavours: 'scenarios without a statement for them',
  nobodyOpposes: 'scenarios without a statement against them',
  nobodyExpects: 'scenarios without a statement that expects them or holds them possible',
  nobodyDoubts: 'scenarios without a statement that doubts them',
  peopleWithoutStatement: 'people without a statement',
  translationMissing: 'statements without a translation',
};

/** Ids named for each gap: of a large pack not all. */
const SHOWN = 40;

function inventoryLines({ counts, gaps }: Inventory, request: Request): string[] {
  const held = Object.entries(counts).map(([kind, count]) =>
    plural(count, COUNTED[kind] ?? kind.replace(/s$/, ''), kind),
  );
  const missing = Object.entries(gaps).flatMap(([gap, ids]) => {
    const label = `${GAPS[gap as keyof Inventory['gaps']]} (${ids.length}): `;
    const more = ids.length > SHOWN ? `, … (${ids.length - SHOWN} more; --json names all)` : '';
    return ids.length === 0 ? [] : [label + ids.slice(0, SHOWN).join(', ') + more];
  });
  const parts = [held.join(', '), ...missing].map((line) => prose(line));
  return partRows(parts, proseColumns(request), lookOf(request));
}
