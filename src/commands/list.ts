/** `rungs list`: records of a kind, one a line. */
import { CommandError } from '../cli/error.ts';
import type { Telling } from '../document/document.ts';
import { KINDS_OF_RECORD, recordItem, recordJson } from '../document/kinds.ts';
import { ladderHead, rungBlock } from '../document/ladder.ts';
import { ladderRungs } from '../findings/ladder.ts';
import { NAMED_KINDS, type NamedKind } from '../pack/naming.ts';
import { nearestHint } from '../pack/nearest.ts';
import { markdownParts } from '../render/markdown.ts';
import { cell, shortLine, styled } from '../render/styled.ts';
import { partRows, rowsOf } from '../render/terminal.ts';
import {
  type Answer,
  jsonText,
  libraryOf,
  lookOf,
  type Request,
  shownLanguage,
  tellingOf,
} from './command.ts';

/** Lists all records of the kinds asked for, one a line. */
export async function runList(request: Request): Promise<Answer> {
  const { args, options } = request;
  const asked = args.length > 0 ? args.map(kindOf) : ['scenario' as const];
  const library = await libraryOf(request);
  const lists = asked.map((kind) => ({
    kind,
    ids: KINDS_OF_RECORD[kind].ids(library).slice(0, options.limit),
  }));
  const named = lists.flatMap(({ kind, ids }) => ids.map((id) => ({ kind, id })));
  if (options.json) return { text: jsonText(named.map((one) => recordJson(one, library))) };
  if (options.format === 'markdown') {
    const items = named.map((one) =>
      recordItem(one, library, shownLanguage(options.lang, library)),
    );
    return { text: markdownParts(items) };
  }
  const telling = tellingOf(request, library);
  const lines = lists.flatMap(({ kind, ids }) => listLines(kind, ids, telling, request));
  return { text: lines.join('\n') };
}

function kindOf(text: string): NamedKind {
  const wanted = text.toLowerCase();
  const found = NAMED_KINDS.find(
    (kind) => kind === wanted || KINDS_OF_RECORD[kind].plural === wanted,
  );
  if (found) return found;
  const plurals = NAMED_KINDS.map((kind) => KINDS_OF_RECORD[kind].plural);
  throw new CommandError(`cannot list "${text}"; ${nearestHint(wanted, plurals)}`, 2);
}

/** Columns between two fields. */
const GAP = 2;
/** Fewer cells leave no room for a title and the counts of a rung. */
const LADDER_LEAST = 42;

/** The id of each record, and what is said of it. */
function listLines(
  kind: NamedKind,
  ids: readonly string[],
  telling: Telling,
  request: Request,
): string[] {
  const { columns, isFitted } = request;
  const { library } = telling;
  const look = lookOf(request);
  const idCells = Math.max(...ids.map((id) => id.length), 0) + GAP;
  const room = columns - idCells;
  const idCell = (id: string) => look.theme.dim(cell(id, idCells, look));
  if (kind === 'scenario' && isFitted && room >= LADDER_LEAST) {
    const head = partRows([ladderHead(library)], room, look).map(
      (text) => ' '.repeat(idCells) + text,
    );
    const listed = ladderRungs(library.data.scenarios).filter(({ scenario: { id } }) =>
      ids.includes(id),
    );
    const rungs = listed.flatMap((one) =>
      rowsOf(rungBlock(one, false, library), room, look).map(
        (text) => idCell(one.scenario.id) + text,
      ),
    );
    return [...head, ...rungs];
  }
  return ids.map((id) => {
    const text = KINDS_OF_RECORD[kind].line(id, telling).replaceAll('\n', ' ');
    return idCell(id) + (isFitted ? shortLine(styled(text, look.theme), room, look) : text);
  });
}
