/** Changing the files of a pack: the whole pack is valid afterwards, or nothing was changed. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkPack } from '../pack/check.ts';
import { JOURNAL, listPackFiles, NO_SCENARIO, type PackFile, shownPath } from '../pack/files.ts';
import { PackError, type Problem } from '../pack/problem.ts';
import { readPack } from '../pack/read.ts';
import { deadHolder, takeLock } from '../system/lock.ts';
import { type Staged, stageWhole, writeWhole } from '../system/write.ts';

/** A file of a pack; its path is relative to the pack's folder. */
export type PackText = PackFile & { text: string };

/** The new text of files by their path in the pack; null where a file goes. */
export type PackChange = ReadonlyMap<string, string | null>;

/** A change that makes no sense for this pack. */
export class ChangeRefused extends Error {
  override name = 'ChangeRefused';
  /** @param details lines that say where and why */
  constructor(
    message: string,
    readonly details: readonly string[] = [],
  ) {
    super(message);
  }
}

/** A large pack takes some seconds to be read and checked; others wait for that. */
const PATIENCE_MS = 60_000;

/** What keeps two programs from changing a pack at once. */
const LOCK = join('data', '.lock');

/**
 * Changes a pack. It is read when nobody else can change it any more, and written when the changed
 * pack is found valid.
 *
 * @param plan says from the files what is to be changed, and what to answer
 * @throws PackError where the pack is wrong, or would be; Locked; the system's error
 */
export function changePack<Result>(
  dir: string,
  plan: (files: readonly PackText[]) => { change: PackChange; result: Result },
): Result {
  return whileLocked(dir, () => {
    const files = packTexts(dir);
    const { change, result } = plan(files);
    refuseInvalid(dir, files, change);
    writeChange(dir, change);
    return result;
  });
}

/**
 * Does something with a pack while nobody else changes it; a change that was interrupted before is
 * undone.
 *
 * @throws Locked; PackError where the folder is no pack; the system's error
 */
export function whileLocked<Result>(dir: string, action: () => Result): Result {
  refuseNoFolder(dir);
  const giveBack = takeLock(join(dir, LOCK), PATIENCE_MS);
  try {
    undoInterrupted(dir);
    return action();
  } finally {
    giveBack();
  }
}

/** What a rungs that was killed left of its change, and what the next change does about it. */
export function leftBehind(dir: string): string | undefined {
  const holder = deadHolder(join(dir, LOCK));
  if (holder === undefined) return undefined;
  const undone = existsSync(join(dir, JOURNAL)) ? ', and its change undone' : '';
  return `the lock of process ${holder}, which is gone, is taken over${undone}`;
}

/**
 * Undoes a change that was interrupted between two files. Whether there was one.
 *
 * @throws Locked where the change is still going on
 */
export function undoIfInterrupted(dir: string): boolean {
  const isThere = existsSync(join(dir, JOURNAL));
  if (isThere) whileLocked(dir, () => undefined);
  return isThere;
}

function refuseNoFolder(dir: string): void {
  if (statSync(join(dir, 'data'), { throwIfNoEntry: false })?.isDirectory()) return;
  const { problems } = checkPack(readPack(dir));
  throw new PackError(problems);
}

function undoInterrupted(dir: string): void {
  const journal = join(dir, JOURNAL);
  if (!existsSync(journal)) return;
  const before = JSON.parse(readFileSync(journal, 'utf8')) as Record<string, string | null>;
  for (const [path, text] of Object.entries(before)) stage(dir, path, text).take();
  rmSync(journal);
}

/** The files of a pack. @throws PackError where they cannot be read */
export function packTexts(dir: string): PackText[] {
  const problems: Problem[] = [];
  const files = listPackFiles(dir, problems);
  const wrong = problems.filter(({ warning, message }) => !warning && !isBegun(files, message));
  if (wrong.length > 0) throw new PackError(problems);
  return files.map((file) => ({ ...file, text: readFileSync(join(dir, file.path), 'utf8') }));
}

/** Whether a problem is only that a pack which was just begun has no scenario yet. */
const isBegun = (files: readonly PackFile[], problem: string): boolean =>
  problem.startsWith(NO_SCENARIO) && files.every(({ kind }) => kind !== 'scenarios');

/** Checks the changed pack beside the one that is there, and tells its problems at their files. */
function refuseInvalid(dir: string, files: readonly PackText[], change: PackChange): void {
  const trial = mkdtempSync(join(tmpdir(), 'rungs-trial-'));
  try {
    const texts = new Map<string, string | null>(files.map(({ path, text }) => [path, text]));
    for (const [path, text] of change) texts.set(path, text);
    for (const [path, text] of texts) {
      if (text === null) continue;
      mkdirSync(dirname(join(trial, path)), { recursive: true });
      writeFileSync(join(trial, path), text);
    }
    const { problems } = checkPack(readPack(trial));
    if (!problems.some(({ warning, message }) => !warning && !isBegun(files, message))) return;
    const shown = new Map([...texts.keys()].map((path) => [shownPath(trial, path), path]));
    throw new PackError(
      problems.map((problem) => ({
        ...problem,
        file: shownPath(dir, shown.get(problem.file) ?? ''),
        message: problem.message.replaceAll(trial, dir),
      })),
    );
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
}

/**
 * Writes files of a pack, each whole; several behind a journal, so that all or none of them change.
 * All texts are on the disk before the first file changes: a full one is found out before that.
 *
 * @throws the system's error, all files being as they were
 */
export function writeChange(dir: string, change: PackChange): void {
  const before = Object.fromEntries([...change.keys()].map((path) => [path, textOf(dir, path)]));
  const journal = join(dir, JOURNAL);
  const staged: Staged[] = [];
  try {
    for (const [path, text] of change) staged.push(stage(dir, path, text));
    if (change.size > 1) writeWhole(journal, JSON.stringify(before), { isLasting: true });
  } catch (error) {
    for (const { drop } of staged) drop();
    throw error;
  }
  try {
    for (const { take } of staged) take();
  } catch (error) {
    for (const { drop } of staged) drop();
    try {
      undoInterrupted(dir);
    } catch {
      // What cannot be put back now is put back by the next change.
    }
    throw error;
  }
  rmSync(journal, { force: true });
}

function textOf(dir: string, path: string): string | null {
  return existsSync(join(dir, path)) ? readFileSync(join(dir, path), 'utf8') : null;
}

function stage(dir: string, path: string, text: string | null): Staged {
  const file = join(dir, path);
  if (text === null) return { take: () => rmSync(file, { force: true }), drop: () => undefined };
  mkdirSync(dirname(file), { recursive: true });
  return stageWhole(file, text, { isLasting: true });
}
