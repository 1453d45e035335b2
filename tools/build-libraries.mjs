/**
 * What the bundles have in the place of libraries' own code; docs/performance.md tells what each earns.
 * Where it builds on more of Ink than its interface, the build stops at another release of Ink.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The release that this is made for, and the files that are built on. */
const INK = '8.0.0';
const INK_FILES = {
  'build/output.js': '5e6c511c0a573f48cd5765d7f1f16583d2595f7b05775608382bdb990b63f225',
  'build/sanitize-ansi.js': 'd1f9783713dc610e01188ae37e339ce151abb922c4ea4e119deb55f90c50659e',
  'build/reconciler.js': '497b58b448d6cf4342c1808c38fb03588f04e1263db54befb9d96287f364d325',
};

/** Modules of ours, by what is imported and by whom. */
export const OURS = [
  // Rows of texts that do not overlap need no cells.
  {
    imported: /^\.\/output\.js$/,
    by: /\/node_modules\/ink\/build\/renderer\.js$/,
    module: 'src/screen/libraries/ink-output.ts',
  },
  // Every text of a frame is cleaned twice, and is mostly that of the frame before.
  {
    imported: /^\.\/sanitize-ansi\.js$/,
    by: /\/node_modules\/ink\/build\/squash-text-nodes\.js$/,
    module: 'src/screen/libraries/ink-sanitize-ansi.ts',
  },
  // Ink measures text as rungs does, and so does all that Ink builds on.
  {
    imported: /^string-width$/,
    by: /\/node_modules\//,
    module: 'src/screen/libraries/string-width.ts',
  },
  // Yoga's own module waits at its top, which would make every module above it asynchronous.
  {
    imported: /^yoga-layout$/,
    by: /\/node_modules\/ink\//,
    module: 'src/screen/libraries/yoga.ts',
  },
];

/**
 * An esbuild plugin: modules of ours for libraries' modules, and Ink without the wait for developer
 * tools at its top, the one change to a library's file.
 *
 * @param root the project's folder, with a slash at its end
 * @param modules which of them
 * @throws Error when the installed Ink is another one
 */
export function ourModules(root, modules = OURS) {
  const ink = `${root}node_modules/ink`;
  return {
    name: 'our-modules',
    setup({ onStart, onResolve, onLoad }) {
      onStart(() => checkInk(ink));
      for (const { imported, by, module } of modules) {
        onResolve({ filter: imported }, ({ importer }) =>
          by.test(importer) ? { path: root + module } : undefined,
        );
      }
      onLoad({ filter: /\/node_modules\/ink\/build\/reconciler\.js$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replaceAll("process.env['DEV'] === 'true'", 'false'),
      }));
    },
  };
}

/** @param folder of the installed Ink */
export function checkInk(folder) {
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const changed = Object.entries(INK_FILES).filter(([file, sha256]) => {
    const content = readFileSync(`${folder}/${file}`);
    return createHash('sha256').update(content).digest('hex') !== sha256;
  });
  if (version === INK && changed.length === 0) return;
  const files = changed.map(([file]) => file).join(' and ') || 'nothing that is built on';
  throw new Error(
    `ink ${version} is installed, tools/build-libraries.mjs is made for ${INK}; changed: ${files}. ` +
      'Read what changed there, renew INK and INK_FILES, run test/screen/libraries/ink-output.test.ts.',
  );
}
