/** The explorer in this process, its raw bytes kept and shown by the emulator. */
import { createLibrary } from '../../src/pack/library.ts';
import type { PackData } from '../../src/pack/schema.ts';
import { createEmulator, type Emulator, type Screen, textOf } from '../../src/play/emulator.ts';
import { createSearch } from '../../src/search/engine.ts';
import { buildRecords } from '../../src/search/records.ts';
import { asShipped } from '../screens/player.ts';

export type OpenSession = {
  emulator: Emulator;
  /** Types, and waits for the painted frame. */
  type(bytes: string): Promise<void>;
  resize(columns: number, rows: number): void;
  settled(): Promise<void>;
  /** All that was written to the terminal. */
  raw(): string;
  rows(): string[];
  screen(): Screen;
  /** Ends it; what it leaves is in `raw` and on the screen then. */
  close(): Promise<void>;
};

const NOW = new Date('2026-11-30T12:00:00Z');

export async function openInEmulator(
  data: PackData,
  { columns, rows }: { columns: number; rows: number },
  {
    widths = '11',
    env = {},
    keepsRaw = true,
  }: { widths?: '6' | '11'; env?: Record<string, string>; keepsRaw?: boolean } = {},
): Promise<OpenSession> {
  const emulator = createEmulator({ columns, rows }, widths);
  let all = '';
  const parts = {
    library: createLibrary(data),
    search: createSearch({ data, records: buildRecords(data) }),
  };
  const { explorerProgram } = await asShipped();
  const program = explorerProgram(parts)({
    columns,
    rows,
    env: { TERM: 'xterm-256color', ...env },
    now: () => NOW,
    write(bytes) {
      if (keepsRaw) all += bytes;
      void emulator.feed(bytes);
    },
  });
  const settled = async () => {
    await program.settled();
    await emulator.feed('');
  };
  await settled();
  return {
    emulator,
    settled,
    async type(bytes) {
      program.input(bytes);
      await settled();
    },
    resize(toColumns, toRows) {
      emulator.resize({ columns: toColumns, rows: toRows });
      program.resize(toColumns, toRows);
    },
    raw: () => all,
    rows: () => textOf(emulator.screen()),
    screen: () => emulator.screen(),
    async close() {
      program.stop();
      await program.exited;
      await emulator.feed('');
    },
  };
}
