/** What the blocks of a page are called: names by which a selection is found again at any width. */
import { type Block, isRun, type Run } from '../view/look.ts';

/** Blocks or runs of them, each with the number of its first block. */
type Part = { content: Block | Run; first: number };

export type BlockKeys = {
  key(index: number): string;
  indexOf(key: string): number | undefined;
};

/** The keys of a page. A run that cannot say where a key stands is looked through from its start. */
export function keysOf(parts: readonly Part[]): BlockKeys {
  /** Keys that are known: those of single blocks, and those of runs that were asked for. */
  const keys: string[] = [];
  const indexes = new Map<string, number>();
  let isPrepared = false;

  const know = (index: number, wanted: string): string => {
    let key = wanted;
    for (let copy = 2; indexes.has(key); copy += 1) key = `${wanted}#${copy}`;
    keys[index] = key;
    indexes.set(key, index);
    return key;
  };
  const prepare = () => {
    if (isPrepared) return;
    isPrepared = true;
    const rows = new Map<string, number>();
    for (const { content, first } of parts) {
      if (isRun(content)) continue;
      const { section } = content;
      const row = section === undefined ? 0 : (rows.get(section) ?? 0);
      if (section !== undefined) rows.set(section, row + 1);
      know(first, section === undefined ? nameOf(content, first) : `${section}/${row}`);
    }
  };
  const inRun = (number: number, { content, first }: Part, index: number): string => {
    const block = (content as Run).block(index - first);
    return know(index, `${number}/${nameOf(block, index - first)}`);
  };
  /** The last of the blocks whose keys have most of the beginning of a key in common with it. */
  const nearest = (key: string): number | undefined => {
    let [best, most] = [undefined as number | undefined, 0];
    for (const [one, index] of indexes) {
      const common = commonStart(one, key);
      if (common < most || common === 0) continue;
      [best, most] = [index, common];
    }
    return best;
  };

  return {
    key(index) {
      prepare();
      const known = keys[index];
      if (known !== undefined) return known;
      const number = parts.findLastIndex(({ first }) => first <= index);
      const part = parts[number];
      return part && isRun(part.content) ? inRun(number, part, index) : '';
    },
    indexOf(key) {
      prepare();
      const known = indexes.get(key);
      if (known !== undefined) return known;
      for (const [number, part] of parts.entries()) {
        if (!isRun(part.content) || !key.startsWith(`${number}/`)) continue;
        for (let index = part.first; index < part.first + part.content.count; index += 1) {
          if (keys[index] === undefined && inRun(number, part, index) === key) return index;
        }
      }
      // A row of a section that has fewer rows now, or is part of another one at this width.
      return key.includes('/') ? nearest(key) : undefined;
    },
  };
}

const nameOf = ({ target, key }: Block & { key?: string }, index: number): string =>
  key ?? (target ? `${target.view}:${target.id}` : `#${index}`);

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
