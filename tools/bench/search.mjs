/**
 * Search while typing: a key's time on packs from 40 to 100,000 statements, peers on the same keys,
 * and how long start holds the event loop.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { figure, median, spread, table } from './measure.mjs';
import { parts } from './packs.mjs';
import { grow } from './synthetic.mjs';

const SIZES = [40, 1000, 10_000, 100_000];
/** What is typed, letter by letter: words, names in other spellings, errors, filters, nonsense. */
export const QUERIES = [
  'ground troops',
  'selenskyj nato',
  'nordkoreanische soldaten',
  'taurus scholz',
  'macrn bodentruppen',
  'speaker:putin waffen',
  '"ground troops"',
  'nato ground troops unlikely',
  'xyzzy qwertz',
];
const KEYS = QUERIES.flatMap((query) => [...query].map((_, at) => query.slice(0, at + 1)));
/** No peer is waited for longer than this, in milliseconds; it answers fewer keys then. */
const PATIENCE = 10_000;
const ROUNDS = 3;

const root = new URL('../../', import.meta.url).pathname;

/** Milliseconds for each key; the median of several rounds, as other programs run meanwhile. */
function timed(find, rounds = 1) {
  const started = performance.now();
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [number, key] of KEYS.entries()) {
      const at = performance.now();
      find(key);
      times[number] = [...(times[number] ?? []), performance.now() - at];
      if (performance.now() - started > PATIENCE * rounds) break;
    }
  }
  return times.map(median);
}

const turn = () => new Promise(setImmediate);

/** As a screen sees it: how long each result takes, and how long nothing else could run. */
async function timedAsync(search, rounds) {
  const latencies = KEYS.map(() => []);
  const blocks = KEYS.map(() => []);
  let longest = 0;
  let isRunning = true;
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isRunning) setImmediate(tick);
  };
  tick();
  let same = true;
  for (let round = 0; round < rounds; round += 1) {
    for (const [number, key] of KEYS.entries()) {
      await turn();
      longest = 0;
      const at = performance.now();
      const answer = await search.start(key);
      latencies[number].push(performance.now() - at);
      await turn();
      blocks[number].push(longest);
      if (round === 0) same &&= JSON.stringify(search.find(key)) === JSON.stringify(answer);
    }
  }
  isRunning = false;
  return { latencies: latencies.map(median), blocks: blocks.map(median), same };
}

function peers(records, foldText) {
  const texts = records.map(({ text }) => text.replaceAll('\n', ' '));
  const list = texts.map((text, id) => ({ id, text }));
  const mini = new MiniSearch({ fields: ['text'], idField: 'id' });
  mini.addAll(list);
  const fuzzy = new uFuzzy({ intraMode: 1 });
  const plain = new Fuse(list, {
    keys: ['text'],
    ignoreLocation: true,
    threshold: 0.3,
    isCaseSensitive: true,
  });
  const extended = new Fuse(list, {
    keys: ['text'],
    ignoreLocation: true,
    threshold: 0,
    isCaseSensitive: true,
    useExtendedSearch: true,
  });
  const words = (key) => foldText(key).split(' ').filter(Boolean);
  const all = {
    'MiniSearch (and, prefix, fuzzy .2)': (key) =>
      mini.search(foldText(key), { combineWith: 'AND', prefix: true, fuzzy: 0.2 }),
    'uFuzzy (intraMode 1)': (key) => fuzzy.search(texts, foldText(key)),
    'Fuse (extended, exact)': (key) =>
      extended.search(
        words(key)
          .map((word) => `'${word}`)
          .join(' ') || ' ',
      ),
    'Fuse (threshold .3)': (key) => plain.search(foldText(key)),
  };
  const file = join(mkdtempSync(join(tmpdir(), 'rungs-fzf-')), 'texts');
  if (spawnSync('fzf', ['--version']).status === 0) {
    writeFileSync(file, texts.join('\n'));
    all['fzf --filter (a process)'] = (key) =>
      spawnSync('sh', ['-c', `fzf --filter "$1" < ${file}`, 'sh', foldText(key)]);
  }
  return all;
}

export async function run() {
  const { createSearch, buildRecords, foldText, atOnce, buildWordTable, loadPack } = await parts();
  const data = loadPack(root);
  const shipped = buildRecords(data);
  const columns = [];
  for (const size of SIZES) {
    const records = grow(shipped, size);
    const started = performance.now();
    const search = createSearch({ data, records, words: atOnce(buildWordTable(records)) });
    search.find('a');
    const opening = performance.now() - started;
    for (const key of KEYS.slice(0, 20)) search.find(key);
    const own = timed((key) => search.find(key), ROUNDS);
    const { latencies, blocks, same } = await timedAsync(search, ROUNDS);
    const others = Object.entries(peers(records, foldText)).map(([name, find]) => [
      name,
      timed(find),
    ]);
    columns.push({ size, opening, own, latencies, blocks, same, others });
  }
  const names = columns[0].others.map(([name]) => name);
  table(
    ['a key, median/p95', ...columns.map(({ size }) => size.toLocaleString('en'))],
    [
      ['**rungs, at once**', ...columns.map(({ own }) => `**${spread(own)}**`)],
      ['rungs, in slices', ...columns.map(({ latencies }) => spread(latencies))],
      ['… longest in slices', ...columns.map(({ latencies }) => figure(Math.max(...latencies)))],
      [
        '… longest block of the event loop',
        ...columns.map(({ blocks }) => figure(Math.max(...blocks))),
      ],
      ['… same results as at once', ...columns.map(({ same }) => (same ? 'yes' : '**no**'))],
      ['the table of words, once', ...columns.map(({ opening }) => figure(opening))],
      ...names.map((name, at) => [name, ...columns.map(({ others }) => shown(others[at][1]))]),
    ],
  );
  console.log(`\n${KEYS.length} keys of ${QUERIES.length} queries.`);
}

/** A peer that was not waited for has answered fewer keys. */
const shown = (times) =>
  times.length < KEYS.length ? `${spread(times)} (${times.length} keys)` : spread(times);
