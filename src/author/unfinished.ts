/** The answers to questions that were not all answered: kept for the next time, outside the pack. */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../pack/sha256.ts';
import { userFolder } from '../system/folders.ts';
import { readState, setAside, writeState } from '../system/state-file.ts';
import type { Environment } from '../terminal/theme.ts';
import type { NamedAnswer } from './retrace.ts';

const schema = z.strictObject({
  version: z.literal(1),
  dir: z.string(),
  article: z.string(),
  answers: z.array(z.strictObject({ name: z.string(), answer: z.string() })),
});

export type Unfinished = {
  /** What was kept the last time. */
  answers: readonly NamedAnswer[];
  /** A file that could not be read, where it is now. */
  aside?: string;
  keep(answers: readonly NamedAnswer[]): void;
  drop(): void;
};

/** What is kept for a pack and an article, by the paths of both. */
export function openUnfinished(env: Environment, dir: string, article: string): Unfinished {
  const about = { version: 1 as const, dir: resolve(dir), article: resolve(article) };
  const name = sha256(JSON.stringify([about.dir, about.article])).slice(0, 24);
  const file = join(userFolder('state', env), 'unfinished', `${name}.json`);
  const drop = () => rmSync(file, { force: true });
  return {
    ...readKept(file),
    keep(answers) {
      if (answers.length === 0) drop();
      else writeState(file, { ...about, answers });
    },
    drop,
  };
}

function readKept(file: string): Pick<Unfinished, 'answers' | 'aside'> {
  try {
    const kept = readState(file);
    return { answers: kept === undefined ? [] : schema.parse(kept).answers };
  } catch {
    return { answers: [], aside: setAside(file) };
  }
}
