/** What an installation says: nothing that somebody who only wants to try rungs must understand. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

type Entry = { engines?: { node?: string }; hasInstallScript?: boolean; resolved?: string };
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Entry>;
};
const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8'));
const installed = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');

it('no package is said to need a newer Node than 20 (see tools/lock.mjs)', () => {
  const newer = installed.filter(([, { engines }]) => {
    const least = (engines?.node ?? '*').split('||').map((range) => Number(/\d+/.exec(range) ?? 0));
    return Math.min(...least) > 20;
  });
  expect(newer.map(([path]) => nameOf(path))).toEqual([]);
});

it('every script that a package would run at installation is allowed or refused', () => {
  const scripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(scripts.map(([path]) => nameOf(path)).sort()).toEqual(Object.keys(allowScripts).sort());
});

it('the lock file names no place from which packages were downloaded', () => {
  expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});
