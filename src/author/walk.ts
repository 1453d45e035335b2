/** What the questions about a new statement have in common. */
import anyAscii from 'any-ascii';
import type { Article } from '../article/article.ts';
import type { TextRange } from '../article/text.ts';
import { foldText } from '../pack/fold.ts';
import type { Library } from '../pack/library.ts';
import {
  type Person,
  type Scenario,
  type Source,
  type Statement,
  statementSchema,
} from '../pack/schema.ts';
import { sha256 } from '../pack/sha256.ts';
import { askText, type Prompt, type TextOptions } from './prompt.ts';
import type { QuestionName } from './questions.ts';

/** A new record and the kind of file it belongs in, as a person would write it: no defaults. */
export type NewRecord =
  | { kind: 'sources'; record: Source }
  | { kind: 'people'; record: Pick<Person, 'id' | 'name' | 'kind'> & Partial<Person> }
  | { kind: 'scenarios'; record: BareScenario }
  | { kind: 'statements'; record: Written };
type BareScenario = Pick<
  Scenario,
  'id' | 'rung' | 'title' | 'proposition' | 'actor' | 'status' | 'asOf'
>;
export type Written = Omit<Statement, 'relayedBy' | 'quotes' | 'stances'> &
  Partial<Pick<Statement, 'relayedBy' | 'quotes' | 'stances'>>;

export type Walk = {
  prompt: Prompt;
  library: Library;
  /** Ids that are taken, those of the new records among them. */
  ids: Set<string>;
  added: NewRecord[];
  columns: number;
};

/** The ids of all records of a pack. */
export function takenIds({ data }: Library): Set<string> {
  const { pack: _, ...lists } = data;
  return new Set(Object.values(lists).flatMap((records) => records.map(({ id }) => id)));
}

/** A field of the schema, as far as answers are held against it. */
export type Check = { safeParse(value: unknown): { error?: { issues: { message: string }[] } } };

/** Asks a field of the schema what an answer has wrong, as `askText` wants it. */
export const byField =
  (schema: Check): NonNullable<TextOptions['problem']> =>
  (answer) => {
    const [issue] = schema.safeParse(answer).error?.issues ?? [];
    return issue && `"${answer}": ${issue.message}`;
  };

/** Asks for an id that is not taken, and takes it. @param wanted what is offered, made free if need be */
export async function askId(
  { prompt, ids }: Walk,
  name: QuestionName,
  question: string,
  wanted: string,
): Promise<string> {
  const id = await askText(prompt, name, question, {
    fallback: freeId(wanted, ids),
    problem: (answer) =>
      ids.has(answer)
        ? `"${answer}" is taken; every id is unique over the whole pack.`
        : byField(statementSchema.shape.id)(answer),
  });
  ids.add(id);
  return id;
}

/**
 * A text as an id that nothing else has; other scripts in Latin letters.
 *
 * @param empty what it is where no letter can be in an id
 */
export function freeId(text: string, ids: ReadonlySet<string>, empty = 'new'): string {
  const latin = anyAscii(foldText(text.replaceAll('-', ' ')));
  // A character of these scripts is a syllable, with a capital; some letters of others are marks.
  const parted = SYLLABLES.test(text) ? latin.replace(/\B(?=[A-Z])/g, ' ') : latin;
  const words = parted
    .toLowerCase()
    .replace(/['`’]/g, '')
    .match(/[a-z0-9]+/g) ?? [empty];
  const id = words.join('-');
  let count = 1;
  while (ids.has(count === 1 ? id : `${id}-${count}`)) count += 1;
  return count === 1 ? id : `${id}-${count}`;
}

const SYLLABLES = /[\p{Script=Han}\p{Script=Hangul}]/u;

/** Where a statement stands in its article, and its quotes, as they are written. */
export function anchorsOf(
  article: Article,
  passage: TextRange,
  quotes: readonly TextRange[],
): Pick<Written, 'quotes' | 'span'> {
  const written = quotes.map(({ start, end }) => ({
    exact: article.slice({ start, end }),
    start,
    end,
  }));
  return {
    ...(written.length > 0 && { quotes: written }),
    span: { ...passage, sha256: sha256(article.slice(passage)) },
  };
}

/** The date of a statement whose source tells none: nothing is told before it was said. */
export const dateFrom = ({ issued }: Source): string =>
  issued && /^\d{4}(-\d\d){0,2}$/.test(issued) ? `[..${issued}]` : 'XXXX';
