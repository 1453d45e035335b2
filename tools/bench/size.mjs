/** What is published: size packed and unpacked, and the files. */
import { execFileSync } from 'node:child_process';
import { figure, table } from './measure.mjs';

export async function run() {
  const json = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ size, unpackedSize, files }] = JSON.parse(json);
  const kilobytes = (bytes) => figure(bytes / 1000);
  table(
    ['file', 'kB'],
    [
      ...files.toSorted((a, b) => b.size - a.size).map((file) => [file.path, kilobytes(file.size)]),
      ['all, unpacked', kilobytes(unpackedSize)],
      ['**all, packed**', `**${kilobytes(size)}**`],
    ],
  );
}
