/** Golden files: the frames of a play as text that reads and diffs well. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createTwoFilesPatch, diffArrays } from 'diff';
import { writeWhole } from '../system/write.ts';
import { width } from '../terminal/text.ts';

const SEPARATOR = '─'.repeat(80);
/** Beyond this the search for the shortest diff takes longer than anybody waits. */
const MOST_EDITS = 1000;

/**
 * Frames as VHS writes them to a .txt or .ascii file: all rows of each, then a line of 80 `─`. Above
 * one with a name stands a line that tells it: `── ladder ───…`.
 */
export const goldenText = (
  frames: readonly { readonly name?: string; readonly text: readonly string[] }[],
): string =>
  frames
    .flatMap(({ name, text }) => [
      ...(name === undefined ? [] : [titled(name)]),
      ...text,
      SEPARATOR,
    ])
    .map((row) => `${row}\n`)
    .join('');

const titled = (name: string): string => {
  const line = `── ${name} `;
  return line + '─'.repeat(Math.max(1, SEPARATOR.length - width(line)));
};

type GoldenResult =
  | { readonly status: 'same' | 'written' }
  /** Not what the file says, or no such file. */
  | {
      readonly status: 'different' | 'missing';
      readonly diff: string;
      readonly changed: readonly ChangedFrame[];
    };

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
  const changed = changedFrames(golden ?? '', text);
  return { status: golden === undefined ? 'missing' : 'different', diff, changed };
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
  if (whole !== undefined) return withFrames(whole, text);
  const [before, after] = [framesIn(golden), framesIn(text)];
  const index = after.findIndex((frame, at) => frame !== before[at]);
  const name = `this play, ${frameLabel(index + 1, nameOf(after[index]))}, the first that differs`;
  return patch(before[index] ?? '', after[index] ?? '', file, name, {}) as string;
}

/** A diff that says behind each `@@ … @@` in which frame it is, as diffs of code name the function. */
function withFrames(diff: string, text: string): string {
  const rows = text.split('\n');
  return diff.replace(/^@@ -\S+ \+(\d+)\S* @@$(?=((?:\n .*)*))/gm, (head, start, same: string) => {
    const row = Number(start) + same.split('\n').length - 1;
    const frames = framesIn(
      rows
        .slice(0, row)
        .map((line) => `${line}\n`)
        .join(''),
    );
    const number = frames.length - (frames.at(-1) === '' ? 1 : 0);
    return `${head} ${frameLabel(number, nameOf(frames[number - 1]))}`;
  });
}

/** "frame 3", "frame 3, ladder": how a frame is spoken of. */
export const frameLabel = (number: number, name: string | undefined): string =>
  name === undefined ? `frame ${number}` : `frame ${number}, ${name}`;

const nameOf = (frame = ''): string | undefined =>
  /^── (.+) ─+$/m.exec(frame.split('\n', 1)[0] ?? '')?.[1];

/** A rule on a wide screen is no separator: that stands alone on its line. */
const framesIn = (text: string): string[] => text.split(/^─{80}\n/m);

/** A frame that is not what it was. `number` counts the frames of the play, or of the file, from 1. */
export type ChangedFrame = {
  readonly number: number;
  readonly name: string | undefined;
  /** Undefined for a frame that is new. */
  readonly before: string | undefined;
  /** Undefined for a frame that is gone. */
  readonly after: string | undefined;
};

type Numbered = { readonly number: number; readonly frame: string };

/** The frames that differ, in order; one that came or went between two does not shift the rest. */
export function changedFrames(golden: string, text: string): ChangedFrame[] {
  const [before, after] = [framesIn(golden).slice(0, -1), framesIn(text).slice(0, -1)];
  const changes = diffArrays(before, after, { maxEditLength: MOST_EDITS }) ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ];
  const changed: ChangedFrame[] = [];
  let [gone, come]: [Numbered[], Numbered[]] = [[], []];
  let [old, now] = [0, 0];
  for (const { removed, added, value } of [
    ...changes,
    { removed: false, added: false, value: [] },
  ]) {
    const numbered = (from: number) => value.map((frame, at) => ({ number: from + at + 1, frame }));
    if (removed) gone.push(...numbered(old));
    else if (added) come.push(...numbered(now));
    else {
      changed.push(...paired(gone, come));
      [gone, come] = [[], []];
    }
    if (!added) old += value.length;
    if (!removed) now += value.length;
  }
  return changed;
}

/** Frames of the same name belong together, and those without one in their order. */
function paired(gone: readonly Numbered[], come: readonly Numbered[]): ChangedFrame[] {
  const left = [...gone];
  const pairs = come.map(({ number, frame }) => {
    const name = nameOf(frame);
    const same = left.findIndex((one) => nameOf(one.frame) === name);
    const index = same === -1 ? left.findIndex((one) => nameOf(one.frame) === undefined) : same;
    const [before] = index === -1 ? [] : left.splice(index, 1);
    return { number, name, before: before?.frame, after: frame };
  });
  const alone = left.map(({ number, frame }) => ({ number, name: nameOf(frame), before: frame }));
  return [...pairs, ...alone.map((one) => ({ ...one, after: undefined }))];
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
