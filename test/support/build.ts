/** Builds the program before the tests that run it, unless dist/ was made of what is there now. */
import { execFileSync } from 'node:child_process';

const BUILD = new URL('../../tools/build.mjs', import.meta.url).pathname;

export default function setup(): void {
  execFileSync(process.execPath, [BUILD, '--if-needed'], { stdio: 'inherit' });
}
