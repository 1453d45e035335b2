/**
 * What the program keeps for itself to be quicker the next time, and does not believe: a file that
 * says what it was made of and holds all of it twice, for its owner alone. Anything else is not
 * read. Comparing two halves is cheaper than a checksum: loading `zlib` or `crypto` for one takes a
 * look-up 4 ms.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { writeWhole } from './write.ts';

/**
 * The head of each half of such a file: its mark and the key. A multiple of 8 bytes long, so that V8
 * need not copy what follows it.
 */
const MARK = 'rungs-2\n';
const HEAD = 96;

/** Others may neither read nor write it. */
const OWN_MODE = 0o600;
const OWN_FOLDER_MODE = 0o700;

/**
 * What was kept, if it is whole, ours and made of the same; a damaged file is removed.
 *
 * @param key says what it was made of, in at most 88 characters of ASCII
 * @param onSize told how many bytes will be read
 */
export function readSealed(
  path: string,
  key: string,
  onSize: (bytes: number) => void = () => {},
): Buffer | undefined {
  const bytes = readOwn(path, onSize);
  if (bytes === undefined) return undefined;
  const half = bytes.length / 2;
  const isWhole =
    half >= HEAD &&
    bytes.toString('latin1', 0, MARK.length) === MARK &&
    bytes.subarray(0, half).equals(bytes.subarray(half));
  if (!isWhole) {
    forget(path);
    return undefined;
  }
  return bytes.toString('latin1', 0, HEAD) === head(key) ? bytes.subarray(HEAD, half) : undefined;
}

/** The bytes of a plain file that is ours alone; whose it is, is asked of what was opened. */
function readOwn(path: string, onSize: (bytes: number) => void): Buffer | undefined {
  try {
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
    const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      const status = fstatSync(file);
      const isOwn = status.uid === process.getuid?.() && (status.mode & 0o077) === 0;
      if (!status.isFile() || !isOwn) return undefined;
      onSize(status.size);
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/**
 * Keeps something, in a folder that is made for it. @throws the system's error where that cannot be
 */
export function writeSealed(path: string, key: string, parts: readonly Uint8Array[]): void {
  const half = [Buffer.from(head(key), 'latin1'), ...parts];
  mkdirSync(dirname(path), { recursive: true, mode: OWN_FOLDER_MODE });
  writeWhole(path, [...half, ...half], { mode: OWN_MODE, links: 'replace' });
}

const head = (key: string): string => (MARK + key).padEnd(HEAD).slice(0, HEAD);

/** Removes what is kept. */
export function forget(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It is not ours to remove; nor is it read.
  }
}

const DAY_MS = 24 * 60 * 60_000;
/** What nobody has made anew for so long is of a pack, a program or a Node that is gone. */
const FORGOTTEN_MS = 90 * DAY_MS;

/** Removes from a folder of kept files those that are no longer used. */
export function cleanUp(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const file = join(folder, name);
      const status = lstatSync(file);
      if (!status.isDirectory() && Date.now() - status.mtimeMs > FORGOTTEN_MS) forget(file);
    }
  } catch {
    // They take room, and do no harm.
  }
}
