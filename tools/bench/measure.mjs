/** What all parts of the bench share: statistics, tables, the machine. */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

/** @returns the value below which `share` (0 to 1) of the numbers lie */
export function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (numbers) => quantile(numbers, 0.5);
export const p95 = (numbers) => quantile(numbers, 0.95);

/** "12", "3.4", ".12": as many digits as say something. */
export function figure(number) {
  if (Number.isNaN(number)) return '–';
  if (number >= 100) return number.toFixed(0);
  return number >= 1 ? number.toFixed(1) : number.toFixed(2);
}

/** Median and 95th percentile, as "12/17". */
export const spread = (numbers) => `${figure(median(numbers))}/${figure(p95(numbers))}`;

/** Told of every table; the bench keeps and compares its figures. */
export const tables = [];

/** Prints a table in Markdown, its columns aligned. */
export function table(head, rows) {
  tables.push({ head: head.map(String), rows: rows.map((row) => row.map(String)) });
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length), 3));
  const line = (row) => `| ${row.map((text, at) => text.padEnd(widths[at])).join(' | ')} |`;
  const [first, ...rest] = all;
  console.log(line(first));
  console.log(line(widths.map((width) => '-'.repeat(width))));
  for (const row of rest) console.log(line(row));
}

/** A Node to measure with. */
export function nodeAt(path) {
  const version = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim();
  return { path, version, major: version.slice(1).split('.')[0] };
}

export function machine(nodes) {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const load = loadavg().map((one) => one.toFixed(1));
  return [
    `${cpus().length} × ${cpu?.model.trim()}, ${memory}, ${process.platform} ${process.arch}`,
    `Node ${nodes.map(({ version }) => version).join(', ')}; load before the run ${load.join(' ')}`,
    'Times in milliseconds, median/p95 unless told.',
  ].join('\n');
}

/** Calls each of several measurements `rounds` times in turns; a first round warms up. */
export async function inTurns(rounds, variants) {
  const results = variants.map(() => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const at of variants.keys()) {
      // Nobody is always the one after the same neighbour.
      const index = (at + Math.max(round, 0)) % variants.length;
      const result = await variants[index]();
      if (round >= 0) results[index].push(result);
    }
  }
  return results;
}

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
