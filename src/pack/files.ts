/** Finds the files of a pack, and says of the others why they are none. */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, delimiter, join, relative, resolve, sep } from 'node:path';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import type { RecordKind } from './schema.ts';

export const LIST_KINDS = [
  'sources',
  'people',
  'statements',
  'figures',
  'events',
  'relations',
] as const;

/** `path` is relative to the pack's folder. */
export type PackFile = { path: string; kind: RecordKind | 'pack' };

/** The file with what a pack was before a change, there as long as the change goes on. */
export const JOURNAL = '.rungs-undo';

/** The path of a file of a pack as messages show it: relative to where one is. */
export function shownPath(dir: string, path: string): string {
  return relative('', join(dir, path)) || path;
}

/**
 * The files of a pack in the order in which they are read: `data/pack.yaml`, `scenarios/*.yaml`
 * and, for every other kind, `data/KIND.yaml` and `data/KIND/*.yaml`. YAML elsewhere in these
 * folders is a problem: somebody wrote it and would miss it.
 */
export function listPackFiles(dir: string, problems: Problem[]): PackFile[] {
  const report = (path: string, message: string) =>
    problems.push({ file: shownPath(dir, path), message });
  const folder = readFolder(dir);
  if ('message' in folder) {
    report('', folder.message);
    return [];
  }
  if (existsSync(join(dir, JOURNAL))) {
    const message = 'a change of this pack is going on or was interrupted; rungs check undoes it';
    problems.push({ file: shownPath(dir, JOURNAL), message, warning: true });
  }
  const root = realpathSync(dir);
  const found: PackFile[] = [];
  const add = (path: string, kind: PackFile['kind']) => {
    const message = reasonAgainst(root, join(dir, path));
    if (message === undefined) found.push({ path, kind });
    else report(path, message);
  };
  for (const { path, kind } of candidates(dir, folder.names, report)) add(path, kind);
  reportMissing(folder.names, found, report);
  return found;
}

type Report = (path: string, message: string) => void;
type Folder = { names: string[] } | { message: string };

function candidates(dir: string, names: readonly string[], report: Report): PackFile[] {
  const namesIn = (path: string, isThere = true): string[] => {
    if (!isThere) return [];
    const folder = readFolder(join(dir, path));
    if ('names' in folder) return folder.names.sort();
    report(path, folder.message);
    return [];
  };
  const scenarios = namesIn('scenarios', names.includes('scenarios'))
    .filter(isYaml)
    .map((name): PackFile => ({ path: join('scenarios', name), kind: 'scenarios' }));
  const inData = namesIn('data', names.includes('data'));
  const pack: PackFile[] = [];
  const lists: PackFile[] = [];
  for (const name of inData) {
    const path = join('data', name);
    const kind = LIST_KINDS.find((one) => one === name.replace(YAML, ''));
    if (isYaml(name) && kind) lists.push({ path, kind });
    else if (isYaml(name) && name.replace(YAML, '') === 'pack') pack.push({ path, kind: 'pack' });
    else if (isYaml(name)) report(path, unreadMessage(name));
    else if (kind) {
      for (const file of namesIn(path).filter(isYaml)) lists.push({ path: join(path, file), kind });
    }
  }
  const ofKind = (kind: PackFile['kind']) => lists.filter((file) => file.kind === kind);
  return [...pack, ...scenarios, ...LIST_KINDS.flatMap(ofKind)];
}

const YAML = /\.ya?ml$/;
const isYaml = (name: string) => YAML.test(name) && !name.startsWith('.');

function unreadMessage(name: string): string {
  const known = ['pack', ...LIST_KINDS].map((kind) => `${kind}.yaml`);
  const [close] = nearest(basename(name).replace(YAML, '.yaml'), known, 1);
  return close
    ? `is not read; did you mean ${close}?`
    : `is not read; data/ holds ${known.join(', ')}`;
}

/** What keeps a path from being read as a file of the pack, if anything does. */
function reasonAgainst(root: string, path: string): string | undefined {
  try {
    const real = realpathSync(path);
    if (!real.startsWith(root + sep)) {
      return 'is a link that leaves the pack folder; put the file itself there';
    }
    return statSync(real).isFile() ? undefined : 'is no file';
  } catch (error) {
    const isNowhere = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return isNowhere ? 'is a link to nothing' : systemMessage(error);
  }
}

function readFolder(path: string): Folder {
  try {
    return { names: readdirSync(path) };
  } catch (error) {
    return { message: systemMessage(error) };
  }
}

const SYSTEM_MESSAGES: Record<string, string> = {
  ENOENT: 'does not exist; a pack is a folder with scenarios/ and data/ in it',
  ENOTDIR: 'is no folder; a pack is a folder with scenarios/ and data/ in it',
  EACCES: 'cannot be read: no permission',
  EPERM: 'cannot be read: no permission',
  ELOOP: 'is a link that leads back to itself',
};

function systemMessage(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return SYSTEM_MESSAGES[code] ?? `cannot be read: ${message}`;
}

/** What is wrong with a pack that was only begun. */
export const NO_SCENARIO = 'holds no scenario';

function reportMissing(names: readonly string[], found: readonly PackFile[], report: Report): void {
  const has = (kind: PackFile['kind']) => found.some((file) => file.kind === kind);
  if (!has('pack')) {
    report(
      join('data', 'pack.yaml'),
      'is missing; it holds the id, title, description and asOf of the pack',
    );
  }
  if (!has('scenarios')) {
    const [close] = names.includes('scenarios') ? [] : nearest('scenarios', names, 1);
    const hint = close ? `; did you mean ${close}/ to be it?` : '; write one as scenarios/ID.yaml';
    report('scenarios', `${NO_SCENARIO}${hint}`);
  }
}

/** The bytes of a file, or what keeps them from being read. */
export function readBytes(path: string, limit: number): Buffer | { message: string } {
  try {
    const { size } = statSync(path);
    if (size > limit) {
      const mebibytes = (bytes: number) => `${Math.ceil(bytes / 2 ** 20)} MiB`;
      return {
        message: `is too large: ${mebibytes(size)}, and ${mebibytes(limit)} is the limit; split it`,
      };
    }
    return readFileSync(path);
  } catch (error) {
    return { message: systemMessage(error) };
  }
}

/**
 * The folders of packs that are read together, each once.
 *
 * @param data one folder, or several with the system's path separator between them, as in PATH
 */
export function packFolders(data: string): string[] {
  const dirs = existsSync(data) ? [data] : data.split(delimiter).filter((dir) => dir !== '');
  const byPath = new Map(dirs.map((dir) => [resolve(dir), dir]));
  return byPath.size > 0 ? [...byPath.values()] : [data];
}
