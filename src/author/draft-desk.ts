/** What the placing of drafts has in common: what became of one, and what the ones before brought. */
import type { Article } from '../article/article.ts';
import type { TextPlace } from '../article/text.ts';
import type { Library } from '../pack/library.ts';
import type { NearestText } from './place-quote.ts';
import { type NewRecord, takenIds } from './walk.ts';

/** What became of a draft. */
export type DraftOutcome = {
  state: 'added' | 'refused' | 'ambiguous' | 'known';
  /** Where it stands in the file that it came from, counted from 1. */
  line?: number;
  /** The statement that it became, or is already. */
  id?: string;
  /** What of it was made the article's own. */
  mended?: string[];
  problem?: string;
  /** For words that are not in the article: what comes nearest. */
  nearest?: NearestText;
  /** For words that stand there several times. */
  places?: (TextPlace & { text: string })[];
  draft: unknown;
};

/** A draft cannot come in; the rest of the outcome. */
export class NotPlaceable extends Error {
  constructor(
    readonly outcome: Pick<DraftOutcome, 'state' | 'problem' | 'nearest' | 'places' | 'id'>,
  ) {
    super(outcome.problem);
  }
}

export const refuse = (problem: string, nearest?: NearestText): never => {
  throw new NotPlaceable({ state: 'refused', problem, ...(nearest && { nearest }) });
};

/** What drafts are placed with, one after the other. */
export type Desk = {
  library: Library;
  dir: string;
  ids: Set<string>;
  added: NewRecord[];
  /** The copies of the articles, each read once; a sentence where one cannot be. */
  articles: Map<string, Article | string>;
};

export const openDesk = (library: Library, dir: string): Desk => ({
  library,
  dir,
  ids: takenIds(library),
  added: [],
  articles: new Map(),
});

/** What one draft brings: taken over only when all of it is right. */
export type Fresh = { records: NewRecord[]; ids: Set<string> };

/** The new records of a kind. */
export function newOf<K extends NewRecord['kind']>(
  kind: K,
  { added }: Pick<Desk, 'added'>,
): Extract<NewRecord, { kind: K }>['record'][] {
  return added.flatMap((one) => (one.kind === kind ? [one.record] : [])) as never;
}

/** One or several, as a list. */
export const asList = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : [value].flat();

type Issue = { path: readonly PropertyKey[]; message: string; code?: string; keys?: string[] };

/** What a schema finds wrong, in one line. */
export function issuesText(issues: readonly Issue[]): string {
  return issues
    .map(({ path, message, keys }) =>
      keys ? `unknown field ${keys.join(', ')}` : `${path.join('.') || 'it'}: ${message}`,
    )
    .join('; ');
}
