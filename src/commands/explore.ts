/** `rungs` alone: the explorer, with what was kept from the last session. */
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CommandError } from '../cli/error.ts';
import type { Options } from '../cli/options.ts';
import { KINDS_OF_RECORD, recordJson } from '../document/kinds.ts';
import { formatAddress, parseAddress } from '../explorer/address.ts';
import { KEYMAP, type KeyTable } from '../explorer/keymap.ts';
import { fromSaved, joinSaved, OfLater, returnNotice, toSaved } from '../explorer/saved.ts';
import type { Effect, Place, State, World } from '../explorer/state.ts';
import { withKeys } from '../explorer/user-keys.ts';
import { packStamp } from '../pack/changes.ts';
import { packFolders } from '../pack/files.ts';
import { createLibrary, type Library } from '../pack/library.ts';
import type { Named } from '../pack/naming.ts';
import { oldForms } from '../pack/old-form.ts';
import { sha256 } from '../pack/sha256.ts';
import { openExplorer, type PackParts, type Terminal } from '../screen/open.ts';
import { createSearch } from '../search/engine.ts';
import { userFolder } from '../system/folders.ts';
import { readState, setAside, writeState } from '../system/state-file.ts';
import { writeWhole } from '../system/write.ts';
import { clipboardIn } from '../terminal/clipboard.ts';
import { clean } from '../terminal/text.ts';
import { themeFor } from '../terminal/theme.ts';
import { type Answer, jsonText, notFound, type Request, shownLanguage } from './command.ts';
import { copiesIn } from './copies.ts';
import { editorIn, editRecord } from './edit.ts';
import { runOverview } from './overview.ts';
import { startRecording } from './record.ts';
import { keepUpToDate } from './up-to-date.ts';

type Settling = Extract<Effect, { kind: 'settle' }>;

/**
 * Opens the explorer; where there is no terminal for it, answers with an overview. With --print the
 * answer is what somebody left with.
 */
export async function runExplore(request: Request): Promise<Answer> {
  const { options } = request;
  const { at, data: dir, askedLang, fresh, record, print, screenReader, sources } = options;
  if (record !== undefined && print !== undefined) {
    throw new CommandError('--record and --print do not go together: a tape prints nothing', 2);
  }
  const dirs = dir === undefined ? [] : packFolders(dir);
  // Before it is read, which may take long: what changes meanwhile is not missed.
  const seen = packStamp(dirs);
  const pack = await request.pack();
  const { data } = pack;
  const library = createLibrary(data);
  const place = at === undefined ? undefined : placeAt(at, library);
  const terminal = terminalFor(print);
  if (!terminal) {
    if (print !== undefined) throw new CommandError('only in a terminal can a record be chosen', 2);
    if (place === undefined) return runOverview(request);
    throw new CommandError(`only a terminal can open ${formatAddress(place)} in the explorer`, 2);
  }
  // Of several packs laid together no one can be changed.
  const own = dirs.length === 1 ? dir : undefined;
  const recording = record === undefined ? undefined : startRecording(record, request);
  const world: World = {
    library,
    search: createSearch(pack),
    // A tape is played with the usual keys.
    keymap: recording ? KEYMAP : userKeymap(request),
    copyTemplate: recording ? undefined : request.config?.copy,
    theme: themeFor(process.env, true, options.color),
    now: () => new Date(),
    clipboard: clipboardIn(process.env, recording ? ['osc52'] : request.config?.clipboard),
    canWrite: true,
    canSettle: own !== undefined,
    editing: whyNoEditor(dirs, recording !== undefined) ?? true,
    isChoosing: print !== undefined,
    ...(await copiesIn(sources)),
  };
  const onSettle =
    own === undefined
      ? undefined
      : async (effect: Settling) => (await import('./settle.ts')).settle(own, effect);
  const file = join(userFolder('state', process.env), `${packKey(data.pack.id, dir)}.json`);
  const before = stateIn(file);
  // A tape plays back what begins with nothing kept.
  const kept = fresh || recording ? undefined : keptState(file, library, world.keymap, place);
  let chosen: Named | undefined;
  let last = { library };
  const explorer = openExplorer(world, terminal, {
    place,
    language: askedLang === undefined ? undefined : shownLanguage(askedLang, library),
    kept: kept?.notice?.tone === 'warn' ? kept : { ...kept, ...(recording ? {} : formNotice(dir)) },
    watcher: recording,
    onSettle,
    onEdit,
    screenReader,
    onLost: keepLost,
    onEnd(state, record) {
      chosen = record;
      keepState(file, before, state);
    },
  });
  const upToDate = recording || dir === undefined ? undefined : keepUpToDate(dir, seen, renew);
  try {
    const code = await explorer.exited;
    if (print !== undefined) return printed(print, chosen, code, request, last.library);
    return { text: '', code, ...(recording && { note: `the session is in ${record}` }) };
  } finally {
    upToDate?.end();
    recording?.save();
  }

  function renew(read: PackParts | { problem: string }): void {
    if ('library' in read) last = read;
    explorer.renew(read);
  }
  async function onEdit(edited: Named) {
    const editor = editorIn(process.env) as string;
    const screen = terminal?.output === process.stdout ? 1 : 2;
    const notice = await editRecord(dirs, edited, editor, [0, screen, screen]);
    upToDate?.look();
    return notice;
  }
}

/** The terminal to draw on: where standard output is read by another program, standard error. */
function terminalFor(print: Options['print']): Terminal | undefined {
  const { stdin, stdout, stderr, env } = process;
  const isPiped = print !== undefined && stdout.isTTY !== true;
  const output = isPiped ? stderr : stdout;
  const isTerminal = stdin.isTTY === true && output.isTTY === true && env.TERM !== 'dumb';
  return isTerminal ? { input: stdin, output } : undefined;
}

/** Why records cannot be opened in an editor; undefined where they can. */
function whyNoEditor(dirs: readonly string[], isRecorded: boolean): string | undefined {
  if (isRecorded) return 'No editor is opened while a tape is recorded.';
  if (dirs.length === 0)
    return 'Only the files of a pack of your own can be edited (--data DIR); this one is shipped.';
  return editorIn(process.env) ? undefined : 'No editor is named: set VISUAL or EDITOR.';
}

/** What is printed of the record that somebody left with. */
function printed(
  form: NonNullable<Options['print']>,
  chosen: Named | undefined,
  code: number,
  { options }: Request,
  library: Library,
): Answer {
  if (!chosen) return { text: '', code, ...(code === 1 && { note: 'no record was selected' }) };
  const { kind, id } = chosen;
  const texts = {
    id: () => id,
    quote: () => KINDS_OF_RECORD[kind].text(id, library, shownLanguage(options.lang, library)),
    json: () => jsonText(recordJson(chosen, library)),
  };
  return { text: texts[form](), code };
}

/** Keeps a text that no clipboard took, for its owner; where, unless that cannot be. */
function keepLost(text: string): string | undefined {
  const file = join(userFolder('state', process.env), 'not-copied.txt');
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeWhole(file, `${text}\n`, { mode: 0o600 });
    return clean(file);
  } catch {
    return undefined;
  }
}

function userKeymap({ config }: Request): KeyTable {
  if (!config?.keys) return KEYMAP;
  const keymap = withKeys(KEYMAP, config.keys);
  // Keys that cannot be are told when the file is read.
  return 'problems' in keymap ? KEYMAP : keymap;
}

/** Packs with the same id in different folders keep their states apart. */
function packKey(id: string, dir: string | undefined): string {
  if (dir === undefined) return id;
  return `${id}-${sha256(resolve(dir)).slice(0, 12)}`;
}

/** What is kept now; undefined where nothing is that can be read. */
function stateIn(file: string): unknown {
  try {
    return readState(file);
  } catch {
    return undefined;
  }
}

/** Keeps a state, unless a later version of rungs, which knows more, keeps its own there. */
function keepState(file: string, before: unknown, state: State): void {
  const there = stateIn(file);
  const { version } = (there ?? {}) as { version?: unknown };
  if (typeof version === 'number' && version > 1) return;
  writeState(file, joinSaved(before, there, toSaved(state)));
}

/**
 * What the last session with this pack left, and where that leads back to unless another place was
 * asked for; what cannot be read is put aside, and that is said.
 */
function keptState(
  file: string,
  library: Library,
  keymap: KeyTable,
  place: Place | undefined,
): Partial<State> | undefined {
  try {
    const saved = readState(file);
    if (saved === undefined) return undefined;
    const kept = fromSaved(saved, library);
    const notice = place ? undefined : returnNotice(kept, library, keymap);
    return notice ? { ...kept, notice } : kept;
  } catch (error) {
    if (error instanceof OfLater) {
      const title = 'A later version of rungs keeps its state for this pack; this one keeps none.';
      return { notice: { title, text: `It stays in ${clean(file)}.`, tone: 'warn' } };
    }
    const title = 'The state kept from the last session was damaged; this one begins afresh.';
    return { notice: { title, text: `It is in ${clean(setAside(file))}.`, tone: 'warn' } };
  }
}

/** What is to be said of a pack of an older form. */
function formNotice(dir: string | undefined): Partial<State> {
  const [told] = oldForms(dir);
  if (told === undefined) return {};
  return { notice: { title: 'This pack has an older form.', text: told, tone: 'warn' } };
}

/** The place of an address. @throws CommandError where it leads nowhere */
export function placeAt(address: string, library: Library): Place {
  const place = parseAddress(address, library);
  if ('problem' in place) throw notFound(place);
  return place;
}
