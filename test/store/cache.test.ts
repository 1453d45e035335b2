import {
  cpSync,
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
import { compilePack } from '../../src/store/compile.ts';
import type { CompiledPack } from '../../src/store/compiled.ts';

const root = mkdtempSync(join(tmpdir(), 'rungs-cache-'));
afterAll(() => rmSync(root, { recursive: true }));

const FOLDER = 'test/fixtures/pack';
const data = loadPack(FOLDER);
const compiled = compilePack(data);
const large: CompiledPack = {
  data,
  records: Array.from({ length: 1000 }, (_, number) => ({
    ...compiled.records[0]!,
    id: `record-${number}`,
  })),
};
let env: Record<string, string>;
let count = 0;
beforeEach(() => {
  count += 1;
  env = { XDG_CACHE_HOME: join(root, String(count)) };
});
const cache = (program = 'one', folder = FOLDER) => packCache(folder, program, env);
const keptFile = () => {
  const folder = join(env.XDG_CACHE_HOME ?? '', 'rungs');
  return join(folder, readdirSync(folder)[0] ?? '');
};

it('gives back the pack that it was given', () => {
  expect(cache().read()).toBeUndefined();
  cache().write(large);
  expect(cache().read()).toEqual(large);
});

it('keeps no small pack', () => {
  cache().write(compiled);
  expect(cache().read()).toBeUndefined();
});

it('knows nothing of other programs and other folders', () => {
  cache().write(large);
  expect(cache('two').read()).toBeUndefined();
  expect(cache('one', 'test/pack/smallest').read()).toBeUndefined();
});

it('forgets a pack of which a file has changed', () => {
  const folder = join(root, 'pack');
  cpSync(FOLDER, folder, { recursive: true });
  const of = () => packCache(folder, 'one', env);
  of().write(large);
  expect(of().read()).toEqual(large);
  utimesSync(join(folder, 'data/pack.yaml'), 1, 1);
  expect(of().read()).toBeUndefined();
});

it('passes over what is damaged, and writes it anew', () => {
  cache().write(large);
  const bytes = readFileSync(keptFile());
  writeFileSync(keptFile(), bytes.subarray(0, bytes.length / 2));
  expect(cache().read()).toBeUndefined();
  cache().write(large);
  expect(cache().read()).toEqual(large);
});

it('does without where nothing can be written', () => {
  const file = join(root, 'no-folder');
  writeFileSync(file, '');
  env = { XDG_CACHE_HOME: file };
  cache().write(large);
  expect(cache().read()).toBeUndefined();
});
