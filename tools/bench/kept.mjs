/** The figures of the last run that was kept, and what is slower now. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('kept.json', import.meta.url);
/** Less than that is noise, even of ratios. */
const SLOWER = 1.15;

/** The number that a cell begins with; bold ones are ratios. */
const numberIn = (cell) => Number.parseFloat(cell.replaceAll('*', ''));

/** Figures by a name: part, column and row. A table that has ratios is known by them alone. */
function named(figures) {
  const all = new Map();
  for (const [part, tables] of Object.entries(figures)) {
    for (const { head, rows } of tables) {
      const hasRatios = rows.some((row) => row.some((cell) => cell.startsWith('**')));
      for (const [label, ...cells] of rows) {
        for (const [at, cell] of cells.entries()) {
          const value = numberIn(cell);
          if (Number.isNaN(value) || (hasRatios && !cell.startsWith('**'))) continue;
          all.set(`${part}: ${label}, ${head[at + 1]} (${head[0]})`, value);
        }
      }
    }
  }
  return all;
}

/** Lines that say what is larger than it was. */
export function compareWithKept(figures, kept = readKept()) {
  if (kept === undefined) return ['No run was kept yet; --keep keeps this one.'];
  const before = named(kept.figures);
  const lines = [...named(figures)].flatMap(([name, value]) => {
    const old = before.get(name);
    if (old === undefined || old === 0 || value / old < SLOWER) return [];
    return [`- ${name}: ${old} → ${value} (${(value / old).toFixed(2)} times)`];
  });
  return lines.length > 0 ? lines : [`Nothing is ${SLOWER} times what it was, or more.`];
}

export function keepFigures(machine, figures) {
  const all = { ...readKept()?.figures, ...figures };
  writeFileSync(FILE, `${JSON.stringify({ machine, figures: all }, null, 1)}\n`);
}

function readKept() {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : undefined;
}
