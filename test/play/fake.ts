/** A small full-screen program that draws a list with raw escape sequences. */
import { setTimeout as wait } from 'node:timers/promises';
import type { StartProgram } from '../../src/play/player.ts';

const ITEMS = ['Ballbach', 'Erweiterung', '한국어 서울', 'e\u0301tat', 'last'];

/** Handles its input late and in small steps, as a program with a renderer does. */
export const startFake: StartProgram = ({ columns, rows, env, now, write }) => {
  const state = { selected: 0, size: { columns, rows }, last: '', colors: env.NO_COLOR ? 0 : 8 };
  let end: (code: number) => void = () => undefined;
  const exited = new Promise<number>((resolve) => {
    end = resolve;
  });
  const draw = () => {
    const lines = ITEMS.map((item, index) => {
      const line = `${index === state.selected ? '>' : ' '} ${item}`;
      if (index !== state.selected) return line;
      return state.colors > 0 ? `\u001B[1;38;5;134m${line}\u001B[0m` : line;
    });
    const foot = `${state.size.columns}x${state.size.rows} ${env.LANG} ${now().toISOString()}`;
    write(`\u001B[H\u001B[2J${[...lines, JSON.stringify(state.last), foot].join('\n')}`);
  };
  const quit = (code: number) => {
    write('\u001B[?1049l\u001B[?25hbye\n');
    end(code);
  };
  const handle = (bytes: string) => {
    state.last = bytes;
    if (bytes === 'q') return quit(0);
    if (bytes === '\u0003') return quit(130);
    if (bytes === 'y') write(`\u001B]52;c;${Buffer.from('copied\nü').toString('base64')}\u0007`);
    const step = { j: 1, '\u001B[B': 1, k: -1, '\u001B[A': -1 }[bytes] ?? 0;
    state.selected = Math.min(ITEMS.length - 1, Math.max(0, state.selected + step));
    draw();
  };
  let work: Promise<void> = Promise.resolve().then(() => {
    write('\u001B[?1049h\u001B[?2004h\u001B[?25l');
    draw();
  });
  const later = (task: () => void) => {
    work = work.then(() => wait(Math.random() * 3)).then(task);
  };
  return {
    input: (bytes) => later(() => handle(bytes)),
    resize: (newColumns, newRows) =>
      later(() => {
        state.size = { columns: newColumns, rows: newRows };
        draw();
      }),
    settled: () => work,
    exited,
    stop: () => end(143),
  };
};
