/** Keeps two processes from changing the same files at once. */
import {
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';

/** Somebody else has the lock, and did not give it back in time. */
export class Locked extends Error {
  override name = 'Locked';
  /** @param holder the number of the process that has it, where it is known */
  constructor(
    readonly path: string,
    readonly holder: number | undefined,
  ) {
    super(`another rungs${holder === undefined ? '' : ` (process ${holder})`} is writing there`);
  }
}

/** The locks of this process: one that bears its number and is not among them is a dead one's. */
const held = new Set<string>();

const RETRY_MS = 20;
const PATIENCE_MS = 5000;
/** Nobody who writes files takes as long; and none between making a lock and signing it. */
const STALE_MS = 10 * 60_000;
const UNSIGNED_STALE_MS = 5000;

/**
 * Takes a lock: a file that is made where there is none, signed with the process and its host. One
 * that a process left behind when it was killed is taken over.
 *
 * @param path of the lock file; it is there as long as the lock is held
 * @param patience how long to wait for another to give it back, in milliseconds
 * @returns what gives it back
 * @throws Locked; the system's error where no file can be made there
 */
export function takeLock(path: string, patience = PATIENCE_MS): () => void {
  const signature = JSON.stringify({ pid: process.pid, host: hostname() });
  const end = Date.now() + patience;
  while (!tryToMake(path, signature)) {
    const isFree = removeStale(path);
    if (!isFree && Date.now() >= end) throw new Locked(path, holderOf(readSigned(path))?.pid);
    if (!isFree) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
  }
  held.add(path);
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    held.delete(path);
    rmSync(path, { force: true });
  };
}

/** The process that left a lock behind when it was killed; undefined where none did. */
export function deadHolder(path: string): number | undefined {
  const text = readSigned(path);
  return text !== undefined && isStale(path, text) ? holderOf(text)?.pid : undefined;
}

function tryToMake(path: string, signature: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx', 0o644);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeFileSync(file, signature);
  } catch (error) {
    // On a full disk it would stay behind unsigned, and keep others waiting.
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  return true;
}

/** Takes a lock away that nobody holds any more; tells whether it did. */
function removeStale(path: string): boolean {
  const text = readSigned(path);
  if (text === undefined || !isStale(path, text)) return false;
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return false;
  }
  // Between the two looks another may have taken it over: then it is theirs, and given back.
  const isOther = readSigned(aside) !== text;
  if (isOther) renameSync(aside, path);
  else rmSync(aside, { force: true });
  return !isOther;
}

function isStale(path: string, text: string): boolean {
  const holder = holderOf(text);
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (holder === undefined) return age > UNSIGNED_STALE_MS;
  if (holder.host !== hostname()) return age > STALE_MS;
  return holder.pid === process.pid ? !held.has(path) : !isAlive(holder.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What stands in a lock file; undefined where it cannot be read, or is no longer there. */
function readSigned(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function holderOf(text: string | undefined): { pid: number; host: string } | undefined {
  try {
    const { pid, host } = JSON.parse(text ?? '');
    return Number.isInteger(pid) && pid > 0 ? { pid, host } : undefined;
  } catch {
    return undefined;
  }
}
