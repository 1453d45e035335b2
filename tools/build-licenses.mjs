/** Lists what the bundles hold of others, each with its licence, as most licences ask for. */
import { readdirSync, readFileSync } from 'node:fs';

const LICENSE_FILE = /^(licen[cs]e|copying)([.-].*)?$/i;

/**
 * @param metafiles what esbuild tells of its builds
 * @returns one text: for each package its name, version, licence and the licence's words
 */
export function licenses(metafiles) {
  const folders = new Set(
    metafiles.flatMap(({ inputs }) =>
      Object.keys(inputs).flatMap((path) => path.match(/^.*node_modules\/(@[^/]+\/)?[^/]+/) ?? []),
    ),
  );
  const entries = [...folders].filter((folder) => folder?.includes('node_modules/')).map(entry);
  return [...new Set(entries.sort())].join(`\n${'-'.repeat(80)}\n\n`);
}

function entry(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((one) => LICENSE_FILE.test(one));
  const words = file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : `License: ${license}`;
  return `${name} ${version} (${license})\n\n${words}\n`;
}
