/** Writing a file whole or not at all: the one way in which rungs writes files. */
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

type WriteOptions = {
  /** Permissions; left out, those of the file that is written over, or the usual ones. */
  mode?: number;
  /**
   * What becomes of a link in the place of the file: `follow` writes what it leads to and keeps
   * it, `replace` puts a new file of one's own in the place of whatever is there, `refuse` throws.
   */
  links?: 'follow' | 'replace' | 'refuse';
  /** Throws where there is something already, a link to nothing included. */
  isNew?: boolean;
  /** Returns when the disk has it: for what cannot be made again. */
  isLasting?: boolean;
};

/** What is written; parts, one after the other, so that nobody need join what is large. */
type Content = string | Uint8Array | readonly Uint8Array[];

/** A text that is on the disk beside its file: what follows needs no space any more. */
export type Staged = {
  /** Puts it in the place of the file. */
  take(): void;
  /** Takes it away, the file being as it was. */
  drop(): void;
};

/**
 * Writes the whole file, or throws and leaves what was there. The text is written to a draft beside
 * the file, which then takes its place. Owner and permissions stay. Where a device, a pipe or a
 * socket is meant (`/dev/stdout`), it is written to as it is: it has no content to lose.
 *
 * @throws the system's error; EEXIST for `isNew`, ELOOP for a link that is refused or leads nowhere
 */
export function writeWhole(path: string, content: Content, options: WriteOptions = {}): void {
  stageWhole(path, content, options).take();
}

/** As `writeWhole`, but for the last step. @throws as `writeWhole`, nothing being left behind */
export function stageWhole(
  path: string,
  content: Content,
  { mode, links = 'follow', isNew = false, isLasting = false }: WriteOptions = {},
): Staged {
  const target = targetOf(path, links, isNew);
  const before = links === 'replace' ? undefined : statSync(target, { throwIfNoEntry: false });
  if (before?.isDirectory()) throw systemError('EISDIR', target);
  if (before && !before.isFile()) {
    return { take: () => writeTo(target, content), drop: () => undefined };
  }
  const { file, draft } = openDraft(dirname(target), mode);
  const drop = () => rmSync(draft, { force: true });
  const orDrop = (action: () => void) => {
    try {
      action();
    } catch (error) {
      drop();
      throw error;
    }
  };
  orDrop(() => {
    try {
      keepOwner(file, before);
      const kept = mode ?? (before && before.mode & 0o7777);
      if (kept !== undefined) fchmodSync(file, kept);
      writeTo(file, content);
      if (isLasting) fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
  const take = () => {
    orDrop(() => renameSync(draft, target));
    if (isLasting) syncFolder(dirname(target));
  };
  return { take, drop };
}

function writeTo(file: string | number, content: Content): void {
  const isInParts = typeof content !== 'string' && !(content instanceof Uint8Array);
  if (!isInParts) writeFileSync(file, content);
  else for (const part of content) writeFileSync(file, part, { flag: 'a' });
}

/** The path that is written, after what the caller wants of links. */
function targetOf(path: string, links: WriteOptions['links'], isNew: boolean): string {
  const own = lstatSync(path, { throwIfNoEntry: false });
  if (own && isNew) throw systemError('EEXIST', path);
  if (!own?.isSymbolicLink() || links === 'replace') return path;
  if (links === 'refuse') throw systemError('ELOOP', path);
  try {
    return realpathSync(path);
  } catch (error) {
    // Making what it leads to would put a file where nobody named one.
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? systemError('ELOOP', path) : error;
  }
}

const MEANINGS = {
  EEXIST: 'file already exists',
  EISDIR: 'illegal operation on a directory',
  ELOOP: 'is a link',
};

/** An error as the system makes them. */
function systemError(code: keyof typeof MEANINGS, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${MEANINGS[code]}, open '${path}'`), { code, path });
}

let drafts = 0;

/** A new file with a name that nothing has; nothing that stands there is ever opened. */
function openDraft(folder: string, mode = 0o666): { file: number; draft: string } {
  for (;;) {
    drafts += 1;
    const draft = join(folder, `.rungs-${process.pid}-${drafts}.draft`);
    try {
      return { file: openSync(draft, 'wx', mode), draft };
    } catch (error) {
      // Left by a process of the same number that was killed.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Who writes another's file may do so and not give it back: then it is the writer's from now on. */
function keepOwner(file: number, before: Stats | undefined): void {
  if (!before || (before.uid === process.getuid?.() && before.gid === process.getgid?.())) return;
  try {
    fchownSync(file, before.uid, before.gid);
  } catch {
    // Only root may.
  }
}

function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Some file systems cannot; the file itself is on the disk.
  }
}
