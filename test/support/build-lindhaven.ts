/** Makes the pack of test/support/lindhaven.ts as somebody would: question by question, and then some. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { changePack } from '../../src/author/change.ts';
import { placeDrafts } from '../../src/author/place-drafts.ts';
import type { Prompt } from '../../src/author/prompt.ts';
import { readDrafts } from '../../src/author/read-drafts.ts';
import { askStatement, problemsWith } from '../../src/author/statement.ts';
import type { NewRecord } from '../../src/author/walk.ts';
import { withNewRecords } from '../../src/author/write.ts';
import { createLibrary } from '../../src/pack/library.ts';
import { loadPack } from '../../src/pack/load.ts';
import { readPack } from '../../src/pack/read.ts';
import { type Answers, answersFor, BY_HAND, BY_HAND_THEN, DRAFTS, TOLD } from './lindhaven.ts';

/** Somebody who answers each question once, by how it begins, and leaves the others empty. */
function answering(answers: Answers, asked: string[]): Prompt {
  const left = new Map(Object.entries(answers));
  return {
    isTerminal: false,
    say: (text) => asked.push(text),
    ask: async ({ text: question }) => {
      asked.push(question);
      const key = [...left.keys()].find((beginning) => question.startsWith(beginning));
      const answer = left.get(key ?? '') ?? '';
      if (key !== undefined && key !== 'Add "') left.delete(key);
      return answer;
    },
    close() {},
  };
}

/** Writes the whole pack to a folder. @returns all that was said and asked on the way */
export async function buildLindhaven(dir: string): Promise<string[]> {
  const asked: string[] = [];
  cpSync('test/fixtures/lindhaven/articles', join(dir, 'articles'), { recursive: true });
  writeByHand(dir, BY_HAND);
  for (const told of TOLD) {
    const library = createLibrary(loadPack(dir));
    const raw = readPack(dir);
    const article = {
      name: told.article,
      bytes: readFileSync(join(dir, 'articles', told.article)),
    };
    const prompt = answering(answersFor(told), asked);
    try {
      write(dir, await askStatement(prompt, article, library, raw, 80));
    } catch (error) {
      throw new Error(
        `${told.id}: ${(error as Error).message}; asked: ${asked.slice(-6).join(' | ')}`,
      );
    }
  }
  writeByHand(dir, BY_HAND_THEN);
  const [library, raw] = [createLibrary(loadPack(dir)), readPack(dir)];
  const given = readDrafts(JSON.stringify(DRAFTS));
  const { added } = placeDrafts(given, library, join(dir, 'articles'), (records) =>
    problemsWith(raw, records),
  );
  write(dir, added);
  return asked;
}

const write = (dir: string, added: readonly NewRecord[]) =>
  changePack(dir, (files) => withNewRecords(dir, files, added));

function writeByHand(dir: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
}
