/** The frames that changed as one page to look at: old, new and difference, without scripts. */
import { diffLines } from 'diff';
import { isolated } from '../terminal/text.ts';
import { type ChangedFrame, changedFrames, frameLabel } from './golden.ts';
import { escapeXml } from './svg.ts';

const STYLE = `:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;margin:2rem}
pre{font:13px/1.3 ui-monospace,monospace;overflow-x:auto;border:1px solid GrayText;padding:.5rem}
.pair{display:flex;flex-wrap:wrap;gap:1rem}.pair>div{min-width:0}
del{background:#ffd7d5;color:#67060c;text-decoration:none}
ins{background:#ccffd8;color:#033a16;text-decoration:none}`;

/**
 * A self-contained HTML page.
 * @param title what was played
 * @param golden the frames as they were; @param text as they are, both as golden files hold them
 */
export function reportOf(title: string, golden: string, text: string): string {
  const changed = changedFrames(golden, text);
  const count = changed.length === 1 ? '1 frame' : `${changed.length || 'no'} frames`;
  const heading = `${escapeXml(title)}: ${count} changed`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${heading}</title>`,
    `<style>${STYLE}</style>`,
    `<h1>${heading}</h1>`,
    ...(changed.length > 1 ? ['<ol>', ...changed.map(entry), '</ol>'] : []),
    ...changed.map(section),
    '</html>',
    '',
  ].join('\n');
}

const entry = (frame: ChangedFrame, index: number): string =>
  `<li><a href="#change-${index + 1}">${titleOf(frame)}</a></li>`;

function section(frame: ChangedFrame, index: number): string {
  const { before, after } = frame;
  return [
    `<section id="change-${index + 1}"><h2>${titleOf(frame)}</h2>`,
    `<div class="pair">${shown('Old', before)}${shown('New', after)}</div>`,
    `<h3>Difference</h3><pre>${difference(before ?? '', after ?? '')}</pre></section>`,
  ].join('\n');
}

/** "Frame 3, ladder (new)". */
function titleOf({ number, name, before, after }: ChangedFrame): string {
  const what = before === undefined ? ' (new)' : after === undefined ? ' (gone)' : '';
  return escapeXml(frameLabel(number, name).replace('f', 'F') + what);
}

const shown = (name: string, frame: string | undefined): string =>
  frame === undefined ? '' : `<div><h3>${name}</h3><pre>\n${rows(frame)}</pre></div>`;

const rows = (text: string): string => escapeXml(isolated(text));

/** Row by row; the signs tell it where colours do not. */
function difference(before: string, after: string): string {
  const lines = diffLines(before, after).flatMap(({ value, added, removed }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((row) => {
        if (added) return `<ins>+ ${rows(row)}</ins>`;
        return removed ? `<del>- ${rows(row)}</del>` : `  ${rows(row)}`;
      }),
  );
  return `\n${lines.join('\n')}`;
}
