/** Turns drafts into the statements of a pack, or says of each why it cannot be one. */
import { isDeepStrictEqual } from 'node:util';
import type { TextRange } from '../article/text.ts';
import type { Library } from '../pack/library.ts';
import { type Source, type Stance, stanceSchema, statementSchema } from '../pack/schema.ts';
import { clean } from '../terminal/text.ts';
import { draftSchema, type StatementDraft } from './draft.ts';
import {
  asList,
  type Desk,
  type DraftOutcome,
  type Fresh,
  issuesText,
  NotPlaceable,
  newOf,
  openDesk,
  refuse,
} from './draft-desk.ts';
import { articleOf, findPerson, findScenario, findSource } from './draft-names.ts';
import { findWords } from './draft-words.ts';
import { type Given, NO_REASON } from './read-drafts.ts';
import { anchorsOf, dateFrom, freeId, type NewRecord, type Written } from './walk.ts';

/**
 * Places drafts in their order; each as a whole or not at all.
 *
 * @param dir the folder with the articles
 * @param problemsWith what the pack would have wrong with new records in it
 * @returns what became of each, and the records to be added
 */
export function placeDrafts(
  all: readonly Given[],
  library: Library,
  dir: string,
  problemsWith: (added: readonly NewRecord[]) => string[],
): { outcomes: DraftOutcome[]; added: NewRecord[] } {
  const barred = new Map<number, string>();
  for (;;) {
    const placed = placeAll(all, openDesk(library, dir), barred);
    const problems = problemsWith(placed.added);
    const before = barred.size;
    for (const problem of problems) {
      const at = placed.outcomes.findIndex(({ state, id }) => {
        return state === 'added' && problem.includes(`"${id}"`);
      });
      if (at >= 0) barred.set(at, problem);
    }
    if (problems.length === 0) return placed;
    if (barred.size === before) throw new Error(problems[0]);
  }
}

/** @param barred what cannot come in although it stands in the article, and why */
function placeAll(
  all: readonly Given[],
  desk: Desk,
  barred: ReadonlyMap<number, string>,
): { outcomes: DraftOutcome[]; added: NewRecord[] } {
  const outcomes = all.map(({ line, ...given }, index): DraftOutcome => {
    const at = line === undefined ? {} : { line };
    try {
      const problem = barred.get(index);
      if (problem !== undefined) refuse(problem);
      const { id, mended } = placeDraft(given, desk);
      const rest = mended.length > 0 ? { mended } : {};
      return { state: 'added', ...at, id, ...rest, draft: given.draft };
    } catch (error) {
      if (!(error instanceof NotPlaceable)) throw error;
      return { ...at, ...error.outcome, draft: given.draft };
    }
  });
  return { outcomes, added: desk.added };
}

function placeDraft(raw: Omit<Given, 'line'>, desk: Desk): { id: string; mended: string[] } {
  const { given, cleaned } = withoutInvisible(raw);
  const draft = validDraft(given);
  const fresh: Fresh = { records: [], ids: new Set(desk.ids) };
  const source = findSource(draft, desk, fresh);
  const article = articleOf(source, desk);
  const { passage, quotes, mended } = findWords(draft, given, article);
  const speaker = findPerson('speaker', draft.speaker, draft, desk, fresh);
  const ofKind = (speakerKind: string | undefined) => ({
    ...(speakerKind !== undefined && { speakerKind }),
    ...(draft.speakerIsNew && { speakerIsNew: draft.speakerIsNew }),
  });
  const holder =
    draft.holder && findPerson('holder', draft.holder, ofKind(draft.holderKind), desk, fresh);
  const kinds = asList(draft.relayedByKind);
  const relayedBy = asList(draft.relayedBy).map((name, index) =>
    findPerson('relayedBy', name, ofKind(kinds[index] ?? kinds[0]), desk, fresh),
  );
  const stances = stancesOf(draft, desk);
  refuseKnown({ source, speaker, passage, quotes, stances }, desk);
  const form = draft.form ?? (quotes.length > 0 ? 'mixed' : 'indirect');
  const { context, translation, medium, to, dateNote } = draft;
  const [first] = stances;
  const record: Written = {
    id: statementId(draft, speaker, first?.scenario ?? source.id, fresh),
    source: source.id,
    speaker,
    ...(holder && holder !== speaker && { holder }),
    ...(relayedBy.length > 0 && { relayedBy }),
    ...(medium && { medium }),
    ...(to && { to }),
    date: draft.date ?? dateFrom(source),
    ...(dateNote && { dateNote }),
    form,
    ...anchorsOf(article, passage, quotes),
    summary: draft.summary,
    ...(translation && { translation }),
    ...(context && { context }),
    ...(stances.length > 0 && { stances }),
    unreviewed: true,
  };
  const { error } = statementSchema.safeParse(record);
  if (error) refuse(issuesText(error.issues));
  checkForm(form, quotes.length);
  fresh.records.push({ kind: 'statements', record });
  desk.added.push(...fresh.records);
  for (const { record: one } of fresh.records) desk.ids.add(one.id);
  return { id: record.id, mended: [...mended, ...cleaned] };
}

/** Words that are looked for in the article, and come out as they stand there. */
const OF_THE_ARTICLE = ['article', 'quote', 'passage'];

/** A draft without characters that nobody sees, or that turn the order of others; and which fields. */
function withoutInvisible(given: Omit<Given, 'line'>): {
  given: Omit<Given, 'line'>;
  cleaned: string[];
} {
  const cleaned: string[] = [];
  const visible = (value: unknown): unknown => {
    if (typeof value === 'string') return clean(value.replace(/\p{Bidi_Control}/gu, ''));
    if (Array.isArray(value)) return value.map(visible);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, visible(one)]));
  };
  const draft = Object.fromEntries(
    Object.entries(given.draft).map(([name, value]) => {
      const shown = OF_THE_ARTICLE.includes(name) ? value : visible(value);
      if (/\p{Cf}/u.test(JSON.stringify(value) ?? '') && !isDeepStrictEqual(shown, value)) {
        cleaned.push(`${name}: without characters that cannot be seen`);
      }
      return [name, shown];
    }),
  );
  return { given: { ...given, draft }, cleaned };
}

function validDraft({ draft: value, span }: Pick<Given, 'draft' | 'span'>): StatementDraft {
  const missing = ['article', 'speaker', 'summary'].filter((name) => !value[name]);
  if (missing.length > 0) {
    const is = missing.length === 1 ? 'is' : 'are';
    refuse(`${missing.join(', ')} ${is} missing; rungs import --schema tells the form`);
  }
  const { data, error } = draftSchema.safeParse(value);
  if (!data) return refuse(`${issuesText(error.issues)}; rungs import --schema tells the form`);
  if (data.quote === undefined && data.passage === undefined && !span) {
    refuse('quote or passage is missing: nothing says where it stands');
  }
  return data;
}

function checkForm(form: Written['form'], quotes: number): void {
  const isQuoting = form === 'direct' || form === 'mixed';
  if (isQuoting && quotes === 0) refuse(`form: a ${form} statement needs a quote`);
  if (!isQuoting && quotes > 0) refuse(`form: a statement with a quote is direct or mixed`);
}

function stancesOf(draft: StatementDraft, desk: Desk): Stance[] {
  const { scenario, axis, value, condition, cue, why } = draft;
  const given =
    draft.stances ??
    (scenario === undefined && axis === undefined && value === undefined
      ? []
      : [
          {
            scenario,
            axis: axis ?? (value === undefined || value === 'none' ? 'none' : undefined),
            value: value ?? 'none',
            ...(condition && { condition }),
            ...(cue && { cue }),
            why: why ?? NO_REASON,
          },
        ]);
  return given.map((one) => {
    const id = findScenario(one.scenario, desk);
    const { data, error } = stanceSchema.safeParse({ ...one, scenario: id });
    return data ?? refuse(`stance on ${id}: ${issuesText(error.issues)}`);
  });
}

type Found = {
  source: Source;
  speaker: string;
  passage: TextRange;
  quotes: TextRange[];
  stances: Stance[];
};

/** What is in the pack already is not added again. */
function refuseKnown({ source, speaker, passage, quotes, stances }: Found, desk: Desk): void {
  const isSame = (one: Written) =>
    one.source === source.id &&
    one.speaker === speaker &&
    (quotes.length > 0
      ? isSamePlaces(one.quotes ?? [], quotes)
      : (one.quotes ?? []).length === 0 && isSamePlaces([one.span], [passage]));
  const statements: Written[] = [...desk.library.data.statements, ...newOf('statements', desk)];
  const same = statements.find(isSame);
  if (!same) return;
  const lacks = stances.filter(
    ({ scenario, axis }) =>
      !same.stances?.some((one) => one.scenario === scenario && one.axis === axis),
  );
  if (lacks.length === 0) throw new NotPlaceable({ state: 'known', id: same.id });
  const { id } = same;
  const on = lacks.map(({ scenario, axis }) => `${scenario} (${axis})`).join(', ');
  throw new NotPlaceable({
    state: 'refused',
    id,
    problem: `it is the statement ${id}, which takes no stance on ${on}; add that there`,
  });
}

const isSamePlaces = (a: readonly TextRange[], b: readonly TextRange[]): boolean =>
  a.length === b.length &&
  a.every(({ start, end }, at) => start === b[at]?.start && end === b[at]?.end);

function statementId({ id }: StatementDraft, speaker: string, on: string, { ids }: Fresh): string {
  if (id === undefined) return freeId(`${speaker.split('-').at(-1)}-${on}`, ids);
  if (ids.has(id)) refuse(`id: “${id}” is taken; leave it out, or write another one`);
  return id;
}
