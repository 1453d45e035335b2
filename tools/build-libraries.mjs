/**
 * Makes libraries fit for the bundle: quick to start, and Ink quick at a key. What is changed in whose
 * file stands here; a release that no longer has it stops the build. docs/performance.md tells what
 * each change earns.
 */
import { readFileSync } from 'node:fs';

/** Building one takes a millisecond and a half, and plain text needs none. */
const SEGMENTER = [
  /const (\w+) = new Intl\.Segmenter\((.*?)\);/,
  'let $made; const $1 = { segment: (text) => ($made ??= new Intl.Segmenter($2)).segment(text) };',
];

const CHANGES = [
  // A pattern that rungs never uses takes a millisecond to set up.
  [
    /fuse\.js\/dist\/fuse\.mjs$/,
    [/const DEFAULT_TOKEN = (\/.*?\/gu);/, 'const defaultToken = () => $1;'],
    [/text\.match\(DEFAULT_TOKEN\)/, 'text.match(defaultToken())'],
  ],
  // Yoga's own loader waits for WebAssembly and loads `fetch` for it; Node can do it at once.
  [
    /yoga-layout\/dist\/src\/index\.js$/,
    [
      /wrapAssembly\(await loadYoga\(\)\)/,
      `wrapAssembly(atOnce());
       function atOnce() {
         const lib = {
           instantiateWasm(imports, done) {
             const bytes = Buffer.from(loadYoga.binary, 'base64');
             const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports);
             done(instance);
             return instance.exports;
           },
         };
         loadYoga(lib);
         return lib;
       }`,
    ],
  ],
  [
    /yoga-wasm-base64-esm\.js$/,
    [
      /="data:application\/octet-stream;base64,([\w+/=]+)"([\s\S]*)export default loadYoga;/,
      '=""$2loadYoga.binary = "$1"; export default loadYoga;',
    ],
  ],
  // Waits for developer tools, which would make every module above it asynchronous.
  [
    /ink\/build\/reconciler\.js$/,
    [/if \(process\.env\['DEV'\] === 'true'\) \{[\s\S]*?\n\}\n/g, ''],
  ],
  // Rows that fit as they are need no taking apart, character by character, and joining again.
  [
    /ink\/build\/output\.js$/,
    [/export default class Output/, "import { wholeRows } from '#whole-rows'; class Output"],
    [
      /$/,
      `
       export default class RowsOrCells extends Output {
         get() {
           return wholeRows(this.operations, this.height) ?? super.get();
         }
       }`,
    ],
  ],
  // Asked twice for each row of each frame, nearly always about the same rows.
  [
    /ink\/build\/sanitize-ansi\.js$/,
    [/const sanitizeAnsi = \(text\) => \{/, 'const sanitize = (text) => {'],
    [
      /export default sanitizeAnsi;/,
      `const known = new Map();
       export default (text) => {
         let clean = known.get(text);
         if (clean === undefined) {
           if (known.size > 1000) known.clear();
           clean = sanitize(text);
           known.set(text, clean);
         }
         return clean;
       };`,
    ],
  ],
  [/ink\/build\/line-update\.js$/, SEGMENTER],
  // Under load the emulator of scripted runs tells on standard error that it was slow.
  [/xterm-headless\.m?js$/, [/console\.warn\(`task queue exceeded[^`]*`\)/, 'undefined']],
  [/wrap-ansi\/index\.js$/, SEGMENTER],
  [/slice-ansi\/tokenize-ansi\.js$/, SEGMENTER],
  [/ansi-tokenize\/build\/tokenize\.js$/, SEGMENTER],
];

/** An esbuild plugin. @param root the project's folder, with a slash at its end */
export function quickLibraries(root) {
  return {
    name: 'quick-libraries',
    setup({ onResolve, onLoad }) {
      for (const [filter, ...changes] of CHANGES) {
        onLoad({ filter }, ({ path }) => ({ contents: changed(path, changes) }));
      }
      onResolve({ filter: /^#whole-rows$/ }, () => ({ path: `${root}src/screen/whole-rows.ts` }));
      // Ink measures text as rungs does, and so does all that Ink builds on.
      onResolve({ filter: /^string-width$/ }, ({ importer }) =>
        importer.includes('/node_modules/') ? { path: 'width', namespace: 'width' } : undefined,
      );
      onLoad({ filter: /.*/, namespace: 'width' }, () => ({
        contents: `export { styledWidth as default } from './src/terminal/text.ts';`,
        resolveDir: root,
      }));
    },
  };
}

function changed(path, changes) {
  let text = readFileSync(path, 'utf8');
  for (const [from, to] of changes) {
    if (text.search(from) < 0)
      throw new Error(`${path} no longer has ${from}: see build-libraries.mjs`);
    text = text.replace(from, to);
  }
  return text;
}
