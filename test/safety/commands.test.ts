/** Commands, their errors and their arguments: nothing acts on the terminal. */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { call } from '../support/run.ts';
import { ATTACKS, writeHostilePack } from './hostile-pack.ts';

const pack = writeHostilePack();

afterAll(() => rmSync(pack, { recursive: true }));

const HARMFUL =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;
/** Commands write styles and nothing else. */
const STYLE = /\u001B\[[\d;]*m/g;

/** All that a command writes, styles forced and taken out. */
async function written(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const { out, err } = await call(args, { RUNGS_DATA: pack, FORCE_COLOR: '1', ...env });
  return (out + err).replaceAll(STYLE, '');
}

describe('a hostile pack in commands', () => {
  it.each([
    ['list', 'people', '--json'],
    ['show', 'bridge'],
    ['show', 'soederstroem-winter'],
    ['search', 'bridge'],
    ['timeline'],
  ])('%s %s', async (...args) => {
    const text = await written(args);
    expect(text.length).toBeGreaterThan(100);
    expect(text).not.toMatch(HARMFUL);
  });
});

describe('hostile', () => {
  const attack = ATTACKS.filter((text) => !text.includes('\u0000')).join(' ');

  it.each([
    ['arguments', ['show', attack], {}],
    ['commands', [attack], {}],
    ['names of folders', ['list', '--data', attack], {}],
    ['environment, with the trace', ['list'], { RUNGS_DATA: attack, RUNGS_DEBUG: '1' }],
    ['queries', ['search', attack], {}],
  ])('%s are shown harmless', async (_, args, env) => {
    const text = await written(args, env);
    expect(text).not.toBe('');
    expect(text).not.toMatch(HARMFUL);
  });
});
