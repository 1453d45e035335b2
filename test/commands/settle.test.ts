/** Statements that wait, in the files of a pack: accepted, taken out, and put there again. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { settle } from '../../src/commands/settle.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rungs-settle-'));
  cpSync('test/fixtures/pack', dir, { recursive: true });
});
const file = () => join(dir, 'data/statements.yaml');
const text = () => readFileSync(file(), 'utf8');
const id = 'town-hall-no-bridge';

it('a rejected statement is put where it was, to the byte', () => {
  const before = text();
  settle(dir, { verdict: 'reject', id });
  expect(text()).not.toContain(`id: ${id}`);
  settle(dir, { verdict: 'restore', id });
  expect(text()).toBe(before);
});

it('one whose file has changed since stays out of it, and nothing is lost', () => {
  settle(dir, { verdict: 'reject', id });
  writeFileSync(file(), `${text()}# more\n`);
  const since = text();
  expect(() => settle(dir, { verdict: 'restore', id })).toThrow('changed since');
  expect(text()).toBe(since);
});

it('one that was never rejected is not restored', () => {
  expect(() => settle(dir, { verdict: 'restore', id })).toThrow();
});
