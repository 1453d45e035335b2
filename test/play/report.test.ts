import { expect, test } from 'vitest';
import { goldenText } from '../../src/play/golden.ts';
import { reportOf } from '../../src/play/report.ts';

const frame = (text: string, name?: string) => ({
  ...(name !== undefined && { name }),
  text: text.split('\n'),
});
const golden = goldenText([frame('a\nb', 'ladder'), frame('x'), frame('same'), frame('old')]);

test('every frame that changed is told by number and name: old, new and difference', () => {
  const now = goldenText([frame('a\nB', 'ladder'), frame('same'), frame('y'), frame('z', 'end')]);
  const page = reportOf('a.tape', golden, now);
  expect(page).toContain('<title>a.tape: 4 frames changed</title>');
  const titles = [...page.matchAll(/<h2>(.*)<\/h2>/g)].map(([, title]) => title);
  expect(titles).toEqual(['Frame 1, ladder', 'Frame 2 (gone)', 'Frame 3', 'Frame 4, end (new)']);
  expect(page.match(/<h3>(Old|New)<\/h3>/g)).toHaveLength(6);
  expect(page).toContain('  a\n<del>- b</del>\n<ins>+ B</ins>');
  for (const [, id] of page.matchAll(/href="#(.*?)"/g)) expect(page).toContain(`id="${id}"`);
  expect(page.match(/href=/g)).toHaveLength(4);
});

test('a page where nothing changed says so, and one without a golden file that all is new', () => {
  expect(reportOf('a.tape', golden, golden)).toContain('<h1>a.tape: no frames changed</h1>');
  expect(reportOf('a.tape', '', golden).match(/\(new\)<\/h2>/g)).toHaveLength(4);
});

test('nothing of a frame or a title is HTML, and nothing is fetched', () => {
  const page = reportOf('<b>&', golden, goldenText([frame('<script>alert(1)</script>')]));
  expect(page).not.toMatch(/<script|<b>|src=|url\(|http/);
  expect(page).toContain('&lt;script&gt;');
});

test('names that are written from right to left leave counts in their places', () => {
  const page = reportOf('a', '', goldenText([frame('ليلى حداد    3')]));
  expect(page).toContain('\u2068ليلى حداد\u2069    3');
});
