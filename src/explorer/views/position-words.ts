/** Rows of matrix and people for a screen reader: the signs of a row as sentences. */
import type { Library } from '../../pack/library.ts';
import type { Stance } from '../../pack/schema.ts';
import { KIND_LABELS, stanceLabel } from '../../view/labels.ts';
import type { Target } from '../../view/look.ts';
import type { Words } from './view.ts';

/** A person or statement with every position it takes. */
export function positionWords({ view, id }: Target, library: Library): Words {
  if (view === 'person') {
    const { name, kind } = library.person(id);
    const stances = library.statementsOf(id).flatMap((statement) => statement.stances);
    return { instead: [`${name}, ${KIND_LABELS[kind]}`, ...stanceWords(stances, library)] };
  }
  if (view !== 'statement') return {};
  const { summary, stances } = library.statement(id);
  return { instead: [summary, ...stanceWords(stances, library)] };
}

/** "NATO ground troops: should it? opposes it", each once. */
function stanceWords(stances: readonly Stance[], library: Library): string[] {
  const said = stances.map(
    (stance) => `${library.scenario(stance.scenario).title}: ${stanceLabel(stance)}`,
  );
  return [...new Set(said)];
}
