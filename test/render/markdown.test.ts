/** Documents in Markdown, read back by a parser. */
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { oneLine } from '../../src/document/document.ts';
import { escapeMarkdown } from '../../src/render/markdown.ts';
import { clean } from '../../src/terminal/text.ts';
import { naughtyStrings } from '../support/naughty.ts';

describe('Markdown', () => {
  /** What a reader sees of it: text alone, or markup where something was taken for it. */
  const seen = (markdown: string, [open, close]: readonly [string, string]): string => {
    const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
    const inner = html.slice(html.indexOf(open) + open.length, html.lastIndexOf(close));
    const marks: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>' };
    return inner.replace(/&(quot|amp|lt|gt);/g, (_, name: string) => marks[name] as string);
  };
  const places = [
    ['alone', (text: string) => text, ['<p>', '</p>']],
    ['in a list', (text: string) => `- ${text}`, ['<li>', '</li>']],
    ['in a quotation', (text: string) => `> ${text}`, ['<p>', '</p>']],
    ['in a heading', (text: string) => `## ${text}`, ['<h2>', '</h2>']],
    ['below a paragraph', (text: string) => `x\n${text}`, ['<p>x\n', '</p>']],
    ['in a table', (text: string) => `| a |\n| --- |\n| ${text} |`, ['<td>', '</td>']],
  ] as const;

  it.each([
    ...['&lt;b&gt; &copy; &#35; R&D AT&T;', '1. one', '12) twelve', '1.', '- minus', '+ plus', '='],
    ...[
      'http://example.org/a_b',
      'see www.example.org',
      'Mailto:a@b.c',
      'name@example.org',
      '@name',
    ],
    ...['$a$ and $$b$$', ':smile: 12:30', '# x', '#12', '===', '---', '***', '~~no~~', '| a | b |'],
    ...['[x](y) ![z](w) [^1] [ ] x', '<script>alert(1)</script>', '`code`', '\\*', 'a\\', 'a  \nb'],
    ...[
      '```\ncode\n```',
      '    code',
      '> quote',
      'xmpp:a@b.c/d',
      'HTTPS://x.y',
      'ftp://x.y',
      '_a_ b*c*',
    ],
  ])('%j stays text', (text) => {
    for (const [place, put, around] of places) {
      expect(seen(put(escapeMarkdown(text)), around), place).toBe(oneLine(text));
    }
  });

  it('leaves no text to be taken for markup', () => {
    const marks = fc.constantFrom(
      ...'\\`*_[]<>|~#$&@:.)(-+=!"\'1a ;/\n',
      'www.',
      'http://',
      '&lt;',
      'a@b.c',
    );
    const texts = fc.array(marks, { maxLength: 12 }).map((parts) => parts.join('').trim());
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(text !== '');
        for (const [place, put, around] of places) {
          expect(seen(put(escapeMarkdown(text)), around), place).toBe(oneLine(text));
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it('is nothing but text of all that breaks programs', () => {
    for (const naughty of naughtyStrings.map(clean)) {
      if (oneLine(naughty) === '') continue;
      for (const [place, put, around] of places) {
        expect(seen(put(escapeMarkdown(naughty)), around), place).toBe(oneLine(naughty));
      }
    }
  });
});
