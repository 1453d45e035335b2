#!/usr/bin/env node
/** Starts the program that the build has put into dist/. */
const { existsSync } = require('node:fs');

const start = `${__dirname}/../dist/start.cjs`;
if (existsSync(start)) require(start);
else {
  process.stderr.write('rungs: not built yet; run "npm ci" or "npm run build" in its folder\n');
  process.exitCode = 2;
}
