/** Figures that can be set side by side: those that count in the same unit. */
import type { Figure } from '../pack/schema.ts';

/** Figures by unit, the largest first; units with most figures first. */
export function figureGroups(figures: readonly Figure[]): [unit: string, figures: Figure[]][] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const group = groups.get(figure.unit);
    if (group) group.push(figure);
    else groups.set(figure.unit, [figure]);
  }
  for (const group of groups.values()) {
    group.sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}
