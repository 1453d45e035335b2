// Required before a program: keeps how long its event loop was busy at a time, from 4 ms on, and how
// much of that it computed. Node 20 tells the latter of all threads together: at most that it was.
const { writeFileSync } = require('node:fs');

const gaps = [];
const now = () => performance.timeOrigin + performance.now();
const usage = process.threadCpuUsage ?? process.cpuUsage;
const computed = () => {
  const { user, system } = usage.call(process);
  return (user + system) / 1000;
};
let last = now();
let before = computed();
setInterval(() => {
  const at = now();
  const after = computed();
  if (at - last > 4) gaps.push({ from: last, to: at, busy: Math.min(at - last, after - before) });
  last = now();
  before = computed();
}, 1).unref();
process.on('exit', () => writeFileSync(process.env.RUNGS_GAPS, JSON.stringify(gaps)));
