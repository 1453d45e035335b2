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

/** What is set side by side on one axis: a unit, and kinds of it, each a series of its own. */
type FigureAxis = { unit: string; series: [unit: string, figures: Figure[]][] };

/**
 * Figures by axis. A unit that ends in another one is a kind of that, as elite soldiers are of
 * soldiers: it shares the axis, but is never one series with it, as nobody says that it is part of it.
 */
export function figureAxes(figures: readonly Figure[]): FigureAxis[] {
  const groups = figureGroups(figures);
  const isKindOf = (unit: string, other: string) => unit.endsWith(` ${other}`);
  const heads = groups.filter(([unit]) => !groups.some(([other]) => isKindOf(unit, other)));
  return heads.map(([unit, own]) => ({
    unit,
    series: [[unit, own], ...groups.filter(([other]) => isKindOf(other, unit))],
  }));
}
