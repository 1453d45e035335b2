/** Chosen scenarios as a briefing in Markdown: an overview, a page each, the sources. */
import type { Library } from '../pack/library.ts';
import type { Scenario } from '../pack/schema.ts';
import { escapeMarkdown } from '../view/cite.ts';
import { dateLabel } from '../view/dates.ts';
import { SIDE_ORDER, SIDES, sourceLabel } from '../view/labels.ts';
import { type Language, plural } from '../view/look.ts';
import { relationSentence } from '../view/relations.ts';
import { markdownPage } from './markdown.ts';

/** What a reader must know who was handed the briefing alone. */
const HOW_TO_READ =
  'Whether somebody wants a thing (should it?) and whether they expect it (will it?) are two questions. Quotes are verbatim; translations and summaries are ours, and marked. "Nobody" and "no statement" speak of these sources alone.';

/** @param scenarios in the order in which they are told */
export function briefing(
  scenarios: readonly Scenario[],
  library: Library,
  language: Language,
): string {
  const { pack } = library.data;
  const ids = new Set(scenarios.map(({ id }) => id));
  return [
    `# ${escapeMarkdown(pack.title)}`,
    escapeMarkdown(pack.description),
    `${plural(scenarios.length, 'scenario')} of ${library.data.scenarios.length}, as of ${dateLabel(pack.asOf)}. ${HOW_TO_READ}`,
    overview(scenarios, library),
    ...scenarios.map(({ id }) => markdownPage({ kind: 'scenario', id }, library, language)),
    ...relations(ids, library),
    ...sources(ids, library),
  ].join('\n\n');
}

/** How many statements stand where on each scenario. */
function overview(scenarios: readonly Scenario[], library: Library): string {
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const sides = SIDE_ORDER.filter((side) => side !== 'none');
  return [
    row(['Rung', 'Scenario', ...sides.map((side) => SIDES[side].title)]),
    row(['--:', ':--', ...sides.map(() => '--:')]),
    ...scenarios.map(({ id, rung, title }) => {
      const tally = library.tally(id);
      return row([rung, escapeMarkdown(title), ...sides.map((side) => tally[side])]);
    }),
  ].join('\n');
}

function relations(ids: ReadonlySet<string>, library: Library): string[] {
  const found = library.data.relations.filter(({ from, to }) => ids.has(from) && ids.has(to));
  if (found.length === 0) return [];
  const items = found.map(
    (relation) =>
      `- ${escapeMarkdown(relationSentence(relation, library))} \`${relation.statement}\``,
  );
  return ['## How they hang together', items.join('\n')];
}

/** The sources of what was told, with the hash by which their files are known. */
function sources(ids: ReadonlySet<string>, library: Library): string[] {
  const used = new Set(
    [...ids].flatMap((id) => library.bearingOn(id).map(({ statement }) => statement.source)),
  );
  const items = library.data.sources
    .filter(({ id }) => used.has(id))
    .map((source) => {
      const title = source.title ? `: ${source.title}` : ', without title';
      const text = escapeMarkdown(`${sourceLabel(source)}${title}`);
      return `- ${text}. \`${source.id}\`, SHA-256 \`${source.sha256}\``;
    });
  return items.length > 0 ? ['## Sources', items.join('\n')] : [];
}
