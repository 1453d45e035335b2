/** The commands of docs/walkthrough.md, run as they stand there. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shell } from '../support/run.ts';

test('three saved web pages become a pack that verifies', () => {
  const dir = mkdtempSync(join(tmpdir(), 'rungs-walk-'));
  cpSync('test/fixtures/pages', dir, { recursive: true });
  const text = readFileSync('docs/walkthrough.md', 'utf8');
  const outputs = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, commands]) => {
    const { code, out, err } = shell(`cd ${dir} && set -e\n${commands}`);
    expect({ code, err: code === 0 ? '' : err }, commands).toEqual({ code: 0, err: '' });
    return out;
  });
  expect(outputs[1]).not.toContain('It does not tell: title');
  const lampen = readFileSync(join(dir, 'lamps/articles/lampen.txt'), 'utf8');
  expect(lampen).toContain('sagte die Stadtverordnete Mara Osei dem Hafenblatt. Sie werde');
  expect(lampen).not.toMatch(/\u00AD|Partner|Impressum|Start/);
  expect(readFileSync(join(dir, 'lamps/data/sources.yaml'), 'utf8')).toMatch(
    /title: Streit um die Lampen am Kai\n/,
  );
  const report = JSON.parse(readFileSync(join(dir, 'report.json.bak'), 'utf8'));
  expect(report.added).toHaveLength(3);
  expect(report.refused).toMatchObject([
    { nearest: { differences: [{ given: 'can', found: 'cannot' }] } },
  ]);
  expect(outputs[3]).toContain('1 added, 0 refused, 0 ambiguous');
  expect(outputs[4]).toContain('2 statements are accepted');
  expect(outputs[5]).toContain('0 failed');
  expect(outputs[6]).toContain('3 quotations, 3 proven');
  rmSync(dir, { recursive: true, force: true });
});
