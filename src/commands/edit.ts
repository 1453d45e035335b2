/** A record in the reader's own editor, at its line in the files of the pack. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { KINDS_OF_RECORD } from '../document/kinds.ts';
import type { Notice } from '../explorer/state.ts';
import { listPackFiles, shownPath } from '../pack/files.ts';
import type { Named } from '../pack/naming.ts';
import { clean } from '../terminal/text.ts';
import type { Environment } from '../terminal/theme.ts';

/** A line of a file. */
type WrittenAt = { file: string; line: number };

/** The command of the reader's editor, as other programs find it. */
export const editorIn = ({ VISUAL, EDITOR }: Environment): string | undefined =>
  VISUAL?.trim() || EDITOR?.trim() || undefined;

/**
 * Opens a record in an editor and waits until that ends.
 *
 * @param editor a command in the language of the shell, as git takes it
 * @param stdio of the editor
 * @returns what went wrong
 */
export async function editRecord(
  dirs: readonly string[],
  record: Named,
  editor: string,
  stdio: [input: number, output: number, errors: number],
): Promise<Notice | undefined> {
  const place = placeOf(dirs, record);
  if (!place) {
    const title = 'Not opened: the files of the pack do not hold it any more.';
    return { title, text: record.id, tone: 'warn' };
  }
  // The path is handed over as an argument: only the reader's own command is read by the shell. That
  // waits for the editor, to which Ctrl-C belongs, and is not to die of it.
  const shell = [
    '-c',
    `trap : INT QUIT; ${editor} "$@"`,
    editor,
    ...editorArguments(editor, place),
  ];
  const child = spawn('/bin/sh', shell, { stdio });
  const failure = await new Promise<string | undefined>((resolve) => {
    child.on('error', ({ message }) => resolve(message));
    child.on('exit', (code, signal) => {
      if (code === 0) resolve(undefined);
      else if (code === 127) resolve('it is not installed');
      else resolve(signal ?? `exit code ${code}`);
    });
  });
  if (failure === undefined) return undefined;
  const title = clean(`${nameOf(editor)} failed: ${failure}.`);
  return { title, text: clean(`${place.file}:${place.line}`), tone: 'warn' };
}

/** Where a record is written. Files that are broken elsewhere hold it all the same. */
function placeOf(dirs: readonly string[], { kind, id }: Named): WrittenAt | undefined {
  // The value of the key in a list or a file of its own, in quotation marks or between braces.
  const written = new RegExp(`^[\\s{-]*["']?id["']?:\\s*["']?${id}["']?\\s*(?:[,}#].*)?$`);
  const { plural } = KINDS_OF_RECORD[kind];
  for (const dir of dirs) {
    for (const { path } of listPackFiles(dir, []).filter((file) => file.kind === plural)) {
      const lines = readFileSync(join(dir, path), 'utf8').split(/\r?\n/);
      const index = lines.findIndex((line) => written.test(line));
      if (index >= 0) return { file: shownPath(dir, path), line: index + 1 };
    }
  }
  return undefined;
}

const PLUS = ({ file, line }: WrittenAt) => [`+${line}`, file];
const COLON = ({ file, line }: WrittenAt) => [`${file}:${line}`];
/** It goes on at once unless it is told to wait. */
const WAITING = (place: WrittenAt) => ['--wait', ...COLON(place)];
const GOING = (place: WrittenAt) => ['--wait', '--goto', ...COLON(place)];

/** How editors are told the line, by the names of their programs. */
const BY_EDITOR: Readonly<Record<string, (place: WrittenAt) => string[]>> = {
  ...over(['vi', 'vim', 'nvim', 'view', 'nano', 'pico', 'emacs', 'emacsclient', 'mg'], PLUS),
  ...over(['kak', 'micro', 'joe', 'jed', 'ne', 'mcedit', 'vis'], PLUS),
  ...over(['hx', 'helix'], COLON),
  ...over(['subl', 'zed'], WAITING),
  ...over(['code', 'code-insiders', 'codium', 'vscodium', 'cursor', 'windsurf'], GOING),
};

function over<T>(names: readonly string[], value: T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

/** "/usr/bin/nvim -u NONE" → "nvim". */
function nameOf(editor: string): string {
  const [, quoted, plain] = /^(?:["'](.+?)["']|(\S+))/.exec(editor) ?? [];
  return basename(quoted ?? plain ?? editor);
}

/** What an editor is given to open a file at a line; of one that is not known, the file alone. */
export function editorArguments(editor: string, place: WrittenAt): string[] {
  const name = nameOf(editor);
  return Object.hasOwn(BY_EDITOR, name) ? (BY_EDITOR[name]?.(place) ?? []) : [place.file];
}
