/** Golden files: the frames of a play as text that reads and diffs well. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createTwoFilesPatch, diffArrays } from 'diff';
import { writeWhole } from '../system/write.ts';

const SEPARATOR = '─'.repeat(80);
/** Beyond this the search for the shortest diff takes longer than anybody waits. */
const MOST_EDITS = 1000;

/** Frames as VHS writes them to a .txt or .ascii file: all rows of each, then a line of 80 `─`. */
export const goldenText = (frames: readonly { readonly text: readonly string[] }[]): string =>
  frames.map(({ text }) => [...text, SEPARATOR].map((row) => `${row}\n`).join('')).join('');

export type GoldenResult =
  | { readonly status: 'same' | 'written' }
  /** Not what the file says, or no such file. */
  | { readonly status: 'different' | 'missing'; readonly diff: string };

/**
 * Holds text against a golden file.
 * @param update write the file, folders included, where it differs
 * @returns with a unified diff, from the file to the text, where they differ
 * @throws where the file cannot be read or written for another reason than that there is none
 */
export function compareGolden(text: string, file: string, update = false): GoldenResult {
  const golden = readIfThere(file);
  if (golden === text) return { status: 'same' };
  if (update) {
    mkdirSync(dirname(file), { recursive: true });
    writeWhole(file, text);
    return { status: 'written' };
  }
  const diff = unifiedDiff(golden ?? '', text, file);
  return { status: golden === undefined ? 'missing' : 'different', diff };
}

/** What a golden file holds; undefined where there is none. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The whole difference, or where it would be too great, that of the first frame that differs. */
function unifiedDiff(golden: string, text: string, file: string): string {
  const whole = patch(golden, text, file, 'this play', { maxEditLength: MOST_EDITS });
  if (whole !== undefined) return whole;
  const [before, after] = [framesIn(golden), framesIn(text)];
  const index = after.findIndex((frame, at) => frame !== before[at]);
  const name = `this play, frame ${index + 1}, the first that differs`;
  return patch(before[index] ?? '', after[index] ?? '', file, name, {}) as string;
}

/** A rule on a wide screen is no separator: that stands alone on its line. */
const framesIn = (text: string): string[] => text.split(/^─{80}\n/m);

/** A frame that is not what it was. `number` counts the frames of the play, or of the file, from 1. */
export type ChangedFrame = {
  readonly number: number;
  /** Undefined for a frame that is new. */
  readonly before: string | undefined;
  /** Undefined for a frame that is gone. */
  readonly after: string | undefined;
};

/** The frames that differ, in order; one that came or went between two does not shift the rest. */
export function changedFrames(golden: string, text: string): ChangedFrame[] {
  const [before, after] = [framesIn(golden).slice(0, -1), framesIn(text).slice(0, -1)];
  const changes = diffArrays(before, after, { maxEditLength: MOST_EDITS }) ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ];
  const changed: ChangedFrame[] = [];
  let [old, now, removed]: [number, number, string[]] = [0, 0, []];
  const gone = (frames: readonly string[], from: number) =>
    frames.forEach((frame, index) => {
      changed.push({ number: from + index + 1, before: frame, after: undefined });
    });
  for (const { removed: isGone, added, value } of changes) {
    if (isGone) {
      removed = value;
      old += value.length;
      continue;
    }
    const paired = added ? removed.slice(0, value.length) : [];
    if (added) {
      value.forEach((frame, index) => {
        changed.push({ number: now + index + 1, before: paired[index], after: frame });
      });
    }
    gone(removed.slice(paired.length), old - removed.length + paired.length);
    now += value.length;
    if (!added) old += value.length;
    removed = [];
  }
  gone(removed, old - removed.length);
  return changed;
}

const patch = (
  before: string,
  after: string,
  oldName: string,
  newName: string,
  limit: { maxEditLength?: number },
): string | undefined =>
  createTwoFilesPatch(oldName, newName, before, after, undefined, undefined, {
    context: 3,
    ...limit,
  });
