/** The frames that changed as one page to look at: old, new and difference, without scripts. */
import { diffLines } from 'diff';
import { type ChangedFrame, changedFrames } from './golden.ts';
import { escapeXml } from './svg.ts';

const STYLE = `:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;margin:2rem}
pre{font:13px/1.3 ui-monospace,monospace;overflow-x:auto;border:1px solid GrayText;padding:.5rem}
.pair{display:flex;flex-wrap:wrap;gap:1rem}.pair>div{min-width:0}
del{background:light-dark(#ffd7d5,#67060c);text-decoration:none}
ins{background:light-dark(#ccffd8,#033a16);text-decoration:none}`;

/**
 * A self-contained HTML page.
 * @param title what was played
 * @param golden the frames as they were; @param text as they are, both as golden files hold them
 */
export function reportOf(title: string, golden: string, text: string): string {
  const changed = changedFrames(golden, text);
  const count = changed.length === 1 ? '1 frame' : `${changed.length} frames`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeXml(title)}: ${count} changed</title>`,
    `<style>${STYLE}</style>`,
    `<h1>${escapeXml(title)}: ${count} changed</h1>`,
    ...changed.map(section),
    '</html>',
    '',
  ].join('\n');
}

function section({ number, before, after }: ChangedFrame): string {
  const what = before === undefined ? ', new' : after === undefined ? ', gone' : '';
  return [
    `<section><h2>Frame ${number}${what}</h2>`,
    `<div class="pair">${shown('Old', before)}${shown('New', after)}</div>`,
    `<h3>Difference</h3><pre>${difference(before ?? '', after ?? '')}</pre></section>`,
  ].join('\n');
}

const shown = (name: string, frame: string | undefined): string =>
  frame === undefined ? '' : `<div><h3>${name}</h3><pre>\n${escapeXml(frame)}</pre></div>`;

/** Row by row; the signs tell it where colours do not. */
function difference(before: string, after: string): string {
  const rows = diffLines(before, after).flatMap(({ value, added, removed }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((row) => {
        if (added) return `<ins>+ ${escapeXml(row)}</ins>`;
        return removed ? `<del>- ${escapeXml(row)}</del>` : `  ${escapeXml(row)}`;
      }),
  );
  return `\n${rows.join('\n')}`;
}
