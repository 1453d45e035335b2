/** The commands of docs/walkthrough.md, run as they stand there. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shell } from '../support/run.ts';

test('three saved files become a pack that verifies', () => {
  const dir = mkdtempSync(join(tmpdir(), 'rungs-walk-'));
  cpSync('test/fixtures/documents', dir, { recursive: true });
  const text = readFileSync('docs/walkthrough.md', 'utf8');
  const outputs = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, commands]) => {
    const { code, out, err } = shell(`cd ${dir} && set -e\n${commands}`);
    expect({ code, err: code === 0 ? '' : err }, commands).toEqual({ code: 0, err: '' });
    return out;
  });
  expect(outputs[2]).toContain('3 added, 0 refused, 0 ambiguous');
  expect(outputs[3]).toContain('0 failed');
  expect(outputs[4]).toContain('2 quotations, 2 proven');
  rmSync(dir, { recursive: true, force: true });
});
