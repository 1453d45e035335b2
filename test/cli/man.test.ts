import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { manPage } from '../../src/cli/man.ts';
import { COMMANDS } from '../../src/cli/table.ts';
import { shell } from '../support/run.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const page = readFileSync('man/rungs.1', 'utf8');

describe('the man page', () => {
  test('is that of the commands; `npm run docs` makes it anew', () => {
    expect(page).toBe(manPage(version));
  });

  test('is clean roff, where groff is installed', () => {
    const { out, err } = shell(
      'if command -v groff >/dev/null; then groff -man -Tutf8 -ww -z man/rungs.1; fi',
    );
    expect(out + err).toBe('');
  });

  test('has every command', () => {
    for (const { name } of COMMANDS) expect(page).toContain(`.SS rungs ${name}`);
  });
});
