/** Copying: with a program of the system where one sits at the machine, through the terminal else. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { basename } from 'node:path';
import type { Environment } from './theme.ts';

/** A program that puts what it reads on the clipboard, with its arguments. */
type CopyProgram = { command: readonly string[]; encoding?: 'utf16le' };

/** The ways to the clipboard. */
export type Clipboard = {
  /** Tried one after the other. */
  programs: readonly CopyProgram[];
  /** Whether it is worth asking the terminal. */
  isInTerminal: boolean;
};

/** How copying went: with which program, through the terminal, or not at all; and what failed before. */
export type Copying = { way: string | 'terminal' | undefined; failures: readonly string[] };

/**
 * The ways to the clipboard from an environment.
 *
 * @param asked `auto`, `osc52` (the terminal alone), or the words of a command
 */
export function clipboardIn(
  env: Environment,
  asked: readonly string[] = ['auto'],
  platform: NodeJS.Platform = process.platform,
): Clipboard {
  // The console of Linux itself has no clipboard.
  const isInTerminal = env.TERM !== 'linux' && env.TERM !== 'dumb';
  const [word] = asked;
  if (word === 'osc52') return { programs: [], isInTerminal };
  if (word !== 'auto') return { programs: [{ command: asked }], isInTerminal };
  return { programs: programsIn(env, platform), isInTerminal };
}

function programsIn(env: Environment, platform: NodeJS.Platform): CopyProgram[] {
  const programs: CopyProgram[] = [];
  // Over SSH the programs of this machine reach a clipboard that nobody sits at.
  if (!env.SSH_CONNECTION && !env.SSH_TTY && !env.SSH_CLIENT) {
    if (platform === 'darwin') programs.push({ command: ['pbcopy'] });
    if (env.WAYLAND_DISPLAY) programs.push({ command: ['wl-copy', '--type', 'text/plain'] });
    if (env.DISPLAY) {
      programs.push({ command: ['xclip', '-selection', 'clipboard'] });
      programs.push({ command: ['xsel', '--clipboard', '--input'] });
    }
    // It takes UTF-8 for the old code page of the system.
    if (env.WSL_DISTRO_NAME) programs.push({ command: ['clip.exe'], encoding: 'utf16le' });
  }
  // tmux hears no OSC 52 as it is usually set, but puts its own buffer on the terminal's clipboard.
  if (env.TMUX) programs.push({ command: ['tmux', 'load-buffer', '-w', '-'] });
  return programs;
}

/**
 * Copies a text in the first way that works.
 *
 * @param write to the terminal
 */
export async function copyText(
  text: string,
  { programs, isInTerminal }: Clipboard,
  write: (sequence: string) => void,
): Promise<Copying> {
  const failures: string[] = [];
  for (const program of programs) {
    const name = basename(program.command[0] ?? '');
    const failure = await runWith(text, program);
    if (failure === undefined) return { way: name, failures };
    // It was only one of the ways to try.
    if (failure !== NOT_THERE || programs.length === 1) failures.push(`${name}: ${failure}`);
  }
  if (isInTerminal) write(copySequence(text));
  return { way: isInTerminal ? 'terminal' : undefined, failures };
}

const NOT_THERE = 'is not installed';

/** A clipboard that does not answer keeps nobody. */
const PATIENCE_MS = 1500;

/** Runs a program with a text as its input; what went wrong, or undefined. */
async function runWith(
  text: string,
  { command: [program = '', ...args], encoding }: CopyProgram,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    // Of its own group: some stay to hand the text out, and must not be stopped with the explorer.
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve('did not answer');
    }, PATIENCE_MS);
    const end = (failure: string | undefined) => {
      clearTimeout(timer);
      resolve(failure);
    };
    child.on('error', ({ code, message }: NodeJS.ErrnoException) =>
      end(code === 'ENOENT' ? NOT_THERE : (code ?? message)),
    );
    // Not 'close': who stays holds the pipe.
    child.on('exit', (code, signal) => {
      const ended = signal ? `signal ${constants.signals[signal]}` : `exit code ${code}`;
      end(code === 0 ? undefined : ended);
    });
    // Who ends without reading says why by its code.
    child.stdin.on('error', () => {});
    child.stdin.end(Buffer.from(text, encoding ?? 'utf8'));
  });
}

/**
 * The sequence that asks a terminal to put text on the clipboard (OSC 52, xterm control sequences,
 * "Manipulate Selection Data"). Terminals that cannot do it ignore it.
 */
function copySequence(text: string): string {
  return `\u001B]52;c;${Buffer.from(text, 'utf8').toString('base64')}\u0007`;
}
