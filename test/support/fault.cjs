/**
 * Loaded before the program (`node --require`): counts what it changes below a folder, and at the
 * nth change kills it, half of the text written, or tells it that the disk is full from there on.
 *
 * FAULT_IN: the folder; FAULT: `count:FILE`, `kill:N` or `full:N`.
 */
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const { resolve, sep } = require('node:path');

const folder = resolve(process.env.FAULT_IN ?? '/nowhere');
const [kind, value] = (process.env.FAULT ?? '').split(/:(.*)/s);
const own = new Set();
let changes = 0;

const isWithin = (path) =>
  typeof path === 'string' && (resolve(path) + sep).startsWith(folder + sep);

/** Whether this change is not made; never returns from one that kills. */
function isFull(half) {
  changes += 1;
  if (kind === 'kill' && changes === Number(value)) {
    half?.();
    process.kill(process.pid, 'SIGKILL');
    for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
  }
  return kind === 'full' && changes >= Number(value);
}

function full(path) {
  const error = new Error(`ENOSPC: no space left on device, write '${path}'`);
  return Object.assign(error, { code: 'ENOSPC', errno: -28, syscall: 'write', path });
}

const real = { ...fs };
fs.openSync = (path, flags = 'r', mode) => {
  const { O_WRONLY, O_RDWR } = real.constants;
  const isReading = typeof flags === 'number' ? (flags & (O_WRONLY | O_RDWR)) === 0 : flags === 'r';
  const isWriting = isWithin(path) && !isReading;
  if (isWriting && isFull()) throw full(path);
  const file = real.openSync(path, flags, mode);
  if (isWriting) own.add(file);
  return file;
};
fs.closeSync = (file) => {
  own.delete(file);
  return real.closeSync(file);
};
fs.writeFileSync = (target, data, options) => {
  const half = () => real.writeFileSync(target, data.slice(0, data.length / 2), options);
  if (own.has(target) || isWithin(target)) {
    if (isFull(half)) {
      half();
      throw full(target);
    }
    if (typeof target === 'string') return real.writeFileSync(target, data, options);
  }
  return real.writeFileSync(target, data, options);
};
// What takes space; giving some back always works.
for (const name of ['renameSync', 'mkdirSync', 'copyFileSync']) {
  fs[name] = (from, to, ...rest) => {
    const path = name === 'mkdirSync' ? from : to;
    // In the place of a file that is there, another one takes no space.
    const isNew = !real.existsSync(path);
    if (isWithin(path) && isFull() && isNew) throw full(path);
    return real[name](from, to, ...rest);
  };
}
for (const name of ['rmSync', 'unlinkSync', 'fsyncSync']) {
  fs[name] = (target, ...rest) => {
    if (isWithin(target) || own.has(target)) {
      changes += 1;
      if (kind === 'kill' && changes === Number(value)) {
        changes -= 1;
        isFull();
      }
    }
    return real[name](target, ...rest);
  };
}
syncBuiltinESMExports();
process.on('exit', () => {
  if (kind === 'count') real.writeFileSync(value, String(changes));
});
