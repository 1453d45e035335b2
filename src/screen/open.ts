/** The explorer in a terminal: its running state, what is done for it, and what becomes of signals. */
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { copiedNotice } from '../explorer/copied.ts';
import { opened } from '../explorer/overlays/open.ts';
import { renewed } from '../explorer/renewed.ts';
import {
  type Beginning,
  type Effect,
  initialState,
  type Notice,
  rungOf,
  type State,
  type Update,
  type World,
} from '../explorer/state.ts';
import { createExplorer } from '../explorer/update.ts';
import type { Named } from '../pack/naming.ts';
import type { SearchResult } from '../search/engine.ts';
import { writeWhole } from '../system/write.ts';
import { HOME, painted, sizeOf } from '../terminal/alternate-screen.ts';
import { anchoring } from '../terminal/anchor.ts';
import { copyText } from '../terminal/clipboard.ts';
import { createKeyDecoder, type Key } from '../terminal/input.ts';
import { guardProcess, openSession, stopGroup } from '../terminal/session.ts';
import { makeTheme } from '../terminal/theme.ts';
import type { Drawing } from './draw.tsx';
import { frameRows } from './frame/rows.ts';
import { SPOKEN_SIZE } from './spoken.ts';

/** A terminal: Node's own streams, or stand-ins for them in scripted runs. */
export type Terminal = {
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
};

/** Follows what comes in at a terminal. */
type Watcher = {
  /** Bytes in the pieces in which they are decoded, before they are. */
  input(bytes: Buffer): void;
  resize(size: State['size']): void;
};

type Settling = Extract<Effect, { kind: 'settle' }>;

/** What is read of a pack, and may be read again. */
export type PackParts = Pick<World, 'library' | 'search'>;

export type OpenOptions = Beginning & {
  /** Say it in words, line by line, instead of drawing it. */
  screenReader?: boolean | undefined;
  /** Told of all that comes in, in order. */
  watcher?: Watcher | undefined;
  /** Writes to the pack what became of a statement that waited; rejects where it cannot. */
  onSettle?: ((effect: Settling) => Promise<void>) | undefined;
  /** Lets somebody edit a record while the terminal is theirs; what is to be told of it. */
  onEdit?: ((record: Named) => Promise<Notice | undefined>) | undefined;
  /** Keeps a text that could not be copied, and says where. */
  onLost?: ((text: string) => string | undefined) | undefined;
  /** Told the last state when the terminal has been given back, but not after an error; and what was chosen. */
  onEnd?: (state: State, chosen: Named | undefined) => void;
};

type OpenExplorer = {
  /**
   * The exit code, once the terminal is whole again; rejects, as late, with what was thrown while
   * the explorer ran.
   */
  exited: Promise<number>;
  /** Resolves when everything typed so far is handled and its frame written. */
  settled(): Promise<void>;
  /** Goes on with the pack as it is now, where one is; or with the last whole one, which is told. */
  renew(read: PackParts | { problem: string }): void;
  /** Ends it from outside, as a signal would. */
  stop(): void;
};

type End = { code: number; chosen?: Named | undefined } | { error: unknown };

/** Signals that a terminal sends to all who run in it, and that editors take for themselves. */
const FROM_KEYS = [constants.signals.SIGINT, constants.signals.SIGQUIT].map((one) => 128 + one);

/**
 * Opens the explorer in the alternate screen of a terminal. The first frame is written at once, and
 * so is what keys do to it until Ink is loaded, which takes as long as all else together. From then
 * on Ink draws.
 */
export function openExplorer(
  givenWorld: World,
  { input, output }: Terminal,
  {
    screenReader = process.env.INK_SCREEN_READER === 'true',
    watcher,
    onEnd = () => {},
    onSettle,
    onEdit,
    onLost,
    ...beginning
  }: OpenOptions = {},
): OpenExplorer {
  let world = screenReader ? { ...givenWorld, theme: makeTheme(0, { ascii: true }) } : givenWorld;
  let explorer = createExplorer(world);
  const size = () => (screenReader ? SPOKEN_SIZE : sizeOf(output));
  const isOurProcess = output === process.stdout || output === process.stderr;
  const { place } = beginning;
  const rung = place && rungOf(place, world.library);
  let state: State = initialState(size(), { ...beginning, rung });
  let drawing: Drawing | undefined;
  let isDrawn = true;
  let isStopped = false;
  let isSuspended = false;

  const draw = () => {
    isDrawn = true;
    // Another has the screen; it is drawn when that is over.
    if (isStopped || isSuspended) return;
    try {
      if (drawing) drawing.show({ state, explorer, world });
      else if (!screenReader)
        output.write(painted(frameRows(state, explorer, world), size().columns));
    } catch (error) {
      end({ error });
    }
  };
  const onKey = (key: Key) => {
    if (isStopped) return;
    take(() => explorer.press(state, key));
  };
  /** Goes to the next state and does what it asks for. */
  const take = (go: () => Update) => {
    try {
      const { state: next, effects } = go();
      state = next;
      if (isDrawn) queueMicrotask(draw);
      isDrawn = false;
      for (const effect of effects) perform(effect);
    } catch (error) {
      end({ error });
    }
  };
  let searching = new AbortController();
  let searched = Promise.resolve();
  const search = (query: string) => {
    searching.abort();
    searching = new AbortController();
    const { signal } = searching;
    const found = world.search.start(query, { signal });
    const answer = (result: SearchResult) => take(() => explorer.found(state, { query, result }));
    if (!(found instanceof Promise)) return answer(found);
    searched = found.then(answer, (error) => {
      if (!signal.aborted) end({ error });
    });
  };
  /** Over a file that is there only for somebody who was asked. */
  const write = ({ path, text, isOver }: Extract<Effect, { kind: 'write' }>) => {
    try {
      writeWhole(resolve(path), text, { isNew: !isOver });
      tell({ title: isOver ? 'Written over:' : 'Written to:', text: resolve(path), tone: 'done' });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') {
        return take(() => ({ state: opened(state, 'overwrite', { path }), effects: [] }));
      }
      tell({ title: `Not written: ${code ?? message}.`, text: resolve(path), tone: 'warn' });
    }
  };
  let copying = Promise.resolve();
  const copy = async (text: string) => {
    const { notice } = state;
    const copied = await copyText(text, world.clipboard, (sequence) => output.write(sequence));
    const isLost = copied.way === undefined;
    const after = copiedNotice(text, copied, isLost ? onLost?.(text) : undefined);
    const isShown = state.notice === notice;
    if (after.title !== notice?.title && (isShown || isLost)) tell(after);
  };
  const renew = (read: PackParts | { problem: string }) => {
    if ('problem' in read) {
      const title = 'The files of the pack are broken; this is the last whole one.';
      const notice = { title, text: read.problem, tone: 'warn' } as const;
      return take(() => ({ state: { ...state, notice, isOutdated: true }, effects: [] }));
    }
    searching.abort();
    world = { ...world, ...read };
    explorer = createExplorer(world);
    take(() => explorer.begin(renewed(state, world.library)));
  };
  const tell = (notice: Notice) => take(() => ({ state: { ...state, notice }, effects: [] }));
  /** What could not be written waits again, and that is told. */
  const carryOut = async (effect: Settling) => {
    try {
      await onSettle?.(effect);
    } catch (error) {
      const isRestored = effect.verdict === 'restore';
      const stays = isRestored ? 'stays out of it' : 'still waits';
      const title = `The pack could not be changed; ${effect.id} ${stays}.`;
      const notice = { title, text: (error as Error).message, tone: 'warn' } as const;
      const others = state.settled.filter((id) => id !== effect.id);
      const settled = isRestored ? [...others, effect.id] : others;
      // What was not taken out cannot be brought back.
      const undone = state.undone.filter(({ rejected }) => rejected !== effect.id);
      take(() => ({ state: { ...state, settled, undone, notice }, effects: [] }));
    }
  };
  const onResize = () => {
    watcher?.resize(sizeOf(output));
    state = explorer.resize(state, size());
    draw();
  };

  // As long as the terminal is not taken: what fails or is interrupted here leaves it as it is.

  // Before Ink's own listener: it must find rows of the new size when it draws.
  output.on('resize', onResize);
  const decoder = createKeyDecoder(onKey, watcher?.input);
  const session = openSession(input, output, (chunk) => decoder.write(chunk), !screenReader);

  let settle: (end: End) => void = () => {};
  const exited = new Promise<number>((resolve, reject) => {
    settle = (result) => ('error' in result ? reject(result.error) : resolve(result.code));
  });
  const leave = () => {
    try {
      // Ink writes a last frame, which belongs to the screen that is given back after it.
      drawing?.end();
    } finally {
      session.release();
    }
  };
  const end = (result: End) => {
    if (isStopped) return;
    isStopped = true;
    searching.abort();
    output.off('resize', onResize);
    for (const event of ['end', 'error']) input.off(event, onGone);
    leave();
    const done = () => {
      stopGuarding();
      output.off('error', onGone);
      if ('code' in result) onEnd(state, result.chosen);
      settle(result);
    };
    void Promise.resolve(drawing?.ended)
      .catch(() => {})
      // A program that copies is left the time to read the text.
      .then(() => copying)
      .then(done)
      .catch((error) => settle({ error }));
  };
  const onGone = () => end({ code: 0 });
  for (const event of ['end', 'error']) input.on(event, onGone);
  output.on('error', onGone);

  const handOver = async (meanwhile: () => Promise<void>) => {
    if (isSuspended || isStopped) return;
    isSuspended = true;
    await loaded;
    await drawing?.suspend(async () => {
      session.release();
      await meanwhile();
      if (!isStopped) session.take();
    });
    isSuspended = false;
    draw();
    // The window may have been resized, which is told only to who is in the foreground.
    process.kill(process.pid, 'SIGWINCH');
  };
  const suspend = () => {
    if (!isOurProcess) return;
    // An editor stops, and with it all that it was started by.
    if (isSuspended) process.kill(process.pid, 'SIGSTOP');
    else void handOver(stopGroup);
  };
  const edit = async (record: Named) => {
    await handOver(async () => {
      const notice = await onEdit?.(record).catch((error: Error) => ({
        title: 'The editor could not be opened.',
        text: error.message,
        tone: 'warn' as const,
      }));
      if (notice) tell(notice);
    });
  };
  const stopGuarding = isOurProcess
    ? guardProcess({
        end: (code) => {
          if (!isSuspended || !FROM_KEYS.includes(code)) end({ code });
        },
        fail: (error) => end({ error }),
        suspend,
        resume: () => void handOver(async () => {}),
        exit: leave,
      })
    : () => {};
  const perform = (effect: Effect) => {
    if (effect.kind === 'copy') copying = copy(effect.text);
    else if (effect.kind === 'search') search(effect.query);
    else if (effect.kind === 'write') write(effect);
    else if (effect.kind === 'settle') void carryOut(effect);
    else if (effect.kind === 'quit') end(effect);
    else if (effect.kind === 'edit') void edit(effect.record);
    else suspend();
  };

  const first = explorer.begin(state);
  state = first.state;
  for (const effect of first.effects) perform(effect);
  draw();
  const loaded = import('./draw.tsx')
    .then(async (ink) => {
      await ink.inkIsReady;
      if (isStopped) return;
      if (!isDrawn) draw();
      // Ink draws the state that is on the screen over itself, and goes on from there.
      if (!screenReader) output.write(HOME);
      const stage = screenReader ? output : anchoring(output);
      drawing = ink.draw({ state, explorer, world, input, output: stage, screenReader });
      // What a component throws ends Ink, and comes out here.
      drawing.ended.catch((error) => end({ error }));
    })
    .catch((error) => end({ error }));

  return {
    exited,
    renew,
    stop: () => end({ code: 0 }),
    async settled() {
      decoder.flush();
      await loaded;
      await searched;
      await copying;
      if (!isStopped) await drawing?.flushed();
    },
  };
}
