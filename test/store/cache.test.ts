import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { loadPack } from '../../src/pack/load.ts';
import { packCache } from '../../src/store/cache.ts';
import { compilePack, shippedPack } from '../../src/store/compile.ts';
import { PACKED_FORM } from '../../src/store/packed.ts';
import { rungs } from '../support/run.ts';

const root = mkdtempSync(join(tmpdir(), 'rungs-cache-'));
afterAll(() => rmSync(root, { recursive: true }));

const FOLDER = 'test/fixtures/pack';
const compiled = compilePack(loadPack(FOLDER));
const parts = shippedPack(compiled, PACKED_FORM);
let env: Record<string, string>;
let count = 0;
beforeEach(() => {
  count += 1;
  env = { XDG_CACHE_HOME: join(root, String(count)) };
});
const cache = (program = 'one', folder = FOLDER) => packCache(folder, program, env);
const keep = (records = 500) => cache().write(records, () => parts);
const keptFile = () => {
  const folder = join(env.XDG_CACHE_HOME ?? '', 'rungs');
  return join(folder, readdirSync(folder)[0] ?? '');
};
/** All parts as they are read, in place of those that were given. */
const read = (from = cache()) => {
  const part = from.read();
  return part && Object.fromEntries(Object.keys(parts).map((name) => [name, part(name as never)]));
};
const given = Object.fromEntries(
  Object.entries(parts).map(([name, part]) => [name, Buffer.from(part)]),
);

it('gives back the parts that it was given', () => {
  expect(read()).toBeUndefined();
  keep();
  expect(read()).toEqual(given);
});

it('keeps no small pack, nor asks for its parts', () => {
  cache().write(499, () => {
    throw new Error('asked');
  });
  expect(read()).toBeUndefined();
});

it('knows nothing of other programs and other folders', () => {
  keep();
  expect(read(cache('two'))).toBeUndefined();
  expect(read(cache('one', 'test/pack/smallest'))).toBeUndefined();
});

it('forgets a pack of which a file has changed', () => {
  const folder = join(root, 'pack');
  cpSync(FOLDER, folder, { recursive: true });
  const of = () => packCache(folder, 'one', env);
  of().write(500, () => parts);
  expect(read(of())).toEqual(given);
  utimesSync(join(folder, 'data/pack.yaml'), 1, 1);
  expect(read(of())).toBeUndefined();
});

it('passes over what is damaged, removes it, and writes it anew', () => {
  keep();
  const file = keptFile();
  const whole = readFileSync(file);
  for (let run = 0; run < 40; run += 1) {
    const damaged = Buffer.from(whole);
    const at = Math.floor((whole.length / 40) * run);
    damaged[at] = (damaged[at] as number) ^ 1;
    writeFileSync(file, damaged, { mode: 0o600 });
    expect(read(), `byte ${at}`).toBeUndefined();
    expect(existsSync(file), `byte ${at}`).toBe(false);
  }
  keep();
  expect(read()).toEqual(given);
});

it('does without where nothing can be written', () => {
  const file = join(root, 'no-folder');
  writeFileSync(file, '');
  env = { XDG_CACHE_HOME: file };
  keep();
  expect(read()).toBeUndefined();
});

it('does without where a pack is too large for it', () => {
  cache().write(500, () => {
    throw new RangeError('Invalid string length');
  });
  expect(read()).toBeUndefined();
});

it('what somebody wrote into a kept pack never reaches the terminal', async () => {
  const pack = join(root, 'opened');
  cpSync(FOLDER, pack, { recursive: true });
  // Statements enough for it to be kept.
  const before = readFileSync(join(FOLDER, 'data/statements.yaml'), 'utf8');
  const [one = ''] = before.split(/^(?=- )/m);
  const more = Array.from({ length: 600 }, (_, number) => one.replace(/id: .*/, `id: s-${number}`));
  writeFileSync(join(pack, 'data/statements.yaml'), [before, ...more].join('\n'));
  const run = () => rungs(['show', 's-5', '--data', pack], env);
  const first = run();
  expect(first.code, first.err).toBe(0);
  const file = keptFile();
  const kept = readFileSync(file);
  const said = kept.indexOf('has to run in winter');
  kept.write('\u001B[2J', said, 'latin1');
  // As somebody would who knows the form of the file.
  kept.copy(kept, kept.length / 2, 0, kept.length / 2);
  writeFileSync(file, kept);
  expect(first.out).toContain('has to run in winter');
  expect(run()).toEqual(first);
});
