/** A pack of the form before format 1 is used all the same, and each command says so, once. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OLD_FORM, oldForms } from '../../src/pack/old-form.ts';
import { openShell } from '../safety/shell.ts';
import { call, PROGRAM } from '../support/run.ts';
import { packFolder } from './folder.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'rungs-old-'));
  cpSync('test/fixtures/pack', dir, { recursive: true });
  const file = join(dir, 'data/pack.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^(format|language):.*\n/gm, ''));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const timesTold = (text: string) => text.split(OLD_FORM).length - 1;

test.each([
  [[]],
  [['list']],
  [['search', 'ferry']],
  [['show', 'mueller-cost', '--json']],
  [['cite', 'mueller-cost']],
  [['compare', '1', '2']],
  [['matrix']],
  [['people']],
  [['figures']],
  [['timeline']],
  [['relations']],
  [['export', 'csv']],
  [['verify', '--sources', 'test/fixtures/sources']],
])('rungs %s', async (args) => {
  const { code, out, err } = await call([...args, '--data', dir]);
  expect([code, timesTold(out), timesTold(err)]).toEqual([0, 0, 1]);
  expect(err).toMatch(/^rungs: .*data\/pack\.yaml: the pack has the form before/m);
});

test('rungs check tells it with the place, and not twice', async () => {
  const { out, err } = await call(['check', dir]);
  expect(timesTold(out + err)).toBe(1);
  expect(out + err).toMatch(/data\/pack\.yaml:\d+:\d+: warning: /);
});

test('the explorer tells it, too', async () => {
  const bash = openShell();
  try {
    bash.type(`'${process.execPath}' '${PROGRAM}' --data '${dir}'\n`);
    await bash.shows(/This pack has an older form/);
    bash.type('q');
  } finally {
    bash.end();
  }
});

describe('what is told of a pack of its own form', () => {
  test.each([
    ['format: 1\nid: p\n', 0],
    ['# A comment.\nid: p\n"format": 1\n', 0],
    ['{ id: p, format: 1 }\n', 0],
    ['id: p\ntitle: its format\n', 1],
    ['# format: none\nid: p\n', 1],
  ])('%j', (text, times) => {
    expect(oldForms(packFolder({ 'data/pack.yaml': text }))).toHaveLength(times);
  });

  test('is nothing, and nothing of what is no pack', () => {
    expect(oldForms(undefined)).toEqual([]);
    expect(oldForms('src')).toEqual([]);
  });
});
