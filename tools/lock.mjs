/**
 * Leaves out of package-lock.json that a package asks for a newer Node than we promise, so that
 * `npm ci` does not warn of what is proven: the tests run on Node 20 with all of them, and what
 * ships is bundled for it. `npm install` keeps it so; a new package that asks for a newer Node makes
 * test/packages.test.ts fail, and this is run again when the tests pass on Node 20.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const path = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8'));
for (const [name, entry] of Object.entries(lock.packages)) {
  if (name !== '' && /^>= ?2[2-9]/.test(entry.engines?.node ?? '')) {
    console.log(`${name} asks for Node ${entry.engines.node}`);
    delete entry.engines;
  }
}
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
