/** Chosen scenarios as a briefing: an overview, a page each, how they hang together, the sources. */
import { voicesOn } from '../findings/voices.ts';
import type { Library } from '../pack/library.ts';
import type { Scenario } from '../pack/schema.ts';
import { dateLabel } from './dates.ts';
import {
  type Block,
  type Blocks,
  block,
  blockTo,
  heading,
  item,
  type Part,
  plural,
  prose,
  type Telling,
} from './document.ts';
import { SIDE_ORDER, sideTitle, sourceLabel } from './labels.ts';
import { relationSentence } from './relations.ts';
import { relationKey, scenarioPage } from './scenario.ts';

/** What a reader must know who was handed the briefing alone. */
export const HOW_TO_READ =
  'Whether somebody wants a thing (should it?) and whether they expect it (will it?) are two questions. Quotes are verbatim; translations and summaries are ours, and marked. Numbers count voices: who is quoted twice is one, and who retells somebody listed is none. "Nobody" speaks of these sources alone.';

/** @param scenarios in the order in which they are told */
export function briefing(scenarios: readonly Scenario[], telling: Telling): Blocks {
  const { library } = telling;
  const { pack } = library.data;
  const ids = new Set(scenarios.map(({ id }) => id));
  const of = `${plural(scenarios.length, 'scenario')} of ${library.data.scenarios.length}, as of ${dateLabel(pack.asOf)}`;
  return [
    block(
      'title',
      heading('title', pack.title),
      prose(pack.description),
      prose(`${of}. ${HOW_TO_READ}`),
      overview(scenarios, library),
    ),
    ...scenarios.flatMap((scenario) => scenarioPage(scenario, { ...telling, isCited: true })),
    ...relations(ids, library),
    ...sourceBlocks(sourcesOn(ids, library), library),
  ];
}

/** How many voices stand where on each scenario. */
function overview(scenarios: readonly Scenario[], library: Library): Part {
  const sides = SIDE_ORDER.filter((side) => side !== 'none');
  return {
    kind: 'table',
    head: ['Rung', 'Scenario', ...sides.map((side) => sideTitle(side, library))],
    rows: scenarios.map(({ id, rung, title }) => {
      const voices = voicesOn(id, library);
      return [[String(rung)], [title], ...sides.map((side) => [String(voices[side])])];
    }),
    numeric: [0, ...sides.map((_, index) => index + 2)],
  };
}

function relations(ids: ReadonlySet<string>, library: Library): Block[] {
  const found = library.data.relations.filter(({ from, to }) => ids.has(from) && ids.has(to));
  if (found.length === 0) return [];
  const blocks = found.map((relation) => {
    const parts = [item(relationSentence(relation, library))];
    return blockTo({ view: 'statement', id: relation.statement }, parts, relationKey(relation));
  });
  return [block('relations', heading('page', 'How they hang together')), ...blocks];
}

/** The sources of what bears on scenarios. */
function sourcesOn(ids: ReadonlySet<string>, library: Library): Set<string> {
  return new Set(
    [...ids].flatMap((id) => library.bearingOn(id).map(({ statement }) => statement.source)),
  );
}

/** The sources of what was told, with the hash by which their files are known. */
export function sourceBlocks(used: ReadonlySet<string>, library: Library): Block[] {
  const blocks = library.data.sources
    .filter(({ id }) => used.has(id))
    .map((source) => {
      const title = source.title ? `: ${source.title}` : ', without title';
      const text = `${sourceLabel(source)}${title}. SHA-256 ${source.sha256}`;
      return blockTo({ view: 'source', id: source.id }, [item(text)]);
    });
  return blocks.length > 0 ? [block('sources', heading('page', 'Sources')), ...blocks] : [];
}
