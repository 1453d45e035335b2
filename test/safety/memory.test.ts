/** Random keys, pastes and resizes for a long time: memory stays flat. RUNGS_KEYS asks for more. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HARBOUR } from '../support/harbour-pack.ts';
import { openInEmulator } from './session.ts';

const KEYS = Number(process.env.RUNGS_KEYS ?? 300);
const SEED = 20_261_124;
/** So many are typed before the heap is measured; a collection takes longer than a key. */
const TOGETHER = Math.max(25, Math.round(KEYS / 200));
/** After so many the window has another size. */
const KEYS_A_SIZE = 125;
/** What a heap may grow by between its first half and its second. */
const MOST_GROWTH = 12 * 2 ** 20;

const input = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(...'jkhlgGnNmftpavsoyY/:?c 123xr[]'.split(''), '\r', '\t'),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom('\u001B[A', '\u001B[B', '\u001B[5~', '\u001B[6~', '\u001B'),
  },
  { weight: 1, arbitrary: fc.lorem().map((text) => `\u001B[200~${text}\u001B[201~`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\u001B]11;rgb:1/2/3\u001B\\', '\u001B[<0;3;4M', '\u001B[200~open'),
  },
);
const size = fc.record({
  columns: fc.integer({ min: 1, max: 140 }),
  rows: fc.integer({ min: 1, max: 50 }),
});

it(`${KEYS} keys leave the memory flat (seed ${SEED})`, async () => {
  const session = await openInEmulator(HARBOUR, { columns: 80, rows: 24 }, { keepsRaw: false });
  const chunks = Math.ceil(KEYS / TOGETHER);
  const used: number[] = [];
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const keys = fc.sample(input, { numRuns: TOGETHER, seed: SEED + chunk });
    for (const [index, key] of keys.entries()) {
      if ((chunk * TOGETHER + index) % KEYS_A_SIZE === 0) {
        const [to] = fc.sample(size, { numRuns: 1, seed: SEED + chunk + index });
        session.resize(to?.columns ?? 80, to?.rows ?? 24);
      }
      await session.type(key);
    }
    collect();
    used.push(process.memoryUsage().heapUsed);
    // Somebody waits for long runs.
    if (KEYS >= 1000 && chunk % 10 === 9) {
      const megabytes = (used[chunk] as number) / 2 ** 20;
      console.info(`${(chunk + 1) * TOGETHER} keys: ${megabytes.toFixed(1)} MiB`);
    }
  }
  session.resize(80, 24);
  await session.settled();
  expect(session.rows().join('\n')).toContain('rungs');
  await session.close();
  const least = (from: number, to: number) => Math.min(...used.slice(from, to));
  // After each collection the heap is as small as it gets: the least of each half tells what stays.
  const growth = least(chunks / 2, chunks) - least(chunks / 10, chunks / 2);
  expect(growth).toBeLessThan(MOST_GROWTH);
}, 3_600_000);
