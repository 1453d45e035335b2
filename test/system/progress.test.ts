import { expect, it } from 'vitest';
import { createProgress } from '../../src/system/progress.ts';

function start() {
  let written = '';
  let time = 0;
  const progress = createProgress(
    (text) => {
      written += text;
    },
    () => time,
  );
  const pass = (milliseconds: number) => {
    time += milliseconds;
  };
  return { progress, pass, written: () => written };
}

it('says nothing of what is soon over', () => {
  const { progress, pass, written } = start();
  progress.tell('one');
  pass(100);
  progress.tell('two');
  progress.end();
  expect(written()).toBe('');
});

it('tells what takes long in one line, and takes it away', () => {
  const { progress, pass, written } = start();
  pass(1000);
  progress.tell('one');
  progress.tell('two');
  progress.end();
  progress.end();
  expect(written()).toBe('\r\u001B[Kone\r\u001B[Ktwo\r\u001B[K');
});

it('tells at once what is known to take long', () => {
  const { progress, written } = start();
  progress.tell('long', true);
  expect(written()).toBe('\r\u001B[Klong');
});
