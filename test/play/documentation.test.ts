/** docs/tapes.md tells all that a tape can say, and what it shows is so. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { FRAME_FORMATS } from '../../src/cli/choices.ts';
import { parseCommandLine } from '../../src/cli/program.ts';
import { KEYS } from '../../src/play/keys.ts';
import { COMMAND_NAMES } from '../../src/play/parser.ts';
import { COLORS, SETTING_FORMS } from '../../src/play/settings.ts';
import { parseTape } from '../../src/play/tape.ts';

const PAGE = readFileSync(new URL('../../docs/tapes.md', import.meta.url), 'utf8');
const code = [...PAGE.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text).join('\n');
const blocks = (language: string) =>
  [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  );

describe('the page on tapes', () => {
  const shown = KEYS.filter((key) => !/^F([2-9]|1[01])$/.test(key));
  it.each([...COMMAND_NAMES, ...shown, ...COLORS, ...FRAME_FORMATS])('tells of %s', (word) => {
    expect(code).toMatch(new RegExp(`(?<![A-Za-z])${word}(?![a-z])`));
  });

  it.each([...Object.keys(SETTING_FORMS), 'send'])('tells of the comment %s', (name) => {
    expect(code).toContain(`# ${name}: `);
  });
});

test('its tape can be read', () => {
  const [tape = ''] = blocks('');
  expect(parseTape(tape).commands.length).toBeGreaterThan(5);
});

test('its comments and commands can be read, each by itself', () => {
  const lines = code
    .split('\n')
    .filter((line) => /^(# \w+: \S|[A-Z]\S* ?["\d/]|[A-Z]\w+\+)/.test(line));
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) parseTape(line.replace('Source other.tape', ''));
});

test('its command lines can be read', () => {
  const lines = blocks('console').flatMap((block) => block.match(/^\$ rungs .*$/gm) ?? []);
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) {
    const words = line.replace(/#.*/, '').trim().split(/ +/).slice(2);
    expect(parseCommandLine(words, '')).toHaveProperty('command');
  }
});
