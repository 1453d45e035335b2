/** The bundles build on one release of Ink, and stop at any other. */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const { checkInk } = await import(new URL('../../tools/build-libraries.mjs', import.meta.url).href);

let ink: string;
beforeEach(() => {
  ink = mkdtempSync(join(tmpdir(), 'rungs-ink-'));
  cpSync('node_modules/ink', ink, { recursive: true });
});
afterEach(() => rmSync(ink, { recursive: true }));

it('takes the installed one', () => {
  expect(() => checkInk(ink)).not.toThrow();
});

it('refuses another release', () => {
  const path = join(ink, 'package.json');
  writeFileSync(
    path,
    JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), version: '8.0.1' }),
  );
  expect(() => checkInk(ink)).toThrow(
    /^ink 8\.0\.1 is installed, .* is made for 8\.0\.0; changed: nothing/,
  );
});

it('refuses one of which a file that is built on has changed, and names it', () => {
  appendFileSync(join(ink, 'build/output.js'), '\n');
  expect(() => checkInk(ink)).toThrow(/changed: build\/output\.js\. Read what changed/);
});
