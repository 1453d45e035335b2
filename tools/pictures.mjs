/** Makes the pictures of the documentation anew: each tape in docs/pictures, played on this pack. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

process.chdir(new URL('../', import.meta.url).pathname);
const { RUNGS_DATA, RUNGS_SOURCES, ...env } = process.env;
const folder = 'docs/pictures';

for (const tape of readdirSync(folder).filter((name) => name.endsWith('.tape'))) {
  const picture = `${folder}/${tape.replace('.tape', '.svg')}`;
  const args = ['play', `${folder}/${tape}`, '--format', 'svg', '--golden', picture, '--update'];
  const { status } = spawnSync(process.execPath, ['bin/rungs.js', ...args], {
    env,
    stdio: 'inherit',
  });
  process.exitCode ||= status ?? 1;
}
